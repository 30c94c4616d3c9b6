package dev.tollgate.gateway.site;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One page that listens: what it is told goes out in order, and nobody waits for it. */
final class EventStream {

    /** A page that is so far behind is not looked at: it asks again, and reads everything. */
    private static final int BEHIND = 1_000;

    private final Response response;
    private final Callback end;
    private final Consumer<EventStream> over;
    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean writing;
    private boolean ended;

    EventStream(Response response, Callback end, Consumer<EventStream> over) {
        this.response = response;
        this.end = end;
        this.over = over;
    }

    void send(String text) {
        synchronized (this) {
            if (ended) {
                return;
            }
            waiting.addLast(text);
            if (waiting.size() > BEHIND) {
                // What is being written fails or ends by itself; nothing more is said.
                waiting.clear();
                ended = true;
            }
            if (writing) {
                return;
            }
            writing = true;
        }
        next();
    }

    /** Writes what waits, one after the other; whoever calls it is the one that writes. */
    private void next() {
        Optional<String> text;
        boolean last;
        synchronized (this) {
            text = Optional.ofNullable(waiting.pollFirst());
            writing = text.isPresent();
            last = ended && text.isEmpty();
        }
        text.ifPresent(one -> response.write(
                false, ByteBuffer.wrap(one.getBytes(StandardCharsets.UTF_8)), Callback.from(this::next, this::failed)));
        if (last) {
            over.accept(this);
            end.succeeded();
        }
    }

    private void failed(Throwable failure) {
        synchronized (this) {
            ended = true;
            waiting.clear();
        }
        over.accept(this);
        end.failed(failure);
    }
}
