package dev.tollgate.openapi;

import dev.tollgate.surface.Access;

/** What a route demands, in words. */
final class Demand {

    private Demand() {}

    static String text(Access access) {
        if (access instanceof Access.Open) {
            return "Anyone may call.";
        } else if (access instanceof Access.Iam) {
            return "Demands an AWS signature.";
        } else if (access instanceof Access.Custom) {
            return "Demands what a Lambda authorizer accepts.";
        } else if (access instanceof Access.Undecided undecided) {
            return "Who may call cannot be told: " + undecided.because() + ".";
        } else if (access instanceof Access.Token token) {
            return "Demands a token" + scopes(token);
        }
        throw new IllegalStateException("an access of no known kind: " + access);
    }

    private static String scopes(Access.Token token) {
        if (token.scopes().isNone()) {
            return ".";
        }
        String names = String.join("` or `", token.scopes().names());
        String more = token.scopes().certain() ? "" : " More scopes may be accepted: not all are known.";
        return (names.isEmpty() ? "." : " with the scope `" + names + "`.") + more;
    }
}
