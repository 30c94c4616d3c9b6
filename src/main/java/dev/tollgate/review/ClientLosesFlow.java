package dev.tollgate.review;

/** Whoever uses the flow is refused. */
final class ClientLosesFlow {

    static final ReviewRule RULE = new ReviewRule(
            "client-loses-flow",
            Kind.BREAKING,
            "an app client loses a way to obtain tokens",
            ClientLosesFlow::judge,
            "loses a flow");

    private ClientLosesFlow() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ClientPair pair : ClientPair.of(comparison)) {
            if (pair.after().certain()) {
                ClientPair.without(ClientPair.flows(pair.before()), ClientPair.flows(pair.after()))
                        .forEach(flow -> report.say(
                                pair.address(),
                                "`" + pair.address() + "` cannot obtain tokens by `" + flow + "` any more",
                                "check that its holders do not use this flow"));
            }
        }
    }
}
