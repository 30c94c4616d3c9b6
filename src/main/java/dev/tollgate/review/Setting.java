package dev.tollgate.review;

import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An attribute that protects something, and how loosely: the higher, the less it protects.
 *
 * @param path of the attribute, single blocks on the way
 * @param looseness of a value; empty where it is not known
 * @param factor how many times looser it has to become to be worth a word
 */
record Setting(List<String> path, Function<Value, Optional<BigDecimal>> looseness, int factor) {

    private static final BigDecimal UNLIMITED = BigDecimal.TEN.pow(12);

    /**
     * Tighter from the first of {@code words} to the last; {@code missing} is what AWS takes where nothing is written.
     */
    static Setting ordered(String path, String missing, String... words) {
        List<String> loose = List.of(words);
        return new Setting(
                steps(path),
                value -> (value.isAbsent() ? Optional.of(missing) : value.text())
                        .filter(loose::contains)
                        .map(word -> BigDecimal.valueOf((long) loose.size() - loose.indexOf(word))),
                1);
    }

    /** On is tighter; {@code missing} is what AWS takes where nothing is written. */
    static Setting on(String path, String missing) {
        return ordered(path, missing, "false", "true");
    }

    /** Off is tighter, as it is where nothing is written. */
    static Setting off(String path) {
        return ordered(path, "false", "true", "false");
    }

    /** That something is written there is tighter. */
    static Setting written(String path) {
        return new Setting(
                steps(path),
                value -> value.isLeftToProvider()
                        ? Optional.empty()
                        : Optional.of(isEmpty(value) ? BigDecimal.ONE : BigDecimal.ZERO),
                1);
    }

    /** More is tighter. */
    static Setting atLeast(String path, int missing) {
        return new Setting(
                steps(path),
                value -> value.isAbsent()
                        ? Optional.of(BigDecimal.valueOf(-missing))
                        : value.number().map(BigDecimal::negate),
                1);
    }

    /** Less is tighter. */
    static Setting atMost(String path, int missing) {
        return new Setting(
                steps(path), value -> value.isAbsent() ? Optional.of(BigDecimal.valueOf(missing)) : value.number(), 1);
    }

    /** Less is tighter, from ten times as much on; nothing or a negative number is no limit. */
    static Setting limit(String path) {
        return new Setting(
                steps(path),
                value -> value.isAbsent()
                        ? Optional.of(UNLIMITED)
                        : value.number().map(number -> number.signum() < 0 ? UNLIMITED : number),
                10);
    }

    /** A newer version of TLS is tighter. */
    static Setting tls(String path) {
        Map<String, Integer> versions = Map.of("TLS_1_0", 10, "TLS_1_2", 12);
        return new Setting(
                steps(path),
                value -> value.isAbsent()
                        ? Optional.of(BigDecimal.valueOf(-10))
                        : value.text().flatMap(policy -> version(versions, policy)),
                1);
    }

    /** {@code SecurityPolicy_TLS13_1_3_2025_09}: the second number is the least version. */
    private static Optional<BigDecimal> version(Map<String, Integer> versions, String policy) {
        Integer plain = versions.get(policy);
        Integer version = plain != null
                ? plain
                : policy.startsWith("SecurityPolicy_TLS13_1_3")
                        ? 13
                        : policy.startsWith("SecurityPolicy_TLS13") ? 12 : 0;
        return version == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(-version));
    }

    private static List<String> steps(String path) {
        return List.of(path.split("\\.", -1));
    }

    private static boolean isEmpty(Value value) {
        return value.isAbsent()
                || value.is("")
                || (value instanceof Value.Sequence sequence && sequence.items().isEmpty())
                || (value instanceof Value.Mapping mapping && mapping.members().isEmpty());
    }

    /** What {@code resource} has there. */
    Value in(Resource resource) {
        Value value = resource.get(path.get(0));
        for (String step : path.subList(1, path.size())) {
            value = value.get(step);
        }
        return value;
    }

    /** Whether {@code later} protects less than {@code earlier}; empty where that is not known. */
    Optional<Boolean> isLooser(Value earlier, Value later) {
        Optional<BigDecimal> before = looseness.apply(earlier);
        Optional<BigDecimal> after = looseness.apply(later);
        return before.flatMap(one -> after.map(other -> other.compareTo(one) > 0
                && (factor == 1 || other.compareTo(one.multiply(BigDecimal.valueOf(factor))) >= 0)));
    }

    /** The path as it is written. */
    String name() {
        return String.join(".", path);
    }
}
