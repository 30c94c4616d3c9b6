package dev.tollgate.schema;

import java.util.List;
import java.util.Set;

/**
 * How much API Gateway lets an account's APIs be called in a region, unless AWS has raised it. A stage that names the
 * same limits adds none of its own. Read on 2026-11-28:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 *
 * @param rate requests a second
 * @param burst requests at once
 */
public record AccountThrottle(int rate, int burst) {

    private static final Set<String> SMALLER = Set.of(
            "af-south-1",
            "ap-south-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ap-southeast-5",
            "ap-southeast-7",
            "ca-west-1",
            "eu-central-2",
            "eu-south-1",
            "eu-south-2",
            "il-central-1",
            "me-central-1",
            "mx-central-1");

    private static final AccountThrottle USUAL = new AccountThrottle(10_000, 5_000);
    private static final AccountThrottle SMALL = new AccountThrottle(2_500, 1_250);

    /** Those that there are. */
    public static final List<AccountThrottle> ALL = List.of(USUAL, SMALL);

    /** The limits of {@code region}. */
    public static AccountThrottle of(String region) {
        return SMALLER.contains(region) ? SMALL : USUAL;
    }
}
