package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Output;

/** An output that is not sensitive is printed after every apply, into terminals and logs. */
final class ClientSecretInOutput {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "client-secret-in-output",
            Severity.ERROR,
            "a secret in an output that is printed",
            ClientSecretInOutput::judge);

    private ClientSecretInOutput() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        Secrets secrets = new Secrets(infrastructure);
        for (Output output : infrastructure.outputs()) {
            secrets.source(output.value())
                    .filter(source -> !output.sensitive().is("true"))
                    .ifPresent(source -> report.error(
                            Place.of(output),
                            "output `" + output.name() + "` prints `" + source + "` after every apply",
                            "set `sensitive = true`, or fetch the secret where it is used"));
        }
    }
}
