package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.testing.Variants;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits of a table on demand, and of an index that has its own. */
class TableLimitsTest {

    @TempDir
    private static Path project;

    private static JsonNode stack;

    @BeforeAll
    static void synthesize() {
        stack = Variants.in(project).with("shop", """
                name      = "shop"
                region    = "eu-west-1"
                api_type  = "none"
                user_pool = {}
                tables = {
                  goods = {
                    hash_key        = "id"
                    max_read_units  = 400
                    max_write_units = 40
                    indexes = {
                      by_day   = { hash_key = "day" }
                      by_maker = { hash_key = "maker", max_read_units = 30, max_write_units = 3 }
                    }
                  }
                }
                """).synthesized().stack("shop");
    }

    @Test
    void limitsTheTableAndTheIndexThatHasLimits() {
        JsonNode table = stack.at("/resource/aws_dynamodb_table/goods");

        assertThat(table.at("/on_demand_throughput/max_read_request_units").asText())
                .isEqualTo("${var.tables[\"goods\"].max_read_units}");
        assertThat(table.path("global_secondary_index"))
                .extracting(index -> index.path("name").asText(), index -> index.at(
                                "/on_demand_throughput/max_write_request_units")
                        .asText())
                .containsExactly(
                        tuple("by_day", ""),
                        tuple("by_maker", "${var.tables[\"goods\"].indexes[\"by_maker\"].max_write_units}"));
    }

    @Test
    void asksForAProviderThatKnowsThem() {
        assertThat(stack.at("/terraform/required_providers/aws/version").asText())
                .isEqualTo(">= 5.100, < 7");
    }
}
