package dev.tollgate.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.function.LocalFunction;
import dev.tollgate.gateway.table.LocalTable;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.testing.Variants;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a function is told of its stack and may do to it, as emitted and as served here. */
class ToldFunctionsTest {

    @TempDir
    private static Path project;

    private static Variants variants;
    private static Infrastructure infrastructure;

    @BeforeAll
    static void synthesize() {
        variants = Variants.shop(project, """
                clients   = { web = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"] } }
                tables = {
                  carts  = { hash_key = "id" }
                  orders = {
                    hash_key = "id"
                    indexes  = { by_day = { hash_key = "shop", range_key = "day", range_key_type = "N", projection = "INCLUDE", non_key_attributes = ["total"] } }
                  }
                }
                functions = {
                  shop = {
                    source           = "lambdas/shop"
                    handler          = "app.handler"
                    runtime          = "python3.12"
                    tables           = ["carts"]
                    read_tables      = ["orders"]
                    tracing          = true
                    reserved_concurrency = 5
                    dead_letter      = "arn:aws:sqs:eu-west-1:111122223333:lost"
                    layers           = ["arn:aws:lambda:eu-west-1:111122223333:layer:shared:3"]
                    environment      = { LEVEL = "info" }
                    environment_from = { POOL = "user_pool.id", CLIENT = "clients.web.id", ORDERS = "tables.orders.arn", KEY = "secret:shop/key", RATE = "parameter:rate" }
                  }
                }
                """).synthesized();
        infrastructure = ConfigurationReader.read(
                ConfigurationFile.at(variants.folder("shop").resolve("cdk.tf.json"), "shop"), new TreeMap<>());
    }

    @Test
    void mayDoWhatTheyAreToldOfAndNoMore() {
        String policy = variants.stack("shop")
                .at("/resource/aws_iam_role_policy/shop/policy")
                .asText();

        assertThat(policy)
                .contains(
                        "\"Resource\":[\"${aws_dynamodb_table.carts.arn}\"]",
                        "\"Resource\":[\"${aws_dynamodb_table.orders.arn}\",\"${aws_dynamodb_table.orders.arn}/index/*\"]",
                        "\"Action\":[\"secretsmanager:GetSecretValue\"]",
                        ":secret:shop/key-??????\"]",
                        "\"Action\":[\"ssm:GetParameter\"]",
                        ":parameter/rate\"]",
                        // By any key, for those alone, and through the services that keep them alone.
                        "\"Condition\":{\"StringLike\":{\"kms:EncryptionContext:SecretARN\":\"arn:",
                        ":secret:shop/key-??????\",\"kms:ViaService\":\"secretsmanager.eu-west-1.amazonaws.com\"}}",
                        "\"Condition\":{\"StringEquals\":{\"kms:EncryptionContext:PARAMETER_ARN\":\"arn:",
                        ":parameter/rate\",\"kms:ViaService\":\"ssm.eu-west-1.amazonaws.com\"}}",
                        "\"Action\":[\"sqs:SendMessage\"],\"Resource\":[\"arn:aws:sqs:eu-west-1:111122223333:lost\"]",
                        "\"Action\":[\"xray:PutTelemetryRecords\",\"xray:PutTraceSegments\"]");
    }

    @Test
    void areToldTheSameHere() {
        List<String> notes = new ArrayList<>();
        LocalNames names = new LocalNames(infrastructure);
        Resource function = infrastructure.find("aws_lambda_function.shop").orElseThrow();
        Resource pool = infrastructure.find("aws_cognito_user_pool.users").orElseThrow();
        Resource client =
                infrastructure.find("aws_cognito_user_pool_client.web").orElseThrow();

        FunctionReader reader = new FunctionReader(infrastructure, names, notes);
        assertThat(reader.layers(function)).isEmpty();
        LocalFunction served = reader.read(function, project);

        assertThat(served.environment())
                .containsEntry("LEVEL", "info")
                .containsEntry("POOL", names.poolId(pool))
                .containsEntry("CLIENT", names.clientId(client))
                .containsEntry("ORDERS", "arn:aws:dynamodb:eu-west-1:123456789012:table/orders")
                .containsEntry("KEY", "shop/key")
                .containsEntry("RATE", "rate")
                .hasSize(6);
        assertThat(notes)
                .containsExactly(
                        "the layer `arn:aws:lambda:eu-west-1:111122223333:layer:shared:3` of `shop-shop` is not used here: what"
                                + " it imports from it is missing",
                        "the reserved concurrency of `shop-shop` is not held here: more than 5 calls may run at once");
    }

    @Test
    void findTheirIndexesHere() {
        ObjectNode orders = new TableReader(infrastructure)
                .read().stream()
                        .filter(table -> table.name().equals("orders"))
                        .findFirst()
                        .map(LocalTable::definition)
                        .orElseThrow();

        assertThat(orders.path("GlobalSecondaryIndexes").toString())
                .isEqualTo(
                        "[{\"IndexName\":\"by_day\",\"KeySchema\":[{\"AttributeName\":\"shop\",\"KeyType\":\"HASH\"},"
                                + "{\"AttributeName\":\"day\",\"KeyType\":\"RANGE\"}],\"Projection\":{\"ProjectionType\":\"INCLUDE\","
                                + "\"NonKeyAttributes\":[\"total\"]}}]");
        assertThat(orders.path("AttributeDefinitions").findValuesAsText("AttributeName"))
                .containsExactlyInAnyOrder("id", "shop", "day");
    }
}
