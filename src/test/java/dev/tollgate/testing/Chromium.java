package dev.tollgate.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real browser without a window, for one page at a time. */
public final class Chromium {

    private static final long LIMIT_SECONDS = 120;

    private final Path program;
    private final Path work;

    /** The browser, which keeps what it needs to in {@code work}. */
    public Chromium(Path work) {
        this.program = RequiredTool.orSkip("chromium");
        this.work = work;
    }

    /** What has become of {@code html}, its scripts run, in a window {@code width} wide. */
    public String shown(String html, int width) throws IOException, InterruptedException {
        Path page = work.resolve("page.html");
        Path out = work.resolve("dom.html");
        Path err = work.resolve("said.txt");
        Files.writeString(page, html);
        // As root, and where there is little shared memory, it starts no other way; the page is our own.
        Process process = new ProcessBuilder(List.of(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--user-data-dir=" + work.resolve("profile"),
                        "--window-size=" + width + ",1000",
                        "--dump-dom",
                        page.toUri().toString()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("chromium does not end: " + Files.readString(err));
        }
        return Files.readString(out);
    }
}
