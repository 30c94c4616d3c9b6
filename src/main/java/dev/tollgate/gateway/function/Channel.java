package dev.tollgate.gateway.function;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The two directions of talk with a bootstrap: frames of a length and that many bytes; those from it have a kind. */
final class Channel implements Talk {

    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private final DataOutputStream events;
    private final DataInputStream answers;

    Channel(Process process) {
        this.events = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** What a bootstrap says. */
    record Frame(Kind kind, String text) {}

    /** Each is recognized by its first byte. */
    enum Kind {
        READY('R'),
        NOT_LOADED('I'),
        BEGUN('B'),
        ANSWER('A'),
        ERROR('E'),
        LAST_ERROR('X');

        private final int sign;

        Kind(char sign) {
            this.sign = sign;
        }

        static Kind of(int sign) throws IOException {
            for (Kind kind : values()) {
                if (kind.sign == sign) {
                    return kind;
                }
            }
            throw sign < 0 ? new EOFException() : new IOException("not a frame: the handler wrote to descriptor 3");
        }
    }

    @Override
    public void send(String header, byte[] event) throws IOException {
        write(header.getBytes(StandardCharsets.UTF_8));
        write(event);
        events.flush();
    }

    private void write(byte[] bytes) throws IOException {
        events.writeInt(bytes.length);
        events.write(bytes);
    }

    @Override
    public Frame receive() throws IOException {
        Kind kind = Kind.of(answers.read());
        int length = answers.readInt();
        if (length < 0 || length > MAX_BYTES) {
            throw new IOException("not a frame: " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        answers.readFully(bytes);
        return new Frame(kind, new String(bytes, StandardCharsets.UTF_8));
    }

    /** The end of the process closes it. */
    @Override
    public void end() {}
}
