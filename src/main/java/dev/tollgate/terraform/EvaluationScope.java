package dev.tollgate.terraform;

import java.util.function.Function;

/**
 * What names in expressions stand for.
 *
 * @param variables the value of {@code var.<name>}
 * @param locals the value of {@code local.<name>}
 */
record EvaluationScope(Function<String, Value> variables, Function<String, Value> locals) {

    /** Where nothing may be referred to: a variable's default, a type's. */
    static final EvaluationScope EMPTY = new EvaluationScope(EvaluationScope::unknown, EvaluationScope::unknown);

    private static Value unknown(String name) {
        return new Value.Unknown("`" + name + "` is not declared", java.util.List.of());
    }
}
