package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Definition;
import dev.tollgate.testing.GeneratedEnvironment;
import dev.tollgate.testing.GeneratedEnvironments;
import dev.tollgate.testing.KeyChanges;
import dev.tollgate.testing.OneKeyChange;
import dev.tollgate.testing.RequiredTool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    /** How many keys change at once; 1 tells which of a group left something behind. */
    private static final int AT_ONCE = Integer.getInteger("properties.at-once", 10);

    private static final long FIRST_SEED = Long.getLong("properties.seed", 1);

    /** One of the APIs, while it is worked on. */
    private static final String ONLY = System.getProperty("properties.api", ".*");

    @BeforeAll
    static void tools() {
        RequiredTool.orSkip("terraform");
        RequiredTool.orSkip("moto_server");
    }

    @TestFactory
    Stream<DynamicTest> holdsWhatTheLastFileSays() {
        return apis().map(api -> DynamicTest.dynamicTest(api.word(), () -> pairs(api)));
    }

    @TestFactory
    Stream<DynamicTest> holdsWhatTheLastFileSaysOfOneKey() {
        return apis().filter(api -> KEYS > 0).map(api -> DynamicTest.dynamicTest(api.word(), () -> keys(api)));
    }

    private static Stream<Api> apis() {
        return Stream.of(
                        new Api(ApiKind.REST, Definition.RESOURCES),
                        new Api(ApiKind.REST, Definition.OPENAPI),
                        new Api(ApiKind.HTTP, Definition.RESOURCES),
                        new Api(ApiKind.NONE, Definition.RESOURCES))
                .filter(api -> api.word().matches(ONLY));
    }

    /** What stays the same under every file of an account. */
    private record Api(ApiKind kind, Definition definition) {

        String word() {
            return kind == ApiKind.REST ? kind.word() + "-" + definition.word() : kind.word();
        }

        Stream<GeneratedEnvironment> drawn() {
            return LongStream.iterate(FIRST_SEED, seed -> seed + 1)
                    .mapToObj(seed -> applicable(GeneratedEnvironments.of(seed, kind)))
                    .filter(GeneratedEnvironment::isValid)
                    .filter(Appliable::ownsItsPool);
        }

        GeneratedEnvironment applicable(GeneratedEnvironment drawn) {
            return Appliable.of(drawn, kind, definition);
        }

        /** Whether {@code changed} can be applied as it is. */
        boolean takes(GeneratedEnvironment changed) {
            return changed.equals(applicable(changed));
        }

        AccountHistory history(String name) {
            return new AccountHistory(name + "-" + word(), kind, definition);
        }
    }

    /** A ring: each environment is applied alone, then followed by the next one, the last by the first. */
    private static void pairs(Api api) {
        List<GeneratedEnvironment> ring = api.drawn().limit(PAIRS).toList();
        Map<Integer, JsonNode> alone = new HashMap<>();
        Map<Integer, JsonNode> after = new HashMap<>();
        List<String> faults = new ArrayList<>();
        try (AccountHistory history = api.history("pairs")) {
            for (int at = 0; at < PAIRS; at++) {
                int next = (at + 1) % PAIRS;
                try {
                    alone.put(at, history.alone(ring.get(at)));
                    after.put(next, history.then(ring.get(next)));
                    history.settles();
                } catch (AssertionError e) {
                    // The others are asked all the same: each begins in an empty account.
                    faults.add("from number " + at + " on: " + e.getMessage());
                }
            }
        }
        after.forEach((at, account) -> Optional.ofNullable(alone.get(at))
                .map(expected -> Differences.between(expected, account))
                .filter(differences -> !differences.isEmpty())
                .ifPresent(differences ->
                        faults.add("number " + at + ", after the one before it: " + differences + System.lineSeparator()
                                + ring.get((at + PAIRS - 1) % PAIRS).text() + System.lineSeparator()
                                + ring.get(at).text())));
        assertThat(faults).isEmpty();
    }

    /** There and back again: each key of an environment changes. The gravest are {@link ArrivalTest}'s, each alone. */
    private static void keys(Api api) {
        GeneratedEnvironment before = api.drawn().findFirst().orElseThrow();
        List<OneKeyChange> changes = OneKeyChange.all(before, FIRST_SEED)
                .filter(change -> api.takes(change.changed()))
                .limit(KEYS)
                .toList();
        List<String> left = new ArrayList<>();
        try (AccountHistory history = api.history("keys");
                AccountHistory other = api.history("key")) {
            JsonNode fresh = history.alone(before);
            for (KeyChanges group : KeyChanges.of(changes, AT_ONCE, api::takes)) {
                Differences.between(other.alone(group.changed()), history.then(group.changed()))
                        .forEach(difference -> left.add(group + ", there: " + difference));
                Differences.between(fresh, history.then(before))
                        .forEach(difference -> left.add(group + ", back: " + difference));
            }
        }
        assertThat(left).as(before.text()).isEmpty();
    }
}
