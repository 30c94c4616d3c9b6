package dev.tollgate.gateway.token;

import java.util.List;
import java.util.Optional;

/**
 * What an app client says of the sign-in pages and of the attributes it may see.
 *
 * @param callbacks {@code callback_urls}
 * @param logouts {@code logout_urls}
 * @param providers {@code supported_identity_providers}
 * @param read {@code read_attributes}; none is Cognito's own choice
 * @param write {@code write_attributes}; none is Cognito's own choice
 * @param revocable whether refresh tokens can be revoked
 * @param rotation seconds that a refresh token lives on after its first use, where each use gives another
 * @param sessionSeconds how long people have for the next step of their sign-in
 */
public record ClientPages(
        List<String> callbacks,
        List<String> logouts,
        List<String> providers,
        List<String> read,
        List<String> write,
        boolean revocable,
        Optional<Long> rotation,
        long sessionSeconds) {

    /** No pages, and what Cognito does of itself. */
    public static final ClientPages NONE =
            new ClientPages(List.of(), List.of(), List.of(), List.of(), List.of(), true, Optional.empty(), 180);

    public ClientPages {
        callbacks = List.copyOf(callbacks);
        logouts = List.copyOf(logouts);
        providers = List.copyOf(providers);
        read = List.copyOf(read);
        write = List.copyOf(write);
    }

    /** Whether the client may read {@code attribute}: by default the standard ones, not those of the pool's own. */
    public boolean reads(String attribute) {
        return read.isEmpty() ? !attribute.startsWith("custom:") : read.contains(attribute);
    }

    /** Whether the client may write {@code attribute}. */
    public boolean writes(String attribute) {
        return write.isEmpty() ? !attribute.startsWith("custom:") : write.contains(attribute);
    }
}
