package dev.tollgate.gateway.function;

import java.util.Optional;

/**
 * What functions find around them. Nothing else of this process's environment reaches them, so that no profile or
 * credential of whoever runs Tollgate is used by accident.
 *
 * @param endpoint where calls to AWS go: {@code AWS_ENDPOINT_URL}
 * @param path this process's {@code PATH}
 * @param home this process's {@code HOME}, where Python finds what its user installed
 */
public record FunctionSurroundings(
        String region,
        String account,
        Optional<String> endpoint,
        Optional<Credentials> credentials,
        String path,
        String home) {

    /** Keys for AWS, given on purpose. */
    public record Credentials(String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {

        @Override
        public String toString() {
            return "Credentials[accessKeyId=" + accessKeyId + "]";
        }
    }
}
