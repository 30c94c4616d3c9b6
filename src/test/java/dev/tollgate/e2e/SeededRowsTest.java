package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Rows that a file puts into a table once: from then on they are the application's, and no plan touches them unasked.
 */
class SeededRowsTest {

    private static final String WITHOUT = """
            name      = "shop"
            region    = "eu-west-1"
            api_type  = "none"
            user_pool = { deletion_protection = false }
            tables    = { goods = { hash_key = "id", deletion_protection = false } }
            """;

    private static final String SHOP = WITHOUT.replace("hash_key = ", "items = \"goods.json\", hash_key = ");

    private static final String SOLD = "{ \"id\": { \"S\": \"1\" }, \"left\": { \"N\": \"3\" } }";

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void areTheApplicationsOnceTheyAreThere() throws IOException {
        RequiredTool.orSkip("node");
        TempProject project = TempProject.named("seeded-rows");
        project.environment("shop", SHOP);
        Files.writeString(
                project.folder().resolve("goods.json"),
                "[{ \"id\": \"1\", \"left\": 9 }, { \"id\": \"2\", \"left\": 9 }]");
        try (Emulator emulator = Emulator.start()) {
            Launched tollgate = new Launched(project, emulator);
            Stack stack = new Stack(project.synthesized().resolve("shop"), emulator).init();
            stack.apply().succeeded();

            // A row that the application rewrites stays so; one that it deletes does not come back unasked.
            emulator.dynamodb("PutItem", json("{ \"TableName\": \"goods\", \"Item\": " + SOLD + " }"));
            emulator.dynamodb(
                    "DeleteItem", json("{ \"TableName\": \"goods\", \"Key\": { \"id\": { \"S\": \"2\" } } }"));
            Run returning = tollgate.run("plan", "-e", "shop");
            assertThat(returning.exit()).as(returning.output()).isEqualTo(1);
            assertThat(returning.output())
                    .contains("row `2` of table `goods` was put in before and has been deleted since")
                    .doesNotContain("row `1`");

            // Rows that leave the file are deleted once somebody has said so.
            project.environment("shop", WITHOUT);
            Run leaving = tollgate.run("plan", "-e", "shop");
            assertThat(leaving.exit()).as(leaving.output()).isEqualTo(1);
            assertThat(leaving.output()).contains("row `1` of table `goods` is deleted");
            assertThat(items(emulator)).containsExactly(json(SOLD));
            Run acknowledged = tollgate.run(
                    "deploy", "-e", "shop", "--yes", "--acknowledge", "aws_dynamodb_table.goods=the shop is closed");
            assertThat(acknowledged.exit()).as(acknowledged.output()).isZero();
            assertThat(items(emulator)).isEmpty();

            // What the application has put there itself is not overwritten.
            emulator.dynamodb("PutItem", json("{ \"TableName\": \"goods\", \"Item\": " + SOLD + " }"));
            project.environment("shop", SHOP);
            project.synthesized();
            Run taken = stack.apply();
            assertThat(taken.exit()).as(taken.output()).isEqualTo(1);
            assertThat(taken.output()).contains("ConditionalCheckFailedException");
            assertThat(items(emulator)).contains(json(SOLD));
        }
    }

    private static List<JsonNode> items(Emulator emulator) {
        return emulator.account().at("/tables/eu-west-1/goods/items").findValues("Attributes");
    }
}
