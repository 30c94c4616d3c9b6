package dev.tollgate.graph;

import dev.tollgate.surface.Access;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.AppClient;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.Route;
import dev.tollgate.surface.Scopes;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Value;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a caller can call a route. A REST route without scopes takes ID tokens only, one with scopes access
 * tokens only and looks at no audience; an HTTP route without scopes takes both.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html
 */
final class Reach {

    private final Infrastructure infrastructure;
    private final IssuerFinder issuers;

    Reach(Infrastructure infrastructure, IssuerFinder issuers) {
        this.infrastructure = infrastructure;
        this.issuers = issuers;
    }

    /** What somebody without any credentials can do with {@code route}. */
    Cell anyone(Route route) {
        return route.access() instanceof Access.Token
                ? Cell.no("wants a token")
                : withoutToken(route).orElseThrow();
    }

    /** What {@code client} can do with {@code route} of {@code api}. */
    Cell of(AppClient client, Api api, Route route) {
        Optional<Cell> decided = withoutToken(route);
        if (decided.isPresent()) {
            return decided.get();
        }
        Access.Token token = (Access.Token) route.access();
        if (token.authorizer().isEmpty()) {
            return Cell.perhaps("its authorizer is not here");
        }
        Optional<Cell> mistrusted = mistrusted(client, token.authorizer().get());
        Cell carried = carried(client, api, token.scopes());
        return mistrusted
                .filter(cell -> cell.verdict() == CallVerdict.NO || carried.verdict() != CallVerdict.NO)
                .orElse(carried);
    }

    /** The answer where a token makes no difference. */
    private static Optional<Cell> withoutToken(Route route) {
        Access access = route.access();
        if (access instanceof Access.Open) {
            return Optional.of(route.apiKey() ? Cell.perhaps("no token, but an API key") : Cell.yes("no token"));
        } else if (access instanceof Access.Iam) {
            return Optional.of(Cell.no("wants AWS credentials"));
        } else if (access instanceof Access.Custom) {
            return Optional.of(Cell.perhaps("a Lambda authorizer decides"));
        } else if (access instanceof Access.Undecided undecided) {
            return Optional.of(Cell.perhaps(undecided.because()));
        }
        return Optional.empty();
    }

    /** Why {@code authorizer} may not take any token of {@code client}. */
    private Optional<Cell> mistrusted(AppClient client, Authorizer authorizer) {
        Optional<Issuer> issuer = issuers.of(client);
        IssuerFinder.Trusted trusted = issuers.trusted(authorizer);
        boolean trusts = issuer.filter(own -> trusted.issuers().stream().anyMatch(own::is))
                .isPresent();
        if (!trusts) {
            boolean certain = trusted.certain()
                    && issuer.filter(own -> trusted.issuers().stream().allMatch(own::cannotBe))
                            .isPresent();
            return Optional.of(
                    certain
                            ? Cell.no("its user pool is not trusted")
                            : Cell.perhaps("whether its user pool is trusted is not known"));
        }
        return authorizer.kind() == Authorizer.Kind.JWT ? outsideAudience(client, authorizer) : Optional.empty();
    }

    private Optional<Cell> outsideAudience(AppClient client, Authorizer authorizer) {
        // An id that is written out may be the one that this client was given.
        boolean hasId = client.resource().get("id").text().isPresent();
        boolean certain = true;
        for (Value one : authorizer.audience()) {
            ReferenceTarget followed = infrastructure.follow(one, "aws_cognito_user_pool_client");
            if (followed instanceof ReferenceTarget.To to && to.resource().equals(client.resource())) {
                return Optional.empty();
            }
            certain &= followed instanceof ReferenceTarget.To
                    || (hasId && followed instanceof ReferenceTarget.Elsewhere elsewhere && elsewhere.isKnown());
        }
        return Optional.of(
                certain
                        ? Cell.no("it is not in the audience")
                        : Cell.perhaps("whether it is in the audience is not known"));
    }

    private static Cell carried(AppClient client, Api api, Scopes demanded) {
        List<Obtainable> tokens = Obtainable.of(client);
        if (!demanded.certain() && demanded.names().isEmpty()) {
            return Cell.perhaps("the scopes it wants are not known");
        }
        boolean scoped = !demanded.isNone();
        List<Obtainable> passing = tokens.stream()
                .filter(token -> scoped
                        ? token.isAccess()
                                && !Collections.disjoint(token.scopes().names(), demanded.names())
                        : api.kind() != Api.Kind.REST || !token.isAccess())
                .toList();
        if (!passing.isEmpty()) {
            return Cell.yes(Obtainable.words(passing));
        }
        boolean certain = client.certain()
                && demanded.certain()
                && tokens.stream().allMatch(token -> !scoped || token.scopes().certain());
        if (!certain) {
            return Cell.perhaps("its flows or scopes are not known");
        }
        if (tokens.isEmpty()) {
            return Cell.no("it has no flow that gives a token");
        }
        return Cell.no(scoped ? "no " + String.join(" or ", demanded.names()) : "it gets no ID token");
    }
}
