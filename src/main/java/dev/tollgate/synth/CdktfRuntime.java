package dev.tollgate.synth;

import dev.tollgate.finding.UserError;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import software.amazon.jsii.JsiiEngine;

/** The Node.js that CDKTF runs in, which gets ready beside what else there is to do, and ends so too. */
public final class CdktfRuntime {

    /** Threads that no process waits for. */
    private static final Executor BACKGROUND = task -> {
        Thread thread = new Thread(task, "CDKTF runtime");
        thread.setDaemon(true);
        thread.start();
    };

    private final CompletableFuture<Void> loaded;

    private CdktfRuntime(CompletableFuture<Void> loaded) {
        this.loaded = loaded;
    }

    /** Begins to start Node.js and to load CDKTF and the bindings. */
    static CdktfRuntime starting() {
        // There is one for all threads, unless two of them ask for it first.
        JsiiEngine engine = JsiiEngine.getInstance();
        return new CdktfRuntime(CompletableFuture.runAsync(() -> load(engine), BACKGROUND));
    }

    private static void load(JsiiEngine engine) {
        // One that is too old would say so in its own way.
        NodeJs.require(System.getenv());
        try {
            engine.loadModule(CdktfStacks.Module.class);
        } catch (UncheckedIOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot start Node.js: " + e.getMessage(),
                    "install Node.js 18 or later",
                    e);
        }
    }

    /** Returns when stacks can be made; throws what keeps them from it. */
    void await() {
        try {
            loaded.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw e;
        }
    }

    /**
     * Ends it, in the background. It would end with this process, but only after keeping it waiting for up to a tenth
     * of a second. The method for it is not public.
     */
    public static void end() {
        BACKGROUND.execute(() -> {
            try {
                Method reset = JsiiEngine.class.getDeclaredMethod("reset");
                reset.setAccessible(true);
                reset.invoke(null);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the CDKTF runtime cannot be stopped this way", e);
            }
        });
    }
}
