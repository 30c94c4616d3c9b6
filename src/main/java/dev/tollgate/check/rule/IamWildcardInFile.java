package dev.tollgate.check.rule;

import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Grants of a function's role. Every action of a service is an error; every resource is a warning, as some actions know
 * no resource: {@code sns:Publish} to a telephone number is one.
 */
final class IamWildcardInFile {

    private IamWildcardInFile() {}

    private static final Pattern ACTION = Pattern.compile("[a-z0-9-]+:[A-Za-z0-9*?]+");
    private static final Pattern ARN = Pattern.compile("arn:[a-z*-]+:[a-z0-9*-]+:[a-z0-9*-]*:([0-9]{12}|aws|\\*)?:.+");
    private static final Pattern EVERYTHING = Pattern.compile("\\*|arn:[^:]*:[^:]*:[^:]*:[^:]*:\\*");

    static void judge(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            for (int i = 0; i < function.policy().size(); i++) {
                LambdaFunction.Statement statement = function.policy().get(i);
                KeyPath path = KeyPath.of("functions", function.id(), "policy", i);
                actions(statement.actions(), path.child("actions"), report);
                resources(statement, path.child("resources"), report);
            }
        }
    }

    private static void actions(List<String> actions, KeyPath path, Report report) {
        for (int i = 0; i < actions.size(); i++) {
            String action = actions.get(i);
            KeyPath at = path.child(String.valueOf(i));
            if (action.equals("*") || action.endsWith(":*")) {
                report.error(
                        at,
                        "`" + action + "` grants every action" + (action.equals("*") ? "" : " of the service"),
                        "list the actions that the function calls, such as `sns:Publish`");
            } else if (!ACTION.matcher(action).matches()) {
                report.error(
                        at,
                        "`" + action + "` is not an IAM action",
                        "write `service:Action`, such as" + " `sns:Publish`");
            }
        }
    }

    private static void resources(LambdaFunction.Statement statement, KeyPath path, Report report) {
        for (int i = 0; i < statement.resources().size(); i++) {
            String resource = statement.resources().get(i);
            KeyPath at = path.child(String.valueOf(i));
            if (EVERYTHING.matcher(resource).matches()) {
                everything(resource, statement, at, report);
            } else if (!ARN.matcher(resource).matches()) {
                report.error(
                        at,
                        "`" + resource + "` is not an ARN",
                        "write `arn:aws:service:region:account:resource`, such as"
                                + " `arn:aws:sns:eu-west-1:123456789012:alerts`");
            }
        }
    }

    private static void everything(String resource, LambdaFunction.Statement statement, KeyPath path, Report report) {
        if (statement.actions().contains("iam:PassRole")) {
            report.error(
                    path,
                    "`iam:PassRole` on `" + resource + "` lets the function act as any role of the account",
                    "name the role that the function passes");
        } else {
            report.warning(
                    path,
                    "`" + resource + "` grants the actions on every resource",
                    "name the resources; if an action supports none, suppress this with the reason");
        }
    }
}
