package dev.tollgate.check.rule;

import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import java.util.regex.Pattern;

/**
 * A secret that stands in the file, and would in Terraform's state and in Lambda's console. Told by the variable's
 * name, or by a value that looks like nothing else; the finding does not repeat the value.
 */
final class PlaintextCredentialInFile {

    private PlaintextCredentialInFile() {}

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i)(.*_)?(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|PRIVATE_KEY|SECRET_KEY|ACCESS_KEY|CREDENTIALS?)");
    private static final Pattern SECRET_VALUE = Pattern.compile("(?s).*(\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"
            + "|-----BEGIN [A-Z ]*PRIVATE KEY-----|\\bgh[pousr]_[A-Za-z0-9]{36}|\\bsk_live_[A-Za-z0-9]{16}"
            + "|\\bxox[abprs]-[A-Za-z0-9-]{10}|[a-z]+://[^/\\s:@]+:[^/\\s:@]+@).*");
    private static final Pattern HARMLESS = Pattern.compile("|arn:.*|/.*|true|false|[0-9]{1,4}");

    static void judge(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            function.environment().forEach((name, value) -> {
                if (isSecret(name, value)) {
                    report.error(
                            KeyPath.of("functions", function.id(), "environment", name),
                            "`" + name + "` of function `" + function.id() + "` holds a secret in plain text",
                            "keep it in Secrets Manager or SSM, give the function its ARN, `" + name
                                    + "_ARN`, and revoke this one");
                }
            });
        }
    }

    private static boolean isSecret(String name, String value) {
        return SECRET_VALUE.matcher(value).matches()
                || (SECRET_NAME.matcher(name).matches()
                        && !HARMLESS.matcher(value).matches());
    }
}
