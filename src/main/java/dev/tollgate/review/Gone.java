package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.Plan;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A resource that the state had and Terraform does not find any more: somebody deleted it, or the plan looks in another
 * region.
 *
 * @param before what the state had
 * @param regionBefore where it was, by its ARN
 */
record Gone(String address, String type, Value before, Optional<String> regionBefore) {

    /** All of {@code plan}, by address. */
    static SortedMap<String, Gone> of(Plan plan) {
        SortedMap<String, Gone> gone = new TreeMap<>();
        for (ResourceChange drift : plan.drift()) {
            if (drift.action() == Action.DELETE) {
                gone.put(drift.address(), of(drift.address(), drift.type(), drift.before()));
            }
        }
        for (ResourceChange change : plan.changes()) {
            if (change.action() == Action.CREATE) {
                plan.before()
                        .find(change.address())
                        .ifPresent(was -> gone.putIfAbsent(was.address(), of(was.address(), was.type(), was.values())));
            }
        }
        return gone;
    }

    private static Gone of(String address, String type, Value before) {
        return new Gone(address, type, before, region(before.get("arn")));
    }

    /** {@code arn:aws:lambda:eu-west-1:…}: the fourth part, which global services leave empty. */
    static Optional<String> region(Value arn) {
        String[] parts = arn.text().orElse("").split(":", 6);
        return parts.length == 6 && parts[0].equals("arn") && !parts[3].isEmpty()
                ? Optional.of(parts[3])
                : Optional.empty();
    }
}
