package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.Runtimes;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;

/** A runtime without security updates, on which Lambda soon lets no function be made or changed. */
final class AgeingRuntime {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "ageing-runtime", Severity.NOTE, "a function on a runtime without security updates", AgeingRuntime::judge);

    private AgeingRuntime() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource function : infrastructure.ofType("aws_lambda_function")) {
            Value runtime = infrastructure.resolve(function.argument("runtime"));
            Place place = Place.of(function, "runtime");
            if (report.knows(place, runtime)) {
                Runtimes.deprecated(runtime.text().orElse(""))
                        .ifPresent(since -> report.note(
                                place,
                                "runtime `" + runtime.text().orElse("") + "` of function `" + function.address()
                                        + "` gets no security updates " + since + " (as of " + Runtimes.AS_OF + ")",
                                "choose a newer one; see " + Runtimes.SOURCE));
            }
        }
    }
}
