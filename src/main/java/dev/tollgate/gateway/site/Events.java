package dev.tollgate.gateway.site;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What open pages hear of as it happens: server-sent events.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
final class Events {

    /** More pages than anybody looks at. */
    private static final int MOST = 64;

    /** Before the server takes a silent connection for a dead one. */
    private static final long HEARTBEAT_SECONDS = 10;

    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "events of the console");
        thread.setDaemon(true);
        return thread;
    });

    Events() {
        ScheduledFuture<?> unused = heart.scheduleAtFixedRate(
                () -> streams.forEach(stream -> stream.send(":\n\n")),
                HEARTBEAT_SECONDS,
                HEARTBEAT_SECONDS,
                TimeUnit.SECONDS);
    }

    /** Answers with all that happens from now on; where too many listen, with nothing and an end. */
    void follow(Response response, Callback callback) {
        response.setStatus(200);
        response.getHeaders().add("Content-Type", "text/event-stream");
        response.getHeaders().add("Cache-Control", "no-store");
        response.getHeaders().add("X-Content-Type-Options", "nosniff");
        if (streams.size() >= MOST) {
            callback.succeeded();
            return;
        }
        EventStream stream = new EventStream(response, callback, streams::remove);
        streams.add(stream);
        stream.send(":\n\n");
    }

    /** Tells every page of {@code name}; {@code json} is on one line. */
    void tell(String name, String json) {
        streams.forEach(stream -> stream.send("event: " + name + "\ndata: " + json + "\n\n"));
    }
}
