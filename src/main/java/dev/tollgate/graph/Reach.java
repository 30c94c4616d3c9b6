package dev.tollgate.graph;

import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.Decision;
import dev.tollgate.surface.Denial;
import dev.tollgate.surface.Gate;
import dev.tollgate.surface.Known;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Proof;
import dev.tollgate.surface.Scopes;
import dev.tollgate.surface.TokenUse;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What callers can do with routes: the gate's answer to each token that a client can obtain. */
final class Reach {

    private static final Scopes NOT_KNOWN = new Scopes(new TreeSet<>(), false);

    /** Whatever may pass comes furthest; of tokens that are refused, the one that fails the last check says why. */
    private static final Comparator<Decision> FURTHEST = Comparator.comparing(
                    (Decision decision) -> decision instanceof Decision.Unknown)
            .thenComparing(decision -> decision.denials().isEmpty()
                    ? Denial.NO_TOKEN
                    : decision.denials().last());

    private final Infrastructure infrastructure;
    private final IssuerFinder issuers;

    Reach(Infrastructure infrastructure, IssuerFinder issuers) {
        this.infrastructure = infrastructure;
        this.issuers = issuers;
    }

    /** What somebody without any credentials can do with {@code route} of {@code api}. */
    static Cell anyone(Api api, ApiRoute route) {
        return Gate.of(api, route).decide(new Proof.Nothing(), Known.UNKNOWN).match(new Cells("no token"));
    }

    /** What {@code client} can do with {@code route} of {@code api}. */
    Cell of(PoolClient client, Api api, ApiRoute route) {
        if (route.access().token().isEmpty()) {
            return anyone(api, route);
        }
        Gate gate = Gate.of(api, route);
        Optional<Authorizer> authorizer = route.access().authorizer();
        Known trusted = authorizer.map(judge -> trusted(client, judge)).orElse(Known.UNKNOWN);
        Known intended = trusted == Known.YES ? intended(client, authorizer.orElseThrow()) : Known.UNKNOWN;
        List<Obtainable> passing = new ArrayList<>();
        List<Decision> others = new ArrayList<>();
        for (Obtainable token : Obtainable.of(client)) {
            Decision decision = gate.decide(new Proof.Token(token.use(), token.scopes(), trusted, intended));
            if (decision.passes()) {
                passing.add(token);
            } else {
                others.add(decision);
            }
        }
        if (!passing.isEmpty()) {
            return Cell.yes(Obtainable.words(passing));
        }
        if (!client.certain()) {
            others.addAll(furtherTokens(gate, trusted, intended));
        }
        return others.stream()
                .max(FURTHEST)
                .map(decision -> decision.match(new Cells("a token")))
                .orElseGet(() -> Cell.no("it has no flow that gives a token"));
    }

    /** What the gate says to tokens of flows that are not known: nothing that is certain, unless they are refused. */
    private static List<Decision> furtherTokens(Gate gate, Known trusted, Known intended) {
        return Stream.of(TokenUse.values())
                .map(use -> gate.decide(new Proof.Token(use, NOT_KNOWN, trusted, intended)))
                .map(decision -> decision.passes()
                        ? new Decision.Unknown("its flows or scopes are not known", new TreeSet<>())
                        : decision)
                .toList();
    }

    /** Whether {@code authorizer} trusts the issuer of the tokens of {@code client}. */
    private Known trusted(PoolClient client, Authorizer authorizer) {
        Optional<Issuer> issuer = issuers.of(client);
        IssuerFinder.Trusted trusted = issuers.trusted(authorizer);
        if (issuer.filter(own -> trusted.issuers().stream().anyMatch(own::is)).isPresent()) {
            return Known.YES;
        }
        boolean certain = trusted.certain()
                && issuer.filter(own -> trusted.issuers().stream().allMatch(own::cannotBe))
                        .isPresent();
        return certain ? Known.NO : Known.UNKNOWN;
    }

    /** Whether {@code client} is in the audience of {@code authorizer}. */
    private Known intended(PoolClient client, Authorizer authorizer) {
        // An id that is written out may be the one that this client was given.
        boolean hasId = client.resource().get("id").text().isPresent();
        boolean certain = true;
        for (Value one : authorizer.audience()) {
            ReferenceTarget followed = infrastructure.follow(one, "aws_cognito_user_pool_client");
            if (followed instanceof ReferenceTarget.To to && to.resource().isSame(client.resource())) {
                return Known.YES;
            }
            certain &= followed instanceof ReferenceTarget.To
                    || (hasId && followed instanceof ReferenceTarget.Elsewhere elsewhere && elsewhere.isKnown());
        }
        return certain ? Known.NO : Known.UNKNOWN;
    }

    /**
     * A decision as what stands in a cell.
     *
     * @param with what the caller passes with
     */
    private record Cells(String with) implements Decision.Cases<Cell> {

        @Override
        public Cell passes(Decision.Passes decision) {
            return Cell.yes(with);
        }

        @Override
        public Cell refused(Decision.Refused decision) {
            return Cell.no(decision.because());
        }

        @Override
        public Cell unknown(Decision.Unknown decision) {
            return Cell.perhaps(decision.because());
        }
    }
}
