package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.PoolKeys;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a pool knows beside its rules: its keys, its people, who is signed in, and who is just signing in. It outlives
 * the stack that is served; keys, people and sign-ins outlive this process where somebody keeps them.
 */
public final class PoolMemory {

    private final PoolKeys keys;
    private final Directory directory;
    private final Sessions sessions;
    private final BrowserSessions browsers;
    private final AuthorizationCodes codes;
    private final Pending pending;
    private final OneTimeCodes mailed;
    private final FormGuard guard;

    private PoolMemory(PoolKeys keys, Consumer<PoolMemory> changed, SecureRandom random, Clock clock) {
        this.keys = keys;
        Runnable tell = () -> changed.accept(this);
        this.directory = new Directory(tell);
        this.sessions = new Sessions(random, clock, tell);
        this.browsers = new BrowserSessions(random, clock);
        this.codes = new AuthorizationCodes(random, clock);
        this.pending = new Pending(random, clock);
        this.mailed = new OneTimeCodes(clock, random);
        this.guard = new FormGuard(random);
    }

    /** A pool in which nobody has been, with {@code keys}. */
    public static PoolMemory of(PoolKeys keys, SecureRandom random, Clock clock) {
        return new PoolMemory(keys, memory -> {}, random, clock);
    }

    /** What {@code written} says, or a new one; {@code changed} hears of every change. */
    public static PoolMemory of(
            Optional<JsonNode> written, Consumer<PoolMemory> changed, SecureRandom random, Clock clock) {
        PoolKeys keys = written.map(json -> PoolKeys.of(json.path("keys"))).orElseGet(() -> PoolKeys.generate(random));
        PoolMemory memory = new PoolMemory(keys, changed, random, clock);
        written.ifPresent(json -> PoolRecord.restore(json, memory.directory, memory.sessions));
        return memory;
    }

    /** All of it, secrets among it: for a file that its owner alone can read. */
    public ObjectNode written() {
        ObjectNode json = PoolRecord.of(directory, sessions);
        json.set("keys", keys.written());
        return json;
    }

    public PoolKeys keys() {
        return keys;
    }

    Directory directory() {
        return directory;
    }

    Sessions sessions() {
        return sessions;
    }

    BrowserSessions browsers() {
        return browsers;
    }

    AuthorizationCodes codes() {
        return codes;
    }

    /** Sign-ins that wait for an answer. */
    Pending pending() {
        return pending;
    }

    /** Codes in mails. */
    OneTimeCodes mailed() {
        return mailed;
    }

    FormGuard guard() {
        return guard;
    }
}
