package dev.tollgate.check.rule;

import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;

/**
 * A secret that stands in the file, and would in Terraform's state and in Lambda's console. Told by the variable's
 * name, or by a value that looks like nothing else; the finding does not repeat the value.
 */
final class SecretInFunctionEnvironmentInFile {

    private SecretInFunctionEnvironmentInFile() {}

    static void judge(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            function.environment().forEach((name, value) -> {
                if (Secrets.isSecret(name, value)) {
                    report.error(
                            KeyPath.of("functions", function.id(), "environment", name),
                            "`" + name + "` of function `" + function.id() + "` holds a secret in plain text",
                            "keep it in Secrets Manager or SSM, give the function its ARN, `" + name
                                    + "_ARN`, and revoke this one");
                }
            });
        }
    }
}
