package dev.tollgate.terraform;

import java.util.Set;
import java.util.TreeSet;

/**
 * Blocks that stand in a state although nobody wrote them: the provider's schema says that it computes them, or its
 * code keeps what AWS answers. All other blocks are in a state because somebody wrote them.
 */
final class FilledBlocks {

    /** Resource types, each with its blocks; {@code FilledBlocksTest} holds those that the schema computes. */
    private static final Set<String> ALL = parse("""
            aws_acm_certificate         options
            aws_api_gateway_domain_name endpoint_configuration
            aws_api_gateway_rest_api    endpoint_configuration
            aws_apigatewayv2_stage      default_route_settings
            aws_cognito_user_pool       account_recovery_setting admin_create_user_config email_configuration
            aws_cognito_user_pool       password_policy sign_in_policy sms_configuration username_configuration
            aws_cognito_user_pool       verification_message_template
            aws_dynamodb_table          point_in_time_recovery server_side_encryption ttl
            aws_iam_role                inline_policy
            aws_lambda_function         ephemeral_storage logging_config tracing_config
            aws_s3_bucket               cors_rule grant lifecycle_rule logging object_lock_configuration
            aws_s3_bucket               replication_configuration server_side_encryption_configuration versioning website
            aws_secretsmanager_secret   replica
            """);

    private FilledBlocks() {}

    private static Set<String> parse(String table) {
        Set<String> found = new TreeSet<>();
        table.lines().forEach(row -> {
            String[] cells = row.split(" +", -1);
            for (int i = 1; i < cells.length; i++) {
                found.add(cells[0] + "." + cells[i]);
            }
        });
        return found;
    }

    /** Whether a resource of {@code type} may have the block {@code name} without anybody's having written it. */
    static boolean has(String type, String name) {
        return ALL.contains(type + "." + name);
    }
}
