package dev.tollgate.terraform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What is made of a text, kept for the next who asks: environments have many a type and template in common. */
final class ReadOnce<T> {

    private static final int MOST = 500;

    private final Map<String, T> kept = new ConcurrentHashMap<>();
    private final Function<String, T> reader;
    private final int longest;

    /** What {@code reader} makes, which never changes; of texts beyond {@code longest} nothing is kept. */
    ReadOnce(Function<String, T> reader, int longest) {
        this.reader = reader;
        this.longest = longest;
    }

    T of(String text) {
        T before = kept.get(text);
        if (before != null) {
            return before;
        }
        T made = reader.apply(text);
        if (kept.size() < MOST && text.length() <= longest) {
            kept.put(text, made);
        }
        return made;
    }
}
