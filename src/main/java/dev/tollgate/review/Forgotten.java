package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import java.util.List;
import java.util.Map;

/** What leaves the state without being destroyed answers as before, costs as before, and nobody patches it. */
final class Forgotten {

    static final ReviewRule RULE = new ReviewRule(
            "forgotten", Kind.FORGOTTEN, "Terraform forgets something, and AWS keeps it", Forgotten::judge);

    /** What stands on nothing of its own. */
    static final ReviewRule PARTS = new ReviewRule(
            "forgotten-parts",
            Kind.FORGOTTEN,
            "Terraform forgets parts of something, and AWS keeps them",
            Forgotten::judgeParts);

    /** The command that deletes what stands on its own, and the attribute that it takes. */
    private record Deletion(String command, String attribute) {}

    private static final Map<String, Deletion> DELETIONS = Map.of(
            "aws_cognito_user_pool", new Deletion("cognito-idp delete-user-pool --user-pool-id", "id"),
            "aws_cognito_user_pool_domain", new Deletion("cognito-idp delete-user-pool-domain --domain", "domain"),
            "aws_dynamodb_table", new Deletion("dynamodb delete-table --table-name", "name"),
            "aws_api_gateway_rest_api", new Deletion("apigateway delete-rest-api --rest-api-id", "id"),
            "aws_apigatewayv2_api", new Deletion("apigatewayv2 delete-api --api-id", "id"),
            "aws_lambda_function", new Deletion("lambda delete-function --function-name", "function_name"),
            "aws_cloudwatch_log_group", new Deletion("logs delete-log-group --log-group-name", "name"),
            "aws_iam_role", new Deletion("iam delete-role --role-name", "name"));

    private Forgotten() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.all(Action.FORGET)) {
            Deletion deletion = DELETIONS.get(change.type());
            if (deletion != null) {
                report.say(
                        change.address(),
                        "Terraform forgets `" + change.address() + "`" + Losses.named(change.before())
                                + ": it stays in AWS, unmanaged",
                        hint(change, deletion));
            }
        }
    }

    private static void judgeParts(Comparison comparison, ReviewReport report) {
        List<String> parts = comparison.all(Action.FORGET).stream()
                .filter(change -> !DELETIONS.containsKey(change.type()))
                .map(ResourceChange::address)
                .toList();
        if (!parts.isEmpty()) {
            report.say(
                    parts.get(0),
                    "Terraform forgets `" + parts.get(0) + "`"
                            + (parts.size() == 1 ? "" : " and " + (parts.size() - 1) + " more that are parts of others")
                            + ": unmanaged from then on",
                    "they are deleted with what they belong to");
        }
    }

    private static String hint(ResourceChange change, Deletion deletion) {
        String named = change.before().get(deletion.attribute()).text().orElse("NAME");
        String id = change.before().get("id").text().orElse("ID");
        return "delete it with `aws " + deletion.command() + " " + named + "`, or take it back with `terraform import '"
                + change.address() + "' " + id + "`";
    }
}
