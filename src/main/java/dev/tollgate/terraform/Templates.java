package dev.tollgate.terraform;

import java.util.ArrayList;
import java.util.List;

/** Strings made of parts. */
final class Templates {

    private Templates() {}

    /** The parts as one string: known when all of them are, and when it is no larger than what is worked with. */
    static Value join(List<Value> parts) {
        List<Value> joined = new ArrayList<>();
        StringBuilder known = new StringBuilder();
        for (Value part : parts) {
            if (known.length() > Weight.LARGEST || joined.size() > Weight.LARGEST) {
                return Effort.tooLarge();
            }
            if (part instanceof Value.Scalar) {
                known.append(part.text().orElse(""));
            } else if (part instanceof Value.Template template) {
                // Its scalars stand between what is not known; joining them again changes nothing.
                flush(known, joined);
                joined.addAll(template.parts());
            } else if (part instanceof Value.Reference || part instanceof Value.Unknown) {
                flush(known, joined);
                joined.add(part);
            } else {
                flush(known, joined);
                joined.add(new Value.Unknown("is not a string", part.references()));
            }
        }
        if (joined.isEmpty()) {
            return Value.of(known.toString());
        }
        flush(known, joined);
        return new Value.Template(joined);
    }

    private static void flush(StringBuilder known, List<Value> joined) {
        if (!known.isEmpty()) {
            joined.add(Value.of(known.toString()));
            known.setLength(0);
        }
    }
}
