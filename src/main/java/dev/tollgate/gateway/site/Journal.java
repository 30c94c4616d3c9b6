package dev.tollgate.gateway.site;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last requests, and why each was answered as it was. */
public final class Journal {

    private static final int KEPT = 200;

    private final Deque<Entry> entries = new ArrayDeque<>();

    /**
     * A request and its answer.
     *
     * @param route empty when there was none
     */
    public record Entry(
            Instant time, String method, String path, String route, int status, String reason, long millis) {}

    /** Remembers {@code entry}, and forgets the oldest. */
    public synchronized void add(Entry entry) {
        if (entries.size() == KEPT) {
            entries.removeLast();
        }
        entries.addFirst(entry);
    }

    /** What is remembered, the latest first. */
    public synchronized List<Entry> latest() {
        return new ArrayList<>(entries);
    }
}
