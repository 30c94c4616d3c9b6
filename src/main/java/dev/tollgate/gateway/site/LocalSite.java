package dev.tollgate.gateway.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.engine.Call;
import dev.tollgate.gateway.engine.Header;
import dev.tollgate.gateway.engine.RefusalWriter;
import dev.tollgate.gateway.engine.Reply;
import dev.tollgate.gateway.engine.Served;
import dev.tollgate.gateway.signin.PoolEndpoint;
import dev.tollgate.gateway.signin.TokenAnswer;
import dev.tollgate.gateway.signin.TokenRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Everything at one address: the API, its pools under a prefix of their own, and the journal. */
public final class LocalSite {

    /** What is ours and not the API's; a route of that name cannot be called here. */
    public static final String PREFIX = "/_tollgate";

    private static final String POOLS = PREFIX + "/pools/";

    private static final String EVENTS = PREFIX + "/events";

    private final Journal journal = new Journal();
    private final Events events = new Events();
    private final Console console = new Console();
    private final Consumer<Journal.Entry> watcher;
    private volatile InUse<LocalGateway> served;

    /** Serves {@code gateway}, and tells {@code watcher} of every request. */
    public LocalSite(LocalGateway gateway, Consumer<Journal.Entry> watcher) {
        this.served = new InUse<>(gateway, LocalGateway::close);
        this.watcher = watcher;
    }

    /** Serves {@code next} from now on; the one before is closed once it has answered what it is at. */
    public synchronized void replace(LocalGateway next) {
        InUse<LocalGateway> before = served;
        served = new InUse<>(next, LocalGateway::close);
        before.replace();
        changed();
    }

    /** Tells open pages that something of what is served is new. */
    public void changed() {
        events.tell("state", "{}");
    }

    /** Whether {@code visitor} wants to hear of what happens, and may. */
    boolean isListening(Visitor visitor) {
        return visitor.call().rawPath().equals(EVENTS) && visitor.mayListen();
    }

    Events events() {
        return events;
    }

    /** How many calls are being answered by what is served now. */
    public int underway() {
        return served.calls();
    }

    /** The address of the pool {@code id} below {@code site}. */
    public static URI pool(URI site, String id) {
        return URI.create(site + POOLS + id);
    }

    /** The answer to {@code visitor}'s call. */
    Reply answer(Visitor visitor) {
        InUse<LocalGateway> now = served;
        while (!now.enter()) {
            now = served;
        }
        return now.answered(gateway -> answer(visitor, gateway));
    }

    private Reply answer(Visitor visitor, LocalGateway gateway) {
        Call call = visitor.call();
        if (call.rawPath().equals(PREFIX) || call.rawPath().startsWith(PREFIX + "/")) {
            return own(call, visitor, gateway);
        }
        if (!visitor.mayCall()) {
            return stranger(call, gateway);
        }
        long begun = System.nanoTime();
        Served answer = gateway.serve(call);
        if (answer.route().isEmpty() && isBrowserAtTheDoor(call)) {
            return new Reply(302, List.of(new Header("Location", Console.ROOT)), "", "");
        }
        note(entry(call, answer, (System.nanoTime() - begun) / 1_000_000));
        return answer.reply();
    }

    /** As API Gateway answers to a host that it does not know. */
    private Reply stranger(Call call, LocalGateway gateway) {
        String why = "`Host: " + call.header("Host").orElse("")
                + "` is not an address of this machine; `--bind` lets names count";
        Reply reply = new RefusalWriter(gateway.api()).unread(403, "Forbidden", call.id(), why);
        note(entry(call, new Served("", reply), 0));
        return reply;
    }

    private static Journal.Entry entry(Call call, Served answer, long millis) {
        return new Journal.Entry(
                call.time(),
                call.method(),
                call.rawPath(),
                answer.route(),
                answer.reply().status(),
                answer.reply().reason(),
                millis);
    }

    /**
     * The answer to what could not be read as a request, or failed here: {@code status}, and {@code why} for the log.
     */
    Reply unread(int status, String text, String why) {
        Reply reply = new RefusalWriter(served.thing().api())
                .unread(status, text, UUID.randomUUID().toString(), why);
        note(new Journal.Entry(Instant.now(), "-", "-", "", status, why, 0));
        return reply;
    }

    private void note(Journal.Entry entry) {
        journal.add(entry);
        watcher.accept(entry);
        events.tell("request", json(entry).toString());
    }

    /** Somebody typed the address: where the API has nothing at {@code /}, the console is what they look for. */
    private static boolean isBrowserAtTheDoor(Call call) {
        return call.rawPath().equals("/")
                && call.method().equals("GET")
                && call.header("Accept")
                        .filter(types -> types.contains("text/html"))
                        .isPresent();
    }

    private Reply own(Call call, Visitor visitor, LocalGateway gateway) {
        if (call.rawPath().equals(PREFIX)) {
            return new Reply(302, List.of(new Header("Location", Console.ROOT)), "", "");
        }
        if (call.rawPath().startsWith(POOLS)) {
            return pool(call, visitor, gateway);
        }
        if (call.rawPath().equals(EVENTS)) {
            return Console.forbidden();
        }
        if (call.rawPath().equals(PREFIX + "/requests") && call.method().equals("GET")) {
            return visitor.mayLook() ? Console.json(200, requests()) : Console.forbidden();
        }
        return console.answer(call, visitor, gateway).orElseGet(() -> json(404, "{\"message\":\"Not Found\"}"));
    }

    private static Reply pool(Call call, Visitor visitor, LocalGateway gateway) {
        if (!visitor.mayCall()) {
            return Console.forbidden();
        }
        String rest = call.rawPath().substring(POOLS.length());
        int slash = rest.indexOf('/');
        String id = slash < 0 ? rest : rest.substring(0, slash);
        Optional<PoolEndpoint> endpoint = gateway.pool(id);
        return endpoint.flatMap(pool -> pool.answer(
                        request(call, slash < 0 ? "/" : rest.substring(slash)),
                        URI.create(visitor.site() + POOLS + id)))
                .map(LocalSite::reply)
                .orElseGet(() -> json(404, "{\"message\":\"Not Found\"}"));
    }

    private static TokenRequest request(Call call, String path) {
        SortedMap<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        call.headers().forEach(header -> headers.computeIfAbsent(header.name(), name -> new ArrayList<>())
                .add(header.value()));
        return new TokenRequest(
                call.method(), path, call.rawQuery(), headers, new String(call.bytes(), StandardCharsets.UTF_8));
    }

    private static Reply reply(TokenAnswer answer) {
        List<Header> headers = new ArrayList<>();
        answer.headers().forEach((name, value) -> headers.add(new Header(name, value)));
        return Reply.text(answer.status(), headers, answer.body(), "the issuer answered");
    }

    private static Reply json(int status, String body) {
        return Reply.text(status, List.of(new Header("Content-Type", "application/json")), body, "");
    }

    private String requests() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        journal.latest().forEach(entry -> all.add(json(entry)));
        return all.toString();
    }

    private static ObjectNode json(Journal.Entry entry) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("time", entry.time().toString())
                .put("method", entry.method())
                .put("path", entry.path())
                .put("route", entry.route())
                .put("status", entry.status())
                .put("reason", entry.reason())
                .put("milliseconds", entry.millis());
    }
}
