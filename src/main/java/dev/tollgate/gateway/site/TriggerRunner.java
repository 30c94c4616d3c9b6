package dev.tollgate.gateway.site;

import dev.tollgate.gateway.function.Invocation;
import dev.tollgate.gateway.signin.TriggerFunctions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Runs a pool's functions as Cognito does: five seconds, and three tries where there is no answer. */
final class TriggerRunner implements TriggerFunctions {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int TRIES = 3;

    private final LocalFunctions functions;

    TriggerRunner(LocalFunctions functions) {
        this.functions = functions;
    }

    @Override
    public String invoke(String name, String event) throws Failed {
        if (!functions.has(name)) {
            throw new Failed("function `" + name + "` is not served", false);
        }
        for (int tried = 1; ; tried++) {
            Invocation result = functions.invoke(name, event.getBytes(StandardCharsets.UTF_8), LIMIT);
            if (result instanceof Invocation.Answered answered) {
                return answered.json();
            }
            if (result instanceof Invocation.Failed failed) {
                throw new Failed(failed.message(), true);
            }
            if (tried == TRIES) {
                throw new Failed("no answer within " + LIMIT.toSeconds() + " seconds", false);
            }
        }
    }
}
