package dev.tollgate.gateway.function;

import java.io.IOException;

/** The two directions of talk with what runs a handler. */
interface Talk {

    /** Hands over {@code event}; {@code header} says which it is, as JSON. */
    void send(String header, byte[] event) throws IOException;

    /** Waits for what it says next; the end of its process is an exception. */
    Channel.Frame receive() throws IOException;

    /** Ends the talk. */
    void end();
}
