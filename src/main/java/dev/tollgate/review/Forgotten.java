package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What leaves the state without being destroyed answers as before, costs as before, and nobody patches it. */
final class Forgotten {

    static final ReviewRule RULE = new ReviewRule(
            "forgotten", Kind.FORGOTTEN, "Terraform forgets something, and AWS keeps it", Forgotten::judge);

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
        List<String> others = new ArrayList<>();
        for (ResourceChange change : comparison.all(Action.FORGET)) {
            if (!DELETIONS.containsKey(change.type())) {
                others.add(change.address());
                continue;
            }
            report.say(
                    change.address(),
                    "Terraform forgets `" + change.address() + "`" + Losses.named(change.before())
                            + ": it lives on, unmanaged",
                    hint(change));
        }
        if (!others.isEmpty()) {
            report.say(
                    others.get(0),
                    "Terraform forgets `" + others.get(0) + "`"
                            + (others.size() == 1
                                    ? ""
                                    : " and " + (others.size() - 1) + " more that belong to the rest")
                            + ": unmanaged from then on",
                    "what they belong to takes them along when it is deleted");
        }
    }

    private static String hint(ResourceChange change) {
        Deletion deletion = DELETIONS.get(change.type());
        Optional<String> named = deletion == null
                ? Optional.empty()
                : change.before().get(deletion.attribute()).text();
        Optional<String> id = change.before().get("id").text();
        String delete = deletion == null
                ? ""
                : "delete it with `aws " + deletion.command() + " " + named.orElse("NAME") + "`, or ";
        return delete + "take it back with `terraform import '" + change.address() + "' " + id.orElse("ID") + "`";
    }
}
