package dev.tollgate.check.rule;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The identity providers of a user pool, as Terraform makes them.
 *
 * @param certain whether these are all, each by a known name
 */
record PoolProviders(List<Resource> providers, SortedSet<String> names, boolean certain) {

    /** Where an app client names them. */
    static final String NAMED = "supported_identity_providers";

    private static final String TYPE = "aws_cognito_identity_provider";

    static PoolProviders of(Resource pool, Infrastructure infrastructure) {
        List<Resource> all = infrastructure.ofType(TYPE);
        List<Resource> providers =
                all.stream().filter(one -> isOf(pool, one, infrastructure)).toList();
        TreeSet<String> names = new TreeSet<>();
        providers.forEach(one -> name(one, infrastructure).text().ifPresent(names::add));
        boolean certain = infrastructure.unread().isEmpty()
                && providers.size() == names.size()
                && all.stream()
                        .map(one -> infrastructure.follow(one.get("user_pool_id"), pool.type()))
                        .allMatch(followed -> followed instanceof ReferenceTarget.To
                                || (followed instanceof ReferenceTarget.Elsewhere elsewhere && elsewhere.isKnown()));
        return new PoolProviders(providers, names, certain);
    }

    private static boolean isOf(Resource pool, Resource provider, Infrastructure infrastructure) {
        return infrastructure.follow(provider.get("user_pool_id"), pool.type()) instanceof ReferenceTarget.To to
                && to.resource().isSame(pool);
    }

    static Value name(Resource provider, Infrastructure infrastructure) {
        return infrastructure.resolve(provider.get("provider_name"));
    }
}
