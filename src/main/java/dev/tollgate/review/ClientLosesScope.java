package dev.tollgate.review;

/** A request for the scope is answered invalid_scope. */
final class ClientLosesScope {

    static final ReviewRule RULE = new ReviewRule(
            "client-loses-scope",
            Kind.BREAKING,
            "an app client loses a scope",
            ClientLosesScope::judge,
            "loses a scope");

    private ClientLosesScope() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ClientPair pair : ClientPair.of(comparison)) {
            if (pair.after().scopes().certain()) {
                ClientPair.without(
                                pair.before().scopes().names(),
                                pair.after().scopes().names())
                        .forEach(scope -> report.say(
                                pair.address(),
                                "`" + pair.address() + "` cannot obtain `" + scope + "` any more",
                                "check that its holders do not ask for this scope"));
            }
        }
    }
}
