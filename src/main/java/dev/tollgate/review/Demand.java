package dev.tollgate.review;

import dev.tollgate.surface.Access;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.Scopes;
import java.util.Optional;

/**
 * What a route demands, in words that are the same whenever the demand is the same.
 *
 * @param kind {@code open}, {@code token}, {@code iam}, {@code custom}, {@code unknown}
 * @param authorizer the authorizer's address, or its name where it has none of its own
 */
record Demand(String kind, Optional<String> authorizer, Scopes scopes) {

    static Demand of(Access access) {
        if (access instanceof Access.Token token) {
            return new Demand("token", token.authorizer().map(Demand::name), token.scopes());
        }
        if (access instanceof Access.Custom custom) {
            return new Demand("custom", custom.authorizer().map(Demand::name), Scopes.NONE);
        }
        return new Demand(access.word(), Optional.empty(), Scopes.NONE);
    }

    private static String name(Authorizer authorizer) {
        return authorizer.resource().address() + " " + authorizer.name();
    }

    /** For a table's cell: {@code token, scope `books/read`}. */
    static String text(Access access) {
        if (access instanceof Access.Open) {
            return "anyone";
        }
        if (access instanceof Access.Iam) {
            return "AWS signature";
        }
        if (access instanceof Access.Custom) {
            return "Lambda authorizer";
        }
        if (access instanceof Access.Undecided undecided) {
            return "not known: " + undecided.because();
        }
        Access.Token token = (Access.Token) access;
        return "token" + scopes(token.scopes());
    }

    private static String scopes(Scopes scopes) {
        if (scopes.isNone()) {
            return ", any scope";
        }
        String names = String.join(" or ", scopes.names());
        String more = scopes.certain() ? "" : names.isEmpty() ? "not known yet" : " or more not known yet";
        return ", " + names + more;
    }
}
