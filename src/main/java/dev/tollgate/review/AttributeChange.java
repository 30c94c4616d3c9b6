package dev.tollgate.review;

import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An attribute that a plan changes, in words; what is sensitive is never in them.
 *
 * @param path {@code cors_configuration.allow_origins}
 */
record AttributeChange(String path, String before, String after) {

    /** What is said of a value that is not known yet. */
    static final String UNKNOWN = "(known after apply)";

    private static final int LONGEST = 120;
    private static final Set<String> NOTHING = Set.of("nothing", "[]", "{}", "");

    /** What differs between both, each at the innermost object that is there on both sides. */
    static List<AttributeChange> between(Value before, Value after) {
        List<AttributeChange> changes = new ArrayList<>();
        compare("", before, after, changes);
        return changes;
    }

    private static void compare(String path, Value before, Value after, List<AttributeChange> changes) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof Value.Mapping left && after instanceof Value.Mapping right) {
            TreeSet<String> names = new TreeSet<>(left.members().keySet());
            names.addAll(right.members().keySet());
            for (String name : names) {
                compare(path.isEmpty() ? name : path + "." + name, left.get(name), right.get(name), changes);
            }
            return;
        }
        if (before instanceof Value.Sequence left
                && after instanceof Value.Sequence right
                && left.items().size() == 1
                && right.items().size() == 1) {
            compare(path, left.items().get(0), right.items().get(0), changes);
            return;
        }
        changes.add(new AttributeChange(path, shown(before), shown(after)));
    }

    /** Whether both sides hold nothing, however that is written. */
    boolean isOfNothing() {
        return NOTHING.contains(before) && NOTHING.contains(after);
    }

    /** {@code value} in a few words: what is sensitive or unknown is said to be so, what is long is cut. */
    static String shown(Value value) {
        String text = text(value);
        return text.length() <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST))) + "…";
    }

    private static String text(Value value) {
        if (value instanceof Value.Sensitive) {
            return "(sensitive)";
        }
        if (value instanceof Value.Unknown) {
            return UNKNOWN;
        }
        if (value instanceof Value.Sequence sequence) {
            return "["
                    + String.join(
                            ", ",
                            sequence.items().stream().map(AttributeChange::text).toList()) + "]";
        }
        if (value instanceof Value.Mapping mapping) {
            List<String> members = new ArrayList<>();
            new TreeMap<>(mapping.members()).forEach((name, member) -> members.add(name + " = " + text(member)));
            return "{" + String.join(", ", members) + "}";
        }
        if (value instanceof Value.Template template) {
            return String.join(
                    "", template.parts().stream().map(AttributeChange::text).toList());
        }
        if (value instanceof Value.Reference reference) {
            return reference.toString();
        }
        return value.text().orElse("nothing");
    }
}
