package dev.tollgate.review;

import dev.tollgate.surface.PoolClient;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** An app client that exists before and after. */
record ClientPair(PoolClient before, PoolClient after) {

    static List<ClientPair> of(Comparison comparison) {
        return comparison.after().clients().stream()
                .flatMap(after -> comparison.before().clients().stream()
                        .filter(before -> before.resource()
                                .address()
                                .equals(after.resource().address()))
                        .map(before -> new ClientPair(before, after)))
                .toList();
    }

    String address() {
        return after.resource().address();
    }

    /** OAuth flows and others of {@code client}, by AWS's names. */
    static SortedSet<String> flows(PoolClient client) {
        TreeSet<String> flows = new TreeSet<>(client.oauthFlows());
        flows.addAll(client.authFlows());
        return flows;
    }

    /** What is in {@code some} and not in {@code others}. */
    static SortedSet<String> without(SortedSet<String> some, SortedSet<String> others) {
        TreeSet<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }
}
