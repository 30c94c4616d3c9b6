package dev.tollgate.review;

/** Each flow is a way to tokens: passwords sent by the caller, codes, a secret alone. */
final class ClientGainsFlow {

    static final ReviewRule RULE = new ReviewRule(
            "client-gains-flow",
            Kind.WIDENED,
            "an app client can obtain tokens in a further way",
            ClientGainsFlow::judge,
            "a further flow");

    private ClientGainsFlow() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ClientPair pair : ClientPair.of(comparison)) {
            ClientPair.without(ClientPair.flows(pair.after()), ClientPair.flows(pair.before()))
                    .forEach(flow -> report.say(
                            pair.address(),
                            "`" + pair.address() + "` can obtain tokens by `" + flow + "`",
                            "check that its holders need this flow"));
        }
    }
}
