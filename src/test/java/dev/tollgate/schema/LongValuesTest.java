package dev.tollgate.schema;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tollgate.testing.EveryKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Limits are regular expressions, too, and those of Java take stack for each repetition of a group. */
class LongValuesTest {

    private static final int TIMES = 50_000;

    @TestFactory
    Stream<DynamicTest> judgesValuesOfAnyLength() {
        return EveryKey.changed().stream()
                .filter(change -> change.attribute().limit().isPresent())
                .map(change -> DynamicTest.dynamicTest(
                        change.toString(),
                        () -> judge(change.attribute().limit().orElseThrow())));
    }

    private static void judge(Limit limit) {
        for (String part :
                List.of("a", "a-", "-a", "a.", "/a", "1s", "a b", "a:", "a@", "{####}", "https://a.", "\"")) {
            String text = "eu" + part.repeat(TIMES);

            assertThatCode(() -> {
                        limit.admits(text);
                        limit.admits(List.of(text));
                        limit.admits(new TreeMap<>(Map.of(text, text)));
                    })
                    .as(part)
                    .doesNotThrowAnyException();
        }
    }
}
