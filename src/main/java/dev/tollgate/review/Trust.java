package dev.tollgate.review;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
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
            SortedSet<String> names = names(infrastructure, value);
            certain &= !names.isEmpty();
            names.forEach(name -> sources.add(what + "`" + name + "`"));
        }
        return certain;
    }

    /** The addresses of what is there, which stay the same while ids change; else what is written. */
    private static SortedSet<String> names(Infrastructure infrastructure, Value value) {
        TreeSet<String> names = new TreeSet<>();
        if (infrastructure.follow(value) instanceof ReferenceTarget.To to) {
            names.add(to.resource().address());
        } else if (value.text().isEmpty()) {
            value.references().forEach(reference -> names.add(reference.address()));
        }
        if (names.isEmpty()) {
            infrastructure.resolve(value).text().ifPresent(names::add);
        }
        return names;
    }

    /** What is in this and not in {@code other}. */
    SortedSet<String> without(Trust other) {
        TreeSet<String> left = new TreeSet<>(sources);
        left.removeAll(other.sources);
        return left;
    }
}
