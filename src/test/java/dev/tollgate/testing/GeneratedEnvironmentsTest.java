package dev.tollgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.ApiKind;
import dev.tollgate.schema.EnvironmentSchema;
import dev.tollgate.schema.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway") // what is looked up here was put there before
class GeneratedEnvironmentsTest {

    private static final int SEEDS = 60;

    @ParameterizedTest
    @EnumSource
    void areMostlyValidAtTheFirstAttempt(ApiKind kind) {
        List<GeneratedEnvironment> invalid = LongStream.range(0, SEEDS)
                .mapToObj(seed -> GeneratedEnvironments.attempt(seed, 0, kind))
                .filter(drawn -> !drawn.isValid())
                .toList();

        assertThat(invalid.size())
                .as(() -> invalid.stream()
                        .map(GeneratedEnvironment::errors)
                        .toList()
                        .toString())
                .isLessThan(SEEDS * 4 / 10);
    }

    @ParameterizedTest
    @EnumSource
    void saysInItsTextWhatItHoldsAsData(ApiKind kind) {
        for (long seed = 0; seed < 10; seed++) {
            GeneratedEnvironment drawn = GeneratedEnvironments.of(seed, kind);

            assertThat(drawn.environment().inputs()).as(drawn.text()).isEqualTo(drawn.values());
            assertThat(drawn.environment().kind()).isEqualTo(kind);
            assertThat(GeneratedEnvironments.of(seed, kind)).isEqualTo(drawn);
        }
    }

    @Test
    void useEveryKeyOfTheSchema() {
        Set<String> all = new TreeSet<>();
        keys("", EnvironmentSchema.ROOT, all);

        Set<String> used = new TreeSet<>();
        for (ApiKind kind : ApiKind.values()) {
            GeneratedEnvironments.all(kind)
                    .limit(SEEDS)
                    .forEach(drawn -> used("", EnvironmentSchema.ROOT, drawn.values(), used));
        }

        assertThat(used).hasSizeGreaterThan(60).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @EnumSource
    void changeInOnePlaceOnlyAndStayValid(ApiKind kind) {
        GeneratedEnvironment drawn = GeneratedEnvironments.of(3, kind);

        List<OneKeyChange> changes = OneKeyChange.all(drawn, 3).toList();

        assertThat(changes).hasSizeGreaterThan(20).allSatisfy(change -> {
            assertThat(change.before()).isNotEqualTo(change.after());
            assertThat(at(drawn.values(), change.path().parts())).isEqualTo(change.before());
            assertThat(at(change.changed().values(), change.path().parts())).isEqualTo(change.after());
            assertThat(change.changed().errors()).as(change.changed().text()).isEmpty();
        });
        assertThat(changes.stream().map(OneKeyChange::path)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void changeInSeveralPlacesAtOnceAndStayValid(ApiKind kind) {
        GeneratedEnvironment drawn = GeneratedEnvironments.of(3, kind);
        List<OneKeyChange> changes = OneKeyChange.all(drawn, 3).toList();

        List<KeyChanges> groups = KeyChanges.of(changes, 10, changed -> true);

        assertThat(groups).hasSizeLessThan(changes.size() / 3).allSatisfy(group -> {
            assertThat(group.changed().errors()).as(group.changed().text()).isEmpty();
            assertThat(group.changes()).hasSizeBetween(1, 10).allSatisfy(change -> assertThat(
                            at(group.changed().values(), change.path().parts()))
                    .isEqualTo(change.after()));
        });
        assertThat(groups.stream().flatMap(group -> group.changes().stream()))
                .containsExactlyInAnyOrderElementsOf(changes);
    }

    private static Optional<Object> at(Object value, List<String> path) {
        return path.isEmpty()
                ? Optional.ofNullable(value)
                : Optional.ofNullable(((Map<?, ?>) value).get(path.get(0)))
                        .flatMap(inner -> at(inner, path.subList(1, path.size())));
    }

    private static void keys(String at, Type type, Set<String> keys) {
        if (type instanceof Type.ObjectOf object) {
            object.attributes().forEach(attribute -> {
                keys.add(at + "." + attribute.name());
                keys(at + "." + attribute.name(), attribute.type(), keys);
            });
        } else if (type instanceof Type.MapOf map) {
            keys(at, map.element(), keys);
        } else if (type instanceof Type.ListOf list) {
            keys(at, list.element(), keys);
        }
    }

    private static void used(String at, Type type, Object value, Set<String> used) {
        if (type instanceof Type.ObjectOf object) {
            object.attributes().stream()
                    .filter(attribute -> ((Map<?, ?>) value).containsKey(attribute.name()))
                    .forEach(attribute -> {
                        used.add(at + "." + attribute.name());
                        Object inner = ((Map<?, ?>) value).get(attribute.name());
                        used(at + "." + attribute.name(), attribute.type(), inner, used);
                    });
        } else if (type instanceof Type.MapOf map) {
            ((Map<?, ?>) value).values().forEach(item -> used(at, map.element(), item, used));
        } else if (type instanceof Type.ListOf list) {
            ((List<?>) value).forEach(item -> used(at, list.element(), item, used));
        }
    }
}
