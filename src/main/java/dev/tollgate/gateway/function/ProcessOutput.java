package dev.tollgate.gateway.function;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** What a process prints: passed on line by line with control characters spelled out, the last lines kept. */
final class ProcessOutput {

    /** CloudWatch cuts a line there as well. */
    private static final int MAX_LINE = 256 * 1024;

    private static final int KEPT = 20;

    private final Deque<String> last = new ArrayDeque<>();
    private final Consumer<String> log;
    private final Thread reader;

    ProcessOutput(InputStream stream, String name, Consumer<String> log) {
        this.log = log;
        this.reader = new Thread(() -> read(stream), "output of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream stream) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        try (stream) {
            for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                for (int at = 0; at < count; at++) {
                    if (chunk[at] == '\n' || line.size() == MAX_LINE) {
                        pass(line);
                    }
                    if (chunk[at] != '\n') {
                        line.write(chunk[at]);
                    }
                }
            }
        } catch (IOException e) {
            // The process was ended while it spoke.
        }
        if (line.size() > 0) {
            pass(line);
        }
    }

    private void pass(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        String plain = plain(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        synchronized (last) {
            last.addLast(plain);
            if (last.size() > KEPT) {
                last.removeFirst();
            }
        }
        log.accept(plain);
    }

    /** {@code text} without anything that a terminal would obey. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean turnsDirection = (character >= '\u202a' && character <= '\u202e')
                    || (character >= '\u2066' && character <= '\u2069');
            if ((Character.isISOControl(character) && character != '\t') || turnsDirection) {
                plain.append(String.format("\\u%04x", (int) character));
            } else {
                plain.append(character);
            }
        }
        return plain.toString();
    }

    /** The last lines, once the process has ended or {@code patience} has. */
    List<String> last(Duration patience) {
        try {
            reader.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (last) {
            return List.copyOf(last);
        }
    }
}
