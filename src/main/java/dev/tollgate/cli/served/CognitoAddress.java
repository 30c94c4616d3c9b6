package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where Cognito's API is asked to sign somebody in: at its own host, or where AWS's tools would ask it too, an endpoint
 * in a VPC or one that keeps to FIPS. {@code AWS_ENDPOINT_URL}, which is for all of AWS, does not count: it often names
 * an emulator of tables, and passwords go nowhere that nobody named for them.
 */
final class CognitoAddress {

    // https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
    static final String VARIABLE = "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER";

    private CognitoAddress() {}

    /** The address that {@code environment} names, where it names one. */
    static Optional<URI> of(Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "");
        if (named.isEmpty()) {
            return Optional.empty();
        }
        if (!named.matches("https://[A-Za-z0-9.:/_-]+|http://(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]+)?/?")) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "`" + VARIABLE + "` is neither an https URL nor on this machine",
                    "unset it, or name the endpoint with https: passwords would be sent unencrypted");
        }
        return Optional.of(URI.create(named.endsWith("/") ? named : named + "/"));
    }
}
