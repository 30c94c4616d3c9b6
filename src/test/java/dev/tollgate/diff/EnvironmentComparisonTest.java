package dev.tollgate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.schema.Defaults;
import dev.tollgate.schema.EnvironmentSchema;
import dev.tollgate.testing.EveryKey;
import dev.tollgate.tfvars.EnvironmentReader;
import dev.tollgate.tfvars.TfvarsReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EnvironmentComparisonTest {

    private static final String HEAD = "name = \"shop\"\nregion = \"eu-west-1\"\napi_type = \"http\"\n";
    private static final String FUNCTION =
            "functions = { books = { source = \"lambdas/books\", handler = \"app.handler\", runtime = \"python3.12\"%s } }\n";

    @TestFactory
    List<DynamicTest> seesAChangeOfEveryKeyOnce() {
        return EveryKey.changed().stream()
                .map(change -> DynamicTest.dynamicTest(change.toString(), () -> {
                    assertThat(differences(change.before(), change.after()))
                            .extracting(Row::key)
                            .containsExactly(change.path());
                    assertThat(differences(change.after(), change.before()))
                            .extracting(Row::key)
                            .containsExactly(change.path());
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> seesAKeyThatIsLeftOutUnlessItSaysTheDefault() {
        return EveryKey.changed().stream()
                .map(change -> DynamicTest.dynamicTest(change.toString(), () -> {
                    boolean same = Defaults.fill(change.before(), EnvironmentSchema.ROOT)
                            .equals(Defaults.fill(change.without(), EnvironmentSchema.ROOT));
                    assertThat(differences(change.before(), change.without()).isEmpty())
                            .isEqualTo(same);
                }))
                .toList();
    }

    @Test
    void saysADefaultAsOne() {
        assertThat(text(FUNCTION.formatted(""), FUNCTION.formatted(", timeout = 30")))
                .containsExactly("functions.books.timeout: 10 (default) → 30");
        assertThat(text(FUNCTION.formatted(", timeout = 10"), FUNCTION.formatted("")))
                .isEmpty();
    }

    @Test
    void saysWhatOnlyOneFileHasAsAWhole() {
        assertThat(text("", "throttle = { rate = 10, burst = 5 }\n"))
                .containsExactly("throttle: - → { burst = 5, rate = 10 }");
        assertThat(text(
                        "routes = { \"GET /\" = { function = \"books\" } }\n",
                        "routes = { \"GET /books\" = { function = \"books\" } }\n"))
                .containsExactly(
                        "routes[\"GET /\"]: { function = \"books\" } → -",
                        "routes[\"GET /books\"]: - → { function = \"books\" }");
    }

    @Test
    void comparesTheItemsOfAListWithWhatIsNotInBoth() {
        String one = "{ actions = [\"sns:Publish\"], resources = [\"arn:aws:sns:eu-west-1:111122223333:news\"] }";
        String other = "{ actions = [\"sns:Subscribe\"], resources = [\"arn:aws:sns:eu-west-1:111122223333:news\"] }";
        String further =
                "{ actions = [\"sqs:SendMessage\"], resources = [\"arn:aws:sqs:eu-west-1:111122223333:jobs\"] }";

        assertThat(text(
                        FUNCTION.formatted(", policy = [" + one + ", " + further + "]"),
                        FUNCTION.formatted(", policy = [" + further + ", " + other + "]")))
                .containsExactly("functions.books.policy[1].actions: [\"sns:Publish\"] → [\"sns:Subscribe\"]");
        assertThat(text(FUNCTION.formatted(""), FUNCTION.formatted(", policy = [" + one + "]")))
                .containsExactly("functions.books.policy[0]: - → " + one);
    }

    private static List<String> text(String left, String right) {
        return differences(inputs(left), inputs(right)).stream()
                .map(row -> row.key() + ": " + row.left().map(Said::text).orElse("-") + " → "
                        + row.right().map(Said::text).orElse("-"))
                .toList();
    }

    private static List<Row> differences(SortedMap<String, Object> left, SortedMap<String, Object> right) {
        return EnvironmentComparison.of(left, right).stream()
                .filter(row -> !row.isSame())
                .toList();
    }

    private static SortedMap<String, Object> inputs(String text) {
        return EnvironmentReader.read(
                        "shop",
                        List.of(TfvarsReader.parse(
                                "environments/shop.tfvars", (HEAD + text).getBytes(StandardCharsets.UTF_8))))
                .environment()
                .orElseThrow()
                .inputs();
    }
}
