package dev.tollgate.check.rule;

import dev.tollgate.terraform.Value;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lists of words. */
final class Texts {

    private Texts() {}

    /** The words in {@code list} that are known. */
    static SortedSet<String> of(Value list) {
        SortedSet<String> known = new TreeSet<>();
        list.items().forEach(item -> item.text().ifPresent(text -> known.add(text)));
        return known;
    }
}
