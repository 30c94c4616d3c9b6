package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.$Module;
import dev.tollgate.finding.UserError;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import software.amazon.jsii.JsiiEngine;

/**
 * The Node.js processes that CDKTF runs in. They take longer to start than most environments take to be read and
 * judged, so they are started as soon as something is sure to be synthesized, and get ready beside what else there is
 * to do.
 */
public final class CdktfRuntime {

    private final NodeJs node;
    private final CountDownLatch tried = new CountDownLatch(1);
    private volatile @Nullable RuntimeException failure;

    private CdktfRuntime(NodeJs node) {
        this.node = node;
    }

    /** Begins to start Node.js and to load CDKTF and the bindings. */
    public static CdktfRuntime starting() {
        CdktfRuntime runtime = new CdktfRuntime(NodeJs.asked(System.getenv()));
        inBackground("start the CDKTF runtime", runtime::load);
        return runtime;
    }

    private void load() {
        try {
            JsiiEngine.getInstance().loadModule($Module.class);
        } catch (UncheckedIOException e) {
            failure = new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot start Node.js: " + e.getMessage(),
                    "install Node.js 18 or later",
                    e);
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            tried.countDown();
        }
    }

    /** Returns when constructs can be made; throws what keeps them from it. */
    void await() {
        try {
            tried.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts a synth", e);
        }
        RuntimeException thrown = failure;
        if (!(thrown instanceof UserError)) {
            // A Node.js that is too old may fail in any way.
            node.require();
        }
        if (thrown != null) {
            throw thrown;
        }
    }

    /**
     * Ends the processes, in the background. They would end with this one, but only after they had kept it waiting for
     * some tenth of a second. The method for it is not public.
     */
    public static void end() {
        inBackground("end the CDKTF runtime", () -> {
            try {
                Method reset = JsiiEngine.class.getDeclaredMethod("reset");
                reset.setAccessible(true);
                reset.invoke(null);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the CDKTF runtime has another way to be ended", e);
            }
        });
    }

    private static void inBackground(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
