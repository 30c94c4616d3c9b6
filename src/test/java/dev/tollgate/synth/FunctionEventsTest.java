package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.gateway.read.Unenforced;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.testing.Variants;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What calls a function beside the API: each calls its alias, and may do just that. */
class FunctionEventsTest {

    private static final String NEWS = "arn:aws:sns:eu-west-1:111122223333:news";
    private static final String ORDERS = "arn:aws:sqs:eu-west-1:111122223333:orders";
    private static final String ALIAS = "${aws_lambda_alias.shop.arn}";

    @TempDir
    private static Path project;

    private static Variants variants;
    private static JsonNode resources;

    @BeforeAll
    static void synthesize() {
        variants = Variants.shop(project, """
                tables    = { goods = { hash_key = "id", stream = "NEW_IMAGE" } }
                functions = {
                  shop = {
                    source    = "lambdas/shop"
                    handler   = "app.handler"
                    runtime   = "python3.12"
                    alias     = "live"
                    schedules = { nightly = { expression = "rate(1 day)" } }
                    topics    = ["arn:aws:sns:eu-west-1:111122223333:news"]
                    queues    = { "arn:aws:sqs:eu-west-1:111122223333:orders" = {} }
                    streams   = { goods = {} }
                    on_failure = "arn:aws:sqs:eu-west-1:111122223333:lost"
                  }
                }
                moved = { "functions.store" = "functions.shop" }
                """).synthesized();
        resources = variants.stack("shop").path("resource");
    }

    @Test
    void callsTheAliasByTheClockInARoleThatMayNothingElse() {
        assertThat(resources
                        .at("/aws_scheduler_schedule/shop_nightly/target/arn")
                        .asText())
                .isEqualTo(ALIAS);
        assertThat(resources
                        .at("/aws_iam_role/shop_schedules/assume_role_policy")
                        .asText())
                .contains("\"scheduler.amazonaws.com\"", ":schedule-group/default\"");
        assertThat(resources.at("/aws_iam_role_policy/shop_schedules/policy").asText())
                .contains("\"Action\":[\"lambda:InvokeFunction\"],\"Resource\":[\"" + ALIAS + "\"]");
    }

    @Test
    void letsTheTopicAloneCallTheAlias() {
        JsonNode permission = resources.at("/aws_lambda_permission/topic_shop_news");

        assertThat(permission.path("source_arn").asText()).isEqualTo(NEWS);
        assertThat(permission.path("qualifier").asText()).isEqualTo("${aws_lambda_alias.shop.name}");
        assertThat(resources
                        .at("/aws_sns_topic_subscription/shop_news/endpoint")
                        .asText())
                .isEqualTo(ALIAS);
    }

    @Test
    void readsWithTheFunctionsRole() {
        assertThat(resources.at("/aws_iam_role_policy/shop/policy").asText())
                .contains(
                        "\"sqs:DeleteMessage\",\"sqs:GetQueueAttributes\",\"sqs:ReceiveMessage\"],\"Resource\":[\""
                                + ORDERS,
                        "\"Resource\":[\"${aws_dynamodb_table.goods.arn}/stream/*\"]",
                        "\"Action\":[\"sqs:SendMessage\"],\"Resource\":[\"arn:aws:sqs:eu-west-1:111122223333:lost\"]");
        assertThat(resources.at("/aws_lambda_event_source_mapping"))
                .extracting(mapping -> mapping.path("function_name").asText())
                .containsOnly(ALIAS);
        assertThat(resources
                        .at("/aws_lambda_function_event_invoke_config/shop/qualifier")
                        .asText())
                .isEqualTo("${aws_lambda_alias.shop.name}");
    }

    @Test
    void goesOnUnderAnotherKey() {
        assertThat(variants.stack("shop").path("moved").toString())
                .contains(
                        moved("aws_scheduler_schedule.store_nightly", "aws_scheduler_schedule.shop_nightly"),
                        moved("aws_iam_role.store_schedules", "aws_iam_role.shop_schedules"),
                        moved("aws_lambda_permission.topic_store_news", "aws_lambda_permission.topic_shop_news"),
                        moved(
                                "aws_lambda_event_source_mapping.store_goods_stream",
                                "aws_lambda_event_source_mapping.shop_goods_stream"));
    }

    private static String moved(String from, String to) {
        return "{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}";
    }

    @Test
    void isNamedWhereItIsNotServed() {
        assertThat(Unenforced.in(ConfigurationReader.read(
                        ConfigurationFile.at(variants.folder("shop").resolve("cdk.tf.json"), "shop"), new TreeMap<>())))
                .containsExactly(
                        "what queues and streams send to functions (`aws_lambda_event_source_mapping`) is not served here",
                        "what becomes of calls whose callers do not wait (`aws_lambda_function_event_invoke_config`) is not"
                                + " served here",
                        "what calls functions by the clock (`aws_scheduler_schedule`) is not served here",
                        "what topics send to functions (`aws_sns_topic_subscription`) is not served here");
    }
}
