package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.testing.Variants;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an API's logs go, and for how long they are kept. */
class LogGroupsTest {

    private static final String FILE = """
            name = "shop"
            region = "eu-west-1"
            api_type = "%s"
            stage = "live"
            user_pool = {}
            functions = { one = { existing = "one" } }
            routes = { "GET /one" = { function = "one", anonymous = "for all" } }
            access_log = { retention_days = 14 %s }
            """;

    private static Variants variants;

    @BeforeAll
    static void synthesize(@TempDir Path temp) throws IOException {
        variants = Variants.in(temp)
                .with("http", FILE.formatted("http", ""))
                .with("rest", FILE.formatted("rest", ", account_role = false"))
                .with("level", FILE.formatted("rest", ", account_role = false, level = \"INFO\""))
                .with("openapi", "definition = \"openapi\"\n" + FILE.formatted("rest", ", account_role = false"))
                .synthesized();
    }

    private static JsonNode group(String environment, String name) {
        return variants.stack(environment).at("/resource/aws_cloudwatch_log_group/" + name);
    }

    @Test
    void areWhereAwsDeliversWithoutAnEntryInThePolicyOfTheAccount() {
        for (String environment : List.of("http", "rest")) {
            assertThat(group(environment, "access_log").path("name").asText())
                    .isEqualTo("/aws/vendedlogs/apigateway/${var.name}");
        }
    }

    /** Another name would be another group, and what was logged would go with the former. */
    @Test
    void keepTheNameOfAnEarlierReleaseUntilTheEnvironmentHasAnother() {
        JsonNode lifecycle = group("http", "access_log").path("lifecycle");

        assertThat(lifecycle.path("ignore_changes")).hasSize(1);
        assertThat(lifecycle.at("/ignore_changes/0").asText()).isEqualTo("name");
        assertThat(lifecycle.at("/replace_triggered_by/0").asText()).isEqualTo("terraform_data.access_log");
        assertThat(variants.stack("http")
                        .at("/resource/terraform_data/access_log/triggers_replace/0")
                        .asText())
                .isEqualTo("${var.name}");
    }

    /** Whatever the level is: a late value may raise it. */
    @Test
    void ofTheExecutionAreThereBeforeTheStageThatWritesToThem() {
        for (String environment : List.of("rest", "level", "openapi")) {
            JsonNode group = group(environment, "execution_log");

            assertThat(group.path("name").asText())
                    .isEqualTo("API-Gateway-Execution-Logs_${aws_api_gateway_rest_api.api.id}/live");
            assertThat(group.path("retention_in_days").asText()).isEqualTo("${var.access_log.retention_days}");
            assertThat(StreamSupport.stream(
                                    variants.stack(environment)
                                            .at("/resource/aws_api_gateway_stage/api/depends_on")
                                            .spliterator(),
                                    false)
                            .map(JsonNode::asText))
                    .contains("aws_cloudwatch_log_group.execution_log");
        }
        assertThat(group("http", "execution_log").isMissingNode()).isTrue();
    }
}
