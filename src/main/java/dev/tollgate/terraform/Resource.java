package dev.tollgate.terraform;

import dev.tollgate.finding.KeyPath;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A resource or data source, the same from configuration and from a plan.
 *
 * @param address as Terraform writes it: {@code module.api.aws_api_gateway_method.this["get"]}
 * @param module the module's address, empty for the root
 * @param name the name without module and key
 * @param key the instance's key, {@code 0} or {@code "get"} as Terraform writes it, or empty
 * @param values attributes and blocks, without what is Terraform's own
 * @param lifecycle the block of that name; unknown in a plan, which does not carry it
 * @param dependencies addresses of all it refers to or names in {@code depends_on}, through modules too
 * @param provider the provider's configuration: {@code aws}, or {@code aws.us_east_1}
 * @param path where it stands in the configuration's JSON; the root in a plan
 * @param document the address of the API whose OpenAPI document describes it; empty for what is a resource of
 *     Terraform's
 */
public record Resource(
        String address,
        Mode mode,
        String module,
        String type,
        String name,
        String key,
        Value values,
        Value lifecycle,
        SortedSet<String> dependencies,
        String provider,
        KeyPath path,
        Optional<String> document) {

    /** Whether Terraform makes it or only reads it. */
    public enum Mode {
        MANAGED,
        DATA
    }

    public Resource {
        dependencies = Collections.unmodifiableSortedSet(new TreeSet<>(dependencies));
    }

    /**
     * Whether {@code other} of the same configuration or plan is this one. A record's own {@code equals} is put
     * together when it is first called, which takes longer than most rules.
     */
    public boolean isSame(Resource other) {
        return address.equals(other.address);
    }

    /** The same with other {@code values}. */
    Resource holding(Value others) {
        return new Resource(
                address, mode, module, type, name, key, others, lifecycle, dependencies, provider, path, document);
    }

    /** An attribute, or a block. */
    public Value get(String attribute) {
        return values.get(attribute);
    }

    /**
     * An argument as somebody wrote it: absent where a plan leaves it to the provider. A block that a {@code dynamic}
     * makes of something unknown is not distinguished from one that nobody wrote.
     */
    public Value argument(String name) {
        Value value = get(name);
        return value.isLeftToProvider() ? Value.absent() : value;
    }

    /** Whether it is one of the managed resources of {@code type}. */
    public boolean is(String type) {
        return mode == Mode.MANAGED && this.type.equals(type);
    }
}
