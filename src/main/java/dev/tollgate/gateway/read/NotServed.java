package dev.tollgate.gateway.read;

import dev.tollgate.finding.UserError;

/** Why an API is not served. */
final class NotServed {

    private NotServed() {}

    static UserError because(String what) {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                what,
                "`serve` does not start when it cannot enforce a route's authorization");
    }
}
