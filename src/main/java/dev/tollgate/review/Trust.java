package dev.tollgate.review;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whose tokens an authorizer accepts.
 *
 * @param sources issuers, pools and clients, each as it can be named
 * @param certain whether all of them are known
 */
record Trust(SortedSet<String> sources, boolean certain) {

    static Trust of(Infrastructure infrastructure, Resource authorizer) {
        TreeSet<String> sources = new TreeSet<>();
        boolean certain = add(infrastructure, "pool ", authorizer.get("provider_arns"), sources);
        certain &= add(
                infrastructure, "issuer ", authorizer.get("jwt_configuration").get("issuer"), sources);
        certain &= add(
                infrastructure, "client ", authorizer.get("jwt_configuration").get("audience"), sources);
        certain &= add(infrastructure, "Lambda ", authorizer.get("authorizer_uri"), sources);
        return new Trust(sources, certain);
    }

    private static boolean add(Infrastructure infrastructure, String what, Value values, SortedSet<String> sources) {
        boolean certain = true;
        for (Value value : values.items()) {
            Optional<String> name = name(infrastructure, value);
            certain &= name.isPresent();
            name.ifPresent(known -> sources.add(what + "`" + known + "`"));
        }
        return certain;
    }

    /** The address of what is there, which stays the same while its id changes; else what is written. */
    private static Optional<String> name(Infrastructure infrastructure, Value value) {
        return infrastructure.follow(value) instanceof dev.tollgate.terraform.Followed.To to
                ? Optional.of(to.resource().address())
                : infrastructure.resolve(value).text();
    }

    /** What is in this and not in {@code other}. */
    SortedSet<String> without(Trust other) {
        TreeSet<String> left = new TreeSet<>(sources);
        left.removeAll(other.sources);
        return left;
    }
}
