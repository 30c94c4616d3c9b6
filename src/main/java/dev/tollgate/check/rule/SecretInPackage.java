package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;

/** A private key, credentials, an {@code .env} file or Terraform's state in a package. */
final class SecretInPackage {

    static final CheckRule RULE = CheckRule.ofFile(
            "secret-in-package", Severity.WARNING, "a secret in a function's package", SecretInPackage::judge);

    private SecretInPackage() {}

    private static void judge(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : PackagedFolders.of(environment, report.files())) {
            for (String name : report.files().secretsIn(function.source())) {
                report.warning(
                        PackagedFolders.source(function),
                        "the package holds `" + name + "`, which looks like a secret: whoever may read the function's"
                                + " code can read it",
                        "leave it out in a `.tollgateignore`, and let the function read it from Secrets Manager or"
                                + " Parameter Store");
            }
        }
    }
}
