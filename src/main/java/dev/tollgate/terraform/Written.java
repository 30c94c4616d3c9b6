package dev.tollgate.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What somebody wrote of a resource, told from what the provider or AWS filled in. A plan's values do not tell the two
 * apart once an apply has filled them in; its configuration does.
 *
 * @param arguments the resource's values without what nobody wrote
 * @param expressions how they are written, as a plan has it; absent where they were read from the configuration itself
 * @param literals which expressions are text that somebody wrote out
 */
record Written(Value arguments, Value expressions, Predicate<Value> literals) {

    /** All of {@code values}: they were read from a configuration. */
    static Written all(Value values) {
        return new Written(values, Value.absent(), expression -> false);
    }

    /**
     * Those of {@code values} that {@code expressions} names. Of a resource that has no configuration any more, all.
     *
     * @param type the resource's
     * @param isNew whether there was none before: then nobody but its configuration can have filled in a block
     */
    static Written of(String type, Value values, Value expressions, Predicate<Value> literals, boolean isNew) {
        return expressions instanceof Value.Mapping
                ? new Written(new Pruning(type, isNew).block(values, expressions, ""), expressions, literals)
                : all(values);
    }

    /** The same and what {@code others} holds that {@code values} does not. */
    Written and(Value values, Value others) {
        if (!(others instanceof Value.Mapping more) || !(arguments instanceof Value.Mapping mine)) {
            return this;
        }
        SortedMap<String, Value> members = new TreeMap<>(mine.members());
        more.members().forEach((name, value) -> {
            if (!value.equals(values.get(name))) {
                members.put(name, value);
            }
        });
        return new Written(new Value.Mapping(members), expressions, literals);
    }

    /** Whether the argument at {@code path} is written out: there, or as the default of a variable. */
    boolean isLiteral(String... path) {
        Value expression = expressions;
        for (String step : path) {
            expression = isOfAttribute(expression) ? expression : expression.get(step);
        }
        return literals.test(expression);
    }

    /** Whether the argument at {@code path} is made of resources, and of nothing that a plan does not show. */
    boolean isOfResources(String path) {
        List<Value> names = expressions.get(path).get("references").items();
        return !names.isEmpty()
                && names.stream().allMatch(name -> name.text()
                        .filter(text -> text.startsWith("aws_"))
                        .isPresent());
    }

    /**
     * What a plan says that the argument or block {@code name} refers to: {@code aws_sqs_queue.jobs.arn}, and its
     * resource.
     */
    List<String> references(String name) {
        List<String> texts = new ArrayList<>();
        gather(expressions.get(name), texts);
        return List.copyOf(texts);
    }

    private static void gather(Value expression, List<String> texts) {
        if (expression instanceof Value.Sequence blocks) {
            blocks.items().forEach(block -> gather(block, texts));
        } else if (isOfAttribute(expression)) {
            expression.get("references").items().forEach(one -> one.text().ifPresent(texts::add));
        } else if (expression instanceof Value.Mapping block) {
            block.members().values().forEach(member -> gather(member, texts));
        }
    }

    /** Whether {@code expression} is an attribute's, and not that of a block with arguments of its own. */
    static boolean isOfAttribute(Value expression) {
        return expression instanceof Value.Mapping mapping
                && (mapping.members().isEmpty()
                        || mapping.members().containsKey("references")
                        || mapping.members().containsKey("constant_value"));
    }

    private record Pruning(String type, boolean isNew) {

        private Value block(Value value, Value expression, String path) {
            if (!(value instanceof Value.Mapping mapping)) {
                return value;
            }
            SortedMap<String, Value> members = new TreeMap<>();
            mapping.members().forEach((name, member) -> {
                String at = path.isEmpty() ? name : path + "." + name;
                Value kept = member(member, expression.get(name), at);
                if (!kept.isAbsent()) {
                    members.put(name, kept);
                }
            });
            return new Value.Mapping(members);
        }

        private Value member(Value member, Value expression, String path) {
            if (expression.isAbsent()) {
                return isDynamic(member, path) ? member : Value.absent();
            }
            if (isOfAttribute(expression)) {
                // What is nothing by its expression comes back from AWS as empty text.
                boolean isNothing =
                        member.is("") && !expression.get("constant_value").is("");
                return isNothing ? Value.absent() : member;
            }
            if (!(member instanceof Value.Sequence blocks)) {
                return block(member, expression, path);
            }
            List<Value> all = expression.items();
            if (all.size() != blocks.items().size() && all.size() != 1) {
                return member;
            }
            List<Value> kept = new ArrayList<>();
            for (int i = 0; i < blocks.items().size(); i++) {
                kept.add(block(blocks.items().get(i), union(all), path));
            }
            return new Value.Sequence(kept);
        }

        /** What any of {@code blocks} has: a plan sorts the blocks of a set, and its configuration does not. */
        private static Value union(List<Value> blocks) {
            SortedMap<String, Value> members = new TreeMap<>();
            for (Value block : blocks) {
                if (block instanceof Value.Mapping mapping) {
                    mapping.members().forEach((name, member) -> members.putIfAbsent(name, member));
                }
            }
            return new Value.Mapping(members);
        }

        /** Terraform leaves {@code dynamic} blocks out of what it prints of a configuration. */
        private boolean isDynamic(Value member, String path) {
            boolean isBlock = member instanceof Value.Sequence sequence
                    && !sequence.items().isEmpty()
                    && sequence.items().stream().allMatch(Value.Mapping.class::isInstance);
            return isBlock && (isNew || !FilledBlocks.has(type, path));
        }
    }
}
