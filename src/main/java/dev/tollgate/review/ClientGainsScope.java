package dev.tollgate.review;

/** Whoever holds the client gets in wherever the scope is enough. */
final class ClientGainsScope {

    static final ReviewRule RULE = new ReviewRule(
            "client-gains-scope",
            Kind.WIDENED,
            "an app client can obtain a further scope",
            ClientGainsScope::judge,
            "a further scope");

    private ClientGainsScope() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ClientPair pair : ClientPair.of(comparison)) {
            if (!pair.after().scopes().certain()) {
                report.undecided(pair.address(), "which scopes `" + pair.address() + "` can obtain");
            }
            ClientPair.without(
                            pair.after().scopes().names(),
                            pair.before().scopes().names())
                    .forEach(scope -> report.say(
                            pair.address(),
                            "`" + pair.address() + "` can obtain `" + scope + "`",
                            "check that the holders of this client need it"));
        }
    }
}
