package dev.tollgate.gateway.read;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The headers of an answer that API Gateway makes itself: those whose value is a literal in single quotes. */
final class LiteralHeaders {

    private final Infrastructure infrastructure;
    private final LocalNames names;
    private final List<String> notes;

    LiteralHeaders(Infrastructure infrastructure, LocalNames names, List<String> notes) {
        this.infrastructure = infrastructure;
        this.names = names;
        this.notes = notes;
    }

    /** By name, without {@code prefix}. */
    SortedMap<String, String> of(Value parameters, String prefix) {
        SortedMap<String, String> found = new TreeMap<>();
        if (infrastructure.resolve(parameters) instanceof Value.Mapping mapping) {
            mapping.members().forEach((name, value) -> {
                String text = names.text(value).orElse("");
                boolean literal = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
                if (name.startsWith(prefix) && literal) {
                    found.put(name.substring(prefix.length()), text.substring(1, text.length() - 1));
                } else {
                    notes.add("`" + name + "` of an answer is not a literal and is left out here");
                }
            });
        }
        return found;
    }
}
