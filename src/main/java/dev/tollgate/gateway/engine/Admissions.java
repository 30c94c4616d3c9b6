package dev.tollgate.gateway.engine;

import dev.tollgate.gateway.token.Claims;
import dev.tollgate.gateway.token.Reason;
import dev.tollgate.gateway.token.TokenVerifier;
import dev.tollgate.gateway.token.Verification;
import dev.tollgate.surface.Decision;
import dev.tollgate.surface.Denial;
import dev.tollgate.surface.Gate;
import dev.tollgate.surface.Known;
import dev.tollgate.surface.Proof;
import dev.tollgate.surface.Scopes;
import dev.tollgate.surface.TokenUse;
import java.util.Optional;

/** Lets requests in, or not: the gate decides over the token that they bring along. */
public final class Admissions {

    private final GatewayApi.Kind kind;
    private final TokenVerifier verifier;

    public Admissions(GatewayApi.Kind kind, TokenVerifier verifier) {
        this.kind = kind;
        this.verifier = verifier;
    }

    public Admission judge(GatewayRoute route, Call call) {
        Gate gate = route.gate(kind);
        if (route.authorizer().isEmpty()) {
            return new Admission.Let(
                    Optional.empty(), gate.decide(new Proof.Nothing()).because());
        }
        GatewayAuthorizer authorizer = route.authorizer().get();
        Optional<String> token = authorizer.token(call);
        if (token.isEmpty()) {
            return gate.decide(new Proof.Nothing())
                    .match(new Admitting(
                            route,
                            Optional.empty(),
                            "no token in `" + authorizer.source().name() + "`"));
        }
        Verification verification = verifier.verify(token.get());
        if (verification instanceof Verification.Refused refused) {
            return invalid(refused.reason(), route, gate);
        }
        Verification.Verified verified = (Verification.Verified) verification;
        Claims claims = verified.claims();
        boolean trusted = authorizer.issuers().contains(verified.issuer());
        if (trusted && kind == GatewayApi.Kind.REST && !authorizer.validates(claims)) {
            return new Admission.Refused(
                    Refusal.UNAUTHORIZED, "", "`aud` does not match the identity validation expression");
        }
        Decision decision = gate.decide(new Proof.Token(
                use(claims), Scopes.of(claims.scopes()), Known.of(trusted), Known.of(authorizer.isMeant(claims))));
        return decision.match(new Admitting(route, Optional.of(claims), decision.because()));
    }

    private static TokenUse use(Claims claims) {
        return claims.text("token_use").filter("access"::equals).isPresent() ? TokenUse.ACCESS : TokenUse.ID;
    }

    private static Admission invalid(Reason reason, GatewayRoute route, Gate gate) {
        Decision decision = gate.decide(new Proof.Invalid(reason == Reason.EXPIRED));
        return new Admission.Refused(
                Refusal.of(decision.denials().first()),
                Challenge.invalid(reason, route.scopes()),
                "the token is refused: " + reason.description());
    }

    /**
     * A decision as what becomes of the request.
     *
     * @param claims of the token, where there is one
     * @param because for the journal
     */
    private record Admitting(GatewayRoute route, Optional<Claims> claims, String because)
            implements Decision.Cases<Admission> {

        @Override
        public Admission passes(Decision.Passes decision) {
            return new Admission.Let(claims, because);
        }

        @Override
        public Admission refused(Decision.Refused decision) {
            Denial denial = decision.denial();
            return new Admission.Refused(Refusal.of(denial), Challenge.of(denial, route.scopes()), because);
        }

        @Override
        public Admission unknown(Decision.Unknown decision) {
            throw new IllegalStateException("a route that nobody can decide over is not served: " + route.key());
        }
    }
}
