package dev.tollgate.check.rule;

import dev.tollgate.model.PoolAttribute;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a user pool in Terraform knows of its people. */
record SeenPool(Infrastructure infrastructure, Resource pool) {

    /** What Cognito puts before the name of an own attribute, and its schema in Terraform does not have. */
    private static final Pattern OWN = Pattern.compile("^(custom|dev):");

    /** The pool of {@code part}, a client or an identity provider, where it is in this configuration. */
    static Optional<SeenPool> of(Infrastructure infrastructure, Resource part) {
        return infrastructure.follow(part.get("user_pool_id"), "aws_cognito_user_pool") instanceof ReferenceTarget.To to
                ? Optional.of(new SeenPool(infrastructure, to.resource()))
                : Optional.empty();
    }

    /** What {@code provider} fills in. */
    static Set<String> mapped(Infrastructure infrastructure, Resource provider) {
        return infrastructure.resolve(provider.argument("attribute_mapping")) instanceof Value.Mapping mapping
                ? mapping.members().keySet()
                : Set.of();
    }

    /** Whether every pool has {@code name}. */
    static boolean isOfEveryPool(String name) {
        return name.equals("sub") || PoolAttribute.OF_EVERY_POOL.contains(name);
    }

    /** Whether the pool has {@code name}, or may have it. */
    boolean has(String name) {
        boolean certain = pool.argument("schema").items().stream()
                .allMatch(one -> infrastructure.resolve(one.get("name")).isCertain());
        return !certain
                || isOfEveryPool(name)
                || (OWN.matcher(name).lookingAt() && schema(name).isPresent());
    }

    /** Whether {@code name} is fixed once a user has it. */
    boolean isImmutable(String name) {
        return schema(name)
                .filter(one -> infrastructure.resolve(one.get("mutable")).is("false"))
                .isPresent();
    }

    /** The standard attributes that nobody can be without. */
    SortedSet<String> required() {
        SortedSet<String> required = new TreeSet<>();
        for (Value schema : pool.argument("schema").items()) {
            String name = infrastructure.resolve(schema.get("name")).text().orElse("");
            if (isOfEveryPool(name)
                    && infrastructure.resolve(schema.get("required")).is("true")) {
                required.add(name);
            }
        }
        return required;
    }

    private Optional<Value> schema(String name) {
        String own = OWN.matcher(name).replaceFirst("");
        return pool.argument("schema").items().stream()
                .filter(one -> infrastructure.resolve(one.get("name")).is(own))
                .findFirst();
    }
}
