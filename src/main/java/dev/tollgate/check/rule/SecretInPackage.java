package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;

/** A private key, credentials, an {@code .env} file or Terraform's state in a package. */
final class SecretInPackage {

    static final CheckRule RULE = CheckRule.ofFile(
            "secret-in-package",
            Severity.WARNING,
            "a secret in the package of a function or layer",
            SecretInPackage::judge);

    private SecretInPackage() {}

    private static void judge(Environment environment, Report report) {
        for (PackagedCode code : PackagedCode.of(environment, report.files())) {
            for (String name : report.files().secretsIn(code.packed().code())) {
                report.warning(
                        code.place(),
                        "the package holds `" + name + "`, which looks like a secret: whoever may read the code can"
                                + " read it",
                        (code.isPackedHere() ? "leave it out in a `.tollgateignore`" : "leave it out")
                                + ", and let functions read it from Secrets Manager or Parameter Store");
            }
        }
    }
}
