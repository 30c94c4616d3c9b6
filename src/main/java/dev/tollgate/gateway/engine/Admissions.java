package dev.tollgate.gateway.engine;

import dev.tollgate.gateway.token.Claims;
import dev.tollgate.gateway.token.Reason;
import dev.tollgate.gateway.token.TokenVerifier;
import dev.tollgate.gateway.token.Verification;
import java.util.List;
import java.util.Optional;

/**
 * Decides over tokens. A REST API takes an ID token where a route demands no scope and an access token where it does,
 * and looks at no audience; an HTTP API looks at issuer, audience, times and scopes in turn.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
public final class Admissions {

    private final GatewayApi.Kind kind;
    private final TokenVerifier verifier;

    public Admissions(GatewayApi.Kind kind, TokenVerifier verifier) {
        this.kind = kind;
        this.verifier = verifier;
    }

    public Admission judge(GatewayRoute route, Call call) {
        if (route.authorizer().isEmpty()) {
            return new Admission.Let(Optional.empty(), "the route is open to anyone");
        }
        GatewayAuthorizer authorizer = route.authorizer().get();
        Optional<String> token = authorizer.token(call);
        if (token.isEmpty()) {
            return new Admission.Refused(
                    Refusal.UNAUTHORIZED,
                    "Bearer",
                    "no token in `" + authorizer.source().name() + "`");
        }
        Verification verification = verifier.verify(token.get());
        if (verification instanceof Verification.Refused refused) {
            return refused(refused.reason(), route);
        }
        Verification.Verified verified = (Verification.Verified) verification;
        if (!authorizer.issuers().contains(verified.issuer())) {
            return refused(Reason.ISSUER, route);
        }
        return kind == GatewayApi.Kind.REST
                ? rest(route, authorizer, verified.claims())
                : http(route, authorizer, verified.claims());
    }

    private Admission refused(Reason reason, GatewayRoute route) {
        Refusal refusal = reason == Reason.EXPIRED ? Refusal.EXPIRED : Refusal.UNAUTHORIZED;
        // A REST API tells the time from nothing else:
        // https://repost.aws/knowledge-center/api-gateway-cognito-401-unauthorized
        return new Admission.Refused(refusal, invalid(reason, route), "the token is refused: " + reason.description());
    }

    /** Before a token is read, the route's scopes are not named. */
    private static String invalid(Reason reason, GatewayRoute route) {
        boolean unread = reason == Reason.SEGMENTS
                || reason == Reason.MALFORMED
                || reason == Reason.TOO_LARGE
                || reason == Reason.ALGORITHM
                || reason == Reason.SIGNATURE
                || reason == Reason.UNKNOWN_KEY
                || reason == Reason.CRITICAL;
        return challenge(unread ? List.of() : route.scopes(), "invalid_token", reason.description());
    }

    private static String challenge(List<String> scopes, String error, String description) {
        return "Bearer scope=\"" + String.join(" ", scopes) + "\" error=\"" + error + "\" error_description=\""
                + description + "\"";
    }

    private static Admission rest(GatewayRoute route, GatewayAuthorizer authorizer, Claims claims) {
        boolean isAccess = claims.text("token_use").filter("access"::equals).isPresent();
        boolean fitsAudience = authorizer
                .validation()
                .map(pattern -> claims.texts("aud").stream()
                        .anyMatch(aud -> pattern.matcher(aud).matches()))
                .orElse(true);
        if (!fitsAudience) {
            return new Admission.Refused(
                    Refusal.UNAUTHORIZED, "", "`aud` does not match the identity validation expression");
        }
        if (route.scopes().isEmpty()) {
            return isAccess
                    ? new Admission.Refused(
                            Refusal.UNAUTHORIZED,
                            "",
                            "an access token, where a REST route without scopes wants an ID token")
                    : new Admission.Let(Optional.of(claims), "an ID token of the pool");
        }
        if (!isAccess) {
            return new Admission.Refused(
                    Refusal.UNAUTHORIZED, "", "an ID token, where a route with scopes wants an access token");
        }
        return scoped(route, claims);
    }

    private static Admission http(GatewayRoute route, GatewayAuthorizer authorizer, Claims claims) {
        List<String> clients = claims.has("aud")
                ? claims.texts("aud")
                : claims.text("client_id").stream().toList();
        if (clients.stream().noneMatch(client -> authorizer.audience().contains(client))) {
            return new Admission.Refused(
                    Refusal.UNAUTHORIZED,
                    challenge(route.scopes(), "invalid_token", "the token does not have a valid audience"),
                    "the token is of none of the authorizer's clients");
        }
        return route.scopes().isEmpty()
                ? new Admission.Let(Optional.of(claims), "a token of one of the authorizer's clients")
                : scoped(route, claims);
    }

    private static Admission scoped(GatewayRoute route, Claims claims) {
        List<String> carried = claims.scopes();
        return route.scopes().stream()
                .filter(carried::contains)
                .findFirst()
                .<Admission>map(scope -> new Admission.Let(Optional.of(claims), "the token has `" + scope + "`"))
                .orElseGet(() -> new Admission.Refused(
                        Refusal.SCOPE,
                        challenge(route.scopes(), "insufficient_scope", "the token lacks the scope"),
                        "the token has none of the route's scopes: " + String.join(" ", route.scopes())));
    }
}
