package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.$Module;
import dev.tollgate.finding.UserError;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import software.amazon.jsii.JsiiEngine;

/** The Node.js that CDKTF runs in, which gets ready beside what else there is to do, and ends so too. */
public final class CdktfRuntime {

    private final CountDownLatch tried = new CountDownLatch(1);
    private volatile @Nullable Throwable failure;

    private CdktfRuntime() {}

    /** Begins to start Node.js and to load CDKTF and the bindings. */
    static CdktfRuntime starting() {
        CdktfRuntime runtime = new CdktfRuntime();
        inBackground("start the CDKTF runtime", runtime::load);
        return runtime;
    }

    private void load() {
        try {
            NodeJs.require(System.getenv());
            JsiiEngine.getInstance().loadModule($Module.class);
        } catch (UncheckedIOException e) {
            failure = new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot start Node.js: " + e.getMessage(),
                    "install Node.js 18 or later",
                    e);
        } catch (RuntimeException | LinkageError e) {
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
        Throwable thrown = failure;
        if (thrown instanceof LinkageError error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /**
     * Ends it, in the background. It would end with this process, but only after keeping it waiting for up to a tenth
     * of a second. The method for it is not public.
     */
    public static void end() {
        inBackground("end the CDKTF runtime", () -> {
            try {
                Method reset = JsiiEngine.class.getDeclaredMethod("reset");
                reset.setAccessible(true);
                reset.invoke(null);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the CDKTF runtime is ended in another way than this", e);
            }
        });
    }

    private static void inBackground(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
