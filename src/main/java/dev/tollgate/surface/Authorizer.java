package dev.tollgate.surface;

import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;

/**
 * What decides whether a caller passes.
 *
 * @param resource the authorizer's; the API's own when it comes from an OpenAPI {@code body}
 * @param pools the pools that are there and whose tokens it takes
 * @param certain whether these are all of its pools
 * @param identitySource where the token is read from, as written
 */
public record Authorizer(
        Resource resource, String name, Kind kind, List<Resource> pools, boolean certain, Value identitySource) {

    public Authorizer {
        pools = List.copyOf(pools);
    }

    /** Whether {@code other} of the same configuration or plan is this one. */
    public boolean isSame(Authorizer other) {
        return resource.isSame(other.resource) && name.equals(other.name);
    }

    /** The issuer that it trusts, as written, where its kind has one written. */
    public Optional<Value> issuer() {
        return kind.issuer();
    }

    /** Whose tokens it takes, each as written; mostly references to app clients. */
    public List<Value> audience() {
        return kind.audience();
    }

    /** What kind of authorizer it is. */
    public sealed interface Kind {

        /** One answer for each kind of authorizer: with a new kind, nobody compiles who has not answered it. */
        interface Cases<T> {
            /** Of a REST API, with Cognito user pools. */
            T cognito(Cognito kind);

            /** Of an HTTP API, with an issuer and an audience. */
            T jwt(Jwt kind);

            /** A function of somebody's own. */
            T lambda(Lambda kind);

            /** It is not known. */
            T undecided(Undecided kind);
        }

        /** The answer of {@code cases} for this kind. */
        <T> T match(Cases<T> cases);

        /** {@code Cognito authorizer}. */
        String words();

        /** The issuer, as written. */
        Optional<Value> issuer();

        /** Whether it takes the tokens of some clients of its issuer, and not of others. */
        boolean looksAtAudience();

        /** The audience, each as written; empty for a kind that looks at none. */
        List<Value> audience();
    }

    /** Takes the tokens of user pools, and looks at no audience. */
    public record Cognito() implements Kind {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.cognito(this);
        }

        @Override
        public String words() {
            return "Cognito authorizer";
        }

        @Override
        public boolean looksAtAudience() {
            return false;
        }

        @Override
        public Optional<Value> issuer() {
            return Optional.empty();
        }

        @Override
        public List<Value> audience() {
            return List.of();
        }
    }

    /** Takes the tokens of an issuer that are meant for its audience. */
    public record Jwt(Optional<Value> issuer, List<Value> audience) implements Kind {

        public Jwt {
            audience = List.copyOf(audience);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.jwt(this);
        }

        @Override
        public String words() {
            return "JWT authorizer";
        }

        @Override
        public boolean looksAtAudience() {
            return true;
        }
    }

    /**
     * Takes what a function takes.
     *
     * @param wholeRequest whether it is handed the request, and not a token alone
     */
    public record Lambda(boolean wholeRequest) implements Kind {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.lambda(this);
        }

        @Override
        public String words() {
            return "Lambda authorizer";
        }

        @Override
        public boolean looksAtAudience() {
            return false;
        }

        @Override
        public Optional<Value> issuer() {
            return Optional.empty();
        }

        @Override
        public List<Value> audience() {
            return List.of();
        }
    }

    /** Its type is not known before apply, or is none that Tollgate knows; what is written of a token is kept. */
    public record Undecided(Optional<Value> issuer, List<Value> audience) implements Kind {

        public Undecided {
            audience = List.copyOf(audience);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.undecided(this);
        }

        @Override
        public String words() {
            return "authorizer";
        }

        @Override
        public boolean looksAtAudience() {
            return false;
        }
    }
}
