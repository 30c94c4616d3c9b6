package dev.tollgate.terraform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What names in expressions stand for.
 *
 * @param names those of the module
 * @param bound those that hold here only: {@code each}, the iterator of a {@code dynamic} block, the variable of a
 *     {@code for}
 * @param effort what may still be evaluated of the configuration
 */
record EvaluationScope(Names names, SortedMap<String, Value> bound, Effort effort) {

    /** The names of a module. */
    interface Names {

        Value variable(String name);

        Value local(String name);

        /** What the resource or data source {@code label}, {@code data.aws_x.y}, is referred to by. */
        default Value resource(String label) {
            return new Value.Reference(label, List.of());
        }

        /** The module {@code name}: its outputs, by instance where it has several. */
        default Value module(String name) {
            return new Value.Unknown("comes from `module." + name + "`", List.of());
        }

        /** The bytes of the file at {@code path}, where it can be read. */
        default Optional<byte[]> file(String path) {
            return Optional.empty();
        }

        /** An output of the module {@code module}, of its instance {@code key} where it has several. */
        default Value output(String module, String key, String name) {
            return new Value.Unknown("comes from `module." + module + "." + name + "`", List.of());
        }

        /** The tree of the template {@code text}, which instances of a resource share. */
        default Optional<ExpressionParser.TemplateContext> tree(String text) {
            return Expressions.template(text);
        }
    }

    /** Where nothing may be referred to: a variable's default, a type's. */
    static EvaluationScope nothing(Effort effort) {
        return new EvaluationScope(
                new Names() {
                    @Override
                    public Value variable(String name) {
                        return undeclared(name);
                    }

                    @Override
                    public Value local(String name) {
                        return undeclared(name);
                    }
                },
                new TreeMap<>(),
                effort);
    }

    /** Variables and local values only, of one text. */
    EvaluationScope(Function<String, Value> variables, Function<String, Value> locals) {
        this(
                new Names() {
                    @Override
                    public Value variable(String name) {
                        return variables.apply(name);
                    }

                    @Override
                    public Value local(String name) {
                        return locals.apply(name);
                    }
                },
                new TreeMap<>(),
                new Effort());
    }

    /** The same where {@code more} holds, too. */
    EvaluationScope with(Map<String, Value> more) {
        SortedMap<String, Value> all = new TreeMap<>(bound);
        all.putAll(more);
        return new EvaluationScope(names, all, effort);
    }

    private static Value undeclared(String name) {
        return new Value.Unknown("`" + name + "` is not declared", List.of());
    }
}
