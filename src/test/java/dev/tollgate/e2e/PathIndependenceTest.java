package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.model.ApiKind;
import dev.tollgate.testing.GeneratedEnvironment;
import dev.tollgate.testing.GeneratedEnvironments;
import dev.tollgate.testing.OneKeyChange;
import dev.tollgate.testing.RequiredTool;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What an account holds follows from the environment's last file, not from those before it: A and then B is B. What is
 * left open, forgotten or kept by mistake shows as a difference. {@code make properties} asks more of it.
 */
@Execution(ExecutionMode.CONCURRENT)
class PathIndependenceTest {

    private static final int PAIRS = Integer.getInteger("properties.pairs", 6);
    private static final int KEYS = Integer.getInteger("properties.keys", 0);
    private static final long FIRST_SEED = Long.getLong("properties.seed", 1);

    /** One kind of API, while it is worked on. */
    private static final String ONLY = System.getProperty("properties.kind", ".*");

    @BeforeAll
    static void tools() {
        RequiredTool.orSkip("terraform");
        RequiredTool.orSkip("moto_server");
    }

    @TestFactory
    Stream<DynamicTest> holdsWhatTheLastFileSays() {
        return kinds().map(kind -> DynamicTest.dynamicTest(kind.word(), () -> pairs(kind)));
    }

    @TestFactory
    Stream<DynamicTest> holdsWhatTheLastFileSaysOfOneKey() {
        return kinds().filter(kind -> KEYS > 0).map(kind -> DynamicTest.dynamicTest(kind.word(), () -> keys(kind)));
    }

    private static Stream<ApiKind> kinds() {
        return Stream.of(ApiKind.values()).filter(kind -> kind.word().matches(ONLY));
    }

    private static Stream<GeneratedEnvironment> drawn(ApiKind kind) {
        return LongStream.iterate(FIRST_SEED, seed -> seed + 1)
                .mapToObj(seed -> Appliable.of(GeneratedEnvironments.of(seed, kind), kind))
                .filter(GeneratedEnvironment::isValid);
    }

    /** A ring: each environment is applied alone, then followed by the next one, the last by the first. */
    private static void pairs(ApiKind kind) {
        List<GeneratedEnvironment> ring = drawn(kind).limit(PAIRS).toList();
        List<JsonNode> alone = new ArrayList<>();
        List<JsonNode> after = new ArrayList<>();
        try (History history = new History("pairs-" + kind.word(), kind)) {
            for (int at = 0; at < PAIRS; at++) {
                alone.add(history.alone(ring.get(at)));
                after.add(history.then(ring.get((at + 1) % PAIRS)));
                history.settles();
            }
        }
        for (int at = 0; at < PAIRS; at++) {
            int next = (at + 1) % PAIRS;
            assertThat(Differences.between(alone.get(next), after.get(at)))
                    .as(
                            "what is left of%n%s%nin%n%s",
                            ring.get(at).text(), ring.get(next).text())
                    .isEmpty();
        }
    }

    /** There and back again: each key of an environment changes alone. The gravest are {@link ArrivalTest}'s. */
    private static void keys(ApiKind kind) {
        GeneratedEnvironment before = drawn(kind).findFirst().orElseThrow();
        List<OneKeyChange> changes = OneKeyChange.all(before, FIRST_SEED)
                .filter(change -> change.changed().equals(Appliable.of(change.changed(), kind)))
                .limit(KEYS)
                .toList();
        List<String> left = new ArrayList<>();
        try (History history = new History("keys-" + kind.word(), kind);
                History other = new History("key-" + kind.word(), kind)) {
            JsonNode fresh = history.alone(before);
            for (OneKeyChange change : changes) {
                Differences.between(other.alone(change.changed()), history.then(change.changed()))
                        .forEach(difference -> left.add(change.path() + ", there: " + difference));
                Differences.between(fresh, history.then(before))
                        .forEach(difference -> left.add(change.path() + ", back: " + difference));
            }
        }
        assertThat(left).as(before.text()).isEmpty();
    }
}
