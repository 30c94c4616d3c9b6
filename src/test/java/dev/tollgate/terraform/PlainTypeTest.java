package dev.tollgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types that are read without the grammar mean what the grammar makes of them. */
class PlainTypeTest {

    private static final Value EMPTY = new Value.Mapping(new TreeMap<>());

    /** Absent, of another kind, empty, and with members of each kind that a default may be filled into. */
    private static final List<Value> VALUES = List.of(
            Value.absent(),
            Value.of("5"),
            Value.of("true"),
            Value.scalar(new java.math.BigDecimal("1.50")),
            EMPTY,
            new Value.Sequence(List.of()),
            new Value.Sequence(List.of(EMPTY, EMPTY, Value.of("x"))),
            new Value.Mapping(new TreeMap<>(java.util.Map.of("a", EMPTY, "b", Value.of("7")))));

    static SortedSet<String> emitted() throws IOException {
        SortedSet<String> types = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden"))) {
            for (Path file : files.filter(path -> path.endsWith("cdk.tf.json")).toList()) {
                for (JsonNode variable :
                        new ObjectMapper().readTree(file.toFile()).path("variable")) {
                    types.add(variable.path("type").asText());
                }
            }
        }
        return types;
    }

    @Test
    void readsAllThatIsEmittedWithoutTheGrammar() throws IOException {
        assertThat(emitted()).hasSizeGreaterThan(15).allMatch(type -> PlainType.read(type)
                .isPresent());
    }

    @ParameterizedTest
    @MethodSource("emitted")
    @ValueSource(
            strings = {
                " string ",
                "any",
                "list(any)",
                "object({a = optional(number, -1.5), b = optional(string, \"x y\")\n c = optional(bool, false),})",
                "object({})",
                "map(object({ a = optional(map(string), {}), b = optional(list(number), [ ]), c = optional(any, null) }))",
                "set(number)",
                "object({a = optional(list(string), [\"x\"]), b = optional(set(string), [ \"y\" , \"x\" ])})",
                "object({a = optional(object({b = optional(number, 3)}), {})})"
            })
    void meansWhatTheGrammarMakesOfIt(String type) {
        EvaluationScope nothing = EvaluationScope.nothing(new Effort());
        TypeConstraint plain = PlainType.read(type).orElseThrow();
        TypeConstraint grammatical =
                Expressions.type(type).map(TypeConstraint::of).orElseThrow();

        assertThat(VALUES).allSatisfy(value -> assertThat(plain.fill(value, nothing))
                .isEqualTo(grammatical.fill(value, nothing)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "list(",
                "list(string",
                "string)",
                "tuple([string])",
                "object({a: string})",
                "object({\"a\" = string})",
                "optional(number, 1 + 1)",
                "optional(string, \"${1}\")",
                "optional(string, \"a\\n\")",
                "optional(list(number), [1])",
                "optional(list(string), [\"a\\n\"])",
                "list(string) # all",
                "object({a = string b})"
            })
    void leavesTheRestToTheGrammar(String type) {
        assertThat(PlainType.read(type)).isEqualTo(Optional.empty());
        assertThat(PlainType.read("list(".repeat(100_000))).isEmpty();
    }
}
