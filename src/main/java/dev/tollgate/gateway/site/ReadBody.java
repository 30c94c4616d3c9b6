package dev.tollgate.gateway.site;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;

/** Reads a body as it comes: no thread waits for a slow one. */
final class ReadBody implements Runnable {

    private final Content.Source source;
    private final int most;
    private final Consumer<String> read;
    private final Consumer<Throwable> failed;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private ReadBody(Content.Source source, int most, Consumer<String> read, Consumer<Throwable> failed) {
        this.source = source;
        this.most = most;
        this.read = read;
        this.failed = failed;
    }

    /**
     * Hands {@code read} the body as Latin-1 characters, one for each byte, and no more than {@code most} of them; or
     * {@code failed} what went wrong.
     */
    static void of(Content.Source source, int most, Consumer<String> read, Consumer<Throwable> failed) {
        new ReadBody(source, most, read, failed).run();
    }

    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = source.read();
            if (chunk == null) {
                source.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                failed.accept(chunk.getFailure());
                return;
            }
            take(chunk.getByteBuffer());
            boolean last = chunk.isLast();
            chunk.release();
            if (last || bytes.size() == most) {
                read.accept(bytes.toString(StandardCharsets.ISO_8859_1));
                return;
            }
        }
    }

    private void take(ByteBuffer buffer) {
        byte[] part = new byte[Math.min(buffer.remaining(), most - bytes.size())];
        buffer.get(part);
        bytes.write(part, 0, part.length);
    }
}
