package dev.tollgate.gateway.token;

import java.io.IOException;
import java.net.URI;

/** Gets a document of an issuer that is not served here. */
public interface Fetcher {

    /** The body of a 200, fetched in time. */
    byte[] get(URI address) throws IOException;
}
