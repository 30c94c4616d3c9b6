package dev.tollgate.surface;

import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;

/**
 * How a token is judged. A REST API takes ID tokens where a route requires no scope and access tokens where it does,
 * and looks at no audience; an HTTP API looks at issuer, audience and scopes in turn.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
record TokenCheck(Api.Kind kind, Access.Token access) implements Proof.Cases<Decision> {

    @Override
    public Decision nothing() {
        return new Decision.Refused(Denial.NO_TOKEN, "no token");
    }

    @Override
    public Decision invalid(Proof.Invalid proof) {
        return proof.expired()
                ? new Decision.Refused(Denial.EXPIRED_TOKEN, "the token has expired")
                : new Decision.Refused(Denial.INVALID_TOKEN, "the token is not valid");
    }

    /** A signature stands where the token should. */
    @Override
    public Decision signature() {
        return new Decision.Refused(Denial.INVALID_TOKEN, "a signature is not a token");
    }

    /** What is certain to refuse comes before what is not known. */
    @Override
    public Decision token(Proof.Token proof) {
        if (access.authorizer().isEmpty() && proof.trusted() == Known.UNKNOWN) {
            return unknown(Denial.OTHER_ISSUER, "its authorizer is not in this configuration");
        }
        List<Decision> checks = List.of(issuer(proof), audience(proof), carried(proof));
        return checks.stream()
                .filter(Decision.Refused.class::isInstance)
                .findFirst()
                .or(() -> checks.stream()
                        .filter(Decision.Unknown.class::isInstance)
                        .findFirst())
                .orElse(checks.get(checks.size() - 1));
    }

    private static Decision issuer(Proof.Token proof) {
        return switch (proof.trusted()) {
            case YES -> new Decision.Passes("a trusted issuer");
            case NO -> new Decision.Refused(Denial.OTHER_ISSUER, "its issuer is not trusted");
            case UNKNOWN -> unknown(Denial.OTHER_ISSUER, "whether its issuer is trusted is not known");
        };
    }

    private Decision audience(Proof.Token proof) {
        if (kind == Api.Kind.REST) {
            return new Decision.Passes("any audience");
        }
        return switch (proof.intended()) {
            case YES -> new Decision.Passes("the audience");
            case NO -> new Decision.Refused(Denial.OTHER_AUDIENCE, "its client is not in the audience");
            case UNKNOWN -> unknown(Denial.OTHER_AUDIENCE, "whether its client is in the audience is not known");
        };
    }

    private Decision carried(Proof.Token proof) {
        Scopes required = access.scopes();
        if (required.isNone()) {
            return unscoped(proof);
        }
        if (required.names().isEmpty()) {
            return unknown(Denial.NO_SCOPE, "the scopes it requires are not known");
        }
        // An HTTP API reads the scopes of whatever it is shown; of an ID token there are none.
        if (kind == Api.Kind.REST && proof.use() == TokenUse.ID) {
            return new Decision.Refused(Denial.ID_TOKEN, "an ID token, where an access token is required");
        }
        return required.names().stream()
                .filter(scope -> proof.scopes().names().contains(scope))
                .findFirst()
                .<Decision>map(scope -> new Decision.Passes("the scope " + scope))
                .orElseGet(() -> required.certain() && proof.scopes().certain()
                        ? new Decision.Refused(Denial.NO_SCOPE, "no scope " + String.join(" or ", required.names()))
                        : unknown(Denial.NO_SCOPE, "its flows or scopes are not known"));
    }

    private Decision unscoped(Proof.Token proof) {
        if (kind == Api.Kind.REST && proof.use() == TokenUse.ACCESS) {
            return new Decision.Refused(Denial.ACCESS_TOKEN, "an access token, where an ID token is required");
        }
        return new Decision.Passes(proof.use() == TokenUse.ID ? "an ID token" : "an access token");
    }

    private static Decision unknown(Denial denial, String because) {
        return new Decision.Unknown(because, new TreeSet<>(EnumSet.of(denial)));
    }
}
