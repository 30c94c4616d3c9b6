package dev.tollgate.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The emulator's process that has loaded everything, one for all tests of this JVM: an account is a copy of it, which
 * starts within moments. It ends with this JVM, when nobody holds its input any more, and the copies end with it.
 */
final class LoadedEmulator {

    static final LoadedEmulator SHARED = start();

    private final Path log;
    private final Writer input;
    private final BufferedReader output;

    private LoadedEmulator(Path log, Process process) {
        this.log = log;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static LoadedEmulator start() {
        Path script = Path.of("src", "test", "emulator", "emulator.py").toAbsolutePath();
        try {
            Path log = Files.createTempFile("emulators-", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder("python3", script.toString(), "--many").redirectError(log.toFile());
            builder.environment().remove("AWS_CA_BUNDLE");
            return new LoadedEmulator(log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized Copy copy() {
        try {
            input.write(Files.createTempFile("emulator-", ".log") + "\n");
            input.flush();
            String line = output.readLine();
            if (line == null) {
                throw new AssertionError("the emulator did not start: " + Files.readString(log));
            }
            JsonNode started = new ObjectMapper().readTree(line);
            return new Copy(
                    started.path("url").asText(),
                    ProcessHandle.of(started.path("pid").asLong()).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An account; its process ends when it is told to. */
    record Copy(String url, ProcessHandle process) {}
}
