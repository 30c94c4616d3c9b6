package dev.tollgate.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SeedItemTest {

    private static final Table BOOKS = new Table(
            "Books",
            new Table.Key("id", "S"),
            Optional.empty(),
            false,
            Optional.empty(),
            false,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            Table.Encryption.of("AWS_MANAGED"),
            List.of(),
            Optional.empty());

    @Test
    void refusesWhatIsLargerThanDynamoDbTakes() {
        SeedItem large = new SeedItem(Map.of("id", "1", "pages", List.of("é".repeat(204_800))));

        assertThat(large.problem(BOOKS)).hasValueSatisfying(problem -> assertThat(problem.message())
                .isEqualTo("has about 409611 bytes; DynamoDB takes 409600"));
    }

    @Test
    void takesWhatIsJustSmallEnough() {
        SeedItem item = new SeedItem(Map.of("id", "1", "pages", List.of("é".repeat(204_794))));

        assertThat(item.problem(BOOKS)).isEmpty();
    }

    @Test
    void takesNumbersOfOneValueForOneKey() {
        Table shelves = new Table(
                "Shelves",
                new Table.Key("id", "N"),
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                Table.Encryption.of("AWS_MANAGED"),
                List.of(),
                Optional.empty());

        assertThat(new SeedItem(Map.of("id", 1)).keys(shelves))
                .isEqualTo(new SeedItem(Map.of("id", new java.math.BigDecimal("1.0"))).keys(shelves));
    }
}
