package dev.tollgate.review;

import dev.tollgate.terraform.Value;

/** A private API is reached from its VPC endpoints alone. */
final class EndpointOpened {

    static final ReviewRule RULE = new ReviewRule(
            "private-endpoint-opened",
            Kind.WIDENED,
            "a private API is put on the internet",
            EndpointOpened::judge,
            "put on the internet");

    private EndpointOpened() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (Pair pair : Pair.of(comparison, "aws_api_gateway_rest_api")) {
            Value after = types(pair.after().values());
            if (isPrivate(types(pair.before().values())) && after.isCertain() && !isPrivate(after)) {
                report.say(
                        pair.address(),
                        "`" + pair.address() + "` was private and becomes `" + AttributeChange.shown(after)
                                + "`: anyone on the internet reaches it",
                        "keep `PRIVATE`, or check the authorization of every route");
            }
        }
    }

    private static Value types(Value api) {
        return api.get("endpoint_configuration").get("types");
    }

    private static boolean isPrivate(Value types) {
        return types.items().stream().anyMatch(type -> type.is("PRIVATE"));
    }
}
