package dev.tollgate.terraform;

import dev.tollgate.finding.KeyPath;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A resource or data source, the same from configuration and from a plan.
 *
 * @param address as Terraform writes it: {@code module.api.aws_api_gateway_method.this["get"]}
 * @param module the module's address, empty for the root
 * @param name the name without module and key
 * @param key the instance's key, {@code 0} or {@code "get"} as Terraform writes it, or empty
 * @param values attributes and blocks, without what is Terraform's own; those that the provider filled in among them
 * @param written what somebody wrote, and how
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
        Written written,
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

    /** One of {@code type} that is made elsewhere; nothing is known of it but what others call it. */
    public static Resource elsewhere(String type, String name) {
        Value nothing = new Value.Mapping(new TreeMap<>());
        return new Resource(
                type + " `" + name + "`",
                Mode.DATA,
                "",
                type,
                name,
                "",
                nothing,
                Written.all(nothing),
                Value.absent(),
                new TreeSet<>(),
                "",
                KeyPath.ROOT,
                Optional.empty());
    }

    /** The same with other {@code values}; those that are new were written. */
    Resource holding(Value others) {
        return with(others, written.and(values, others));
    }

    /** The same, with what only the configuration of it, {@code other}, tells. */
    Resource writtenAs(Resource other) {
        return new Resource(
                address,
                mode,
                module,
                type,
                name,
                key,
                values,
                written,
                other.lifecycle,
                dependencies,
                provider,
                other.path,
                document);
    }

    /** The same, all of which counts as written. */
    Resource writtenWhole() {
        return with(values, Written.all(values));
    }

    private Resource with(Value held, Written by) {
        return new Resource(
                address, mode, module, type, name, key, held, by, lifecycle, dependencies, provider, path, document);
    }

    /** An attribute, or a block, whoever filled it in. */
    public Value get(String attribute) {
        return values.get(attribute);
    }

    /**
     * An argument as somebody wrote it: absent where it is left to the provider, be it that a plan does not know yet
     * what the provider will fill in, or that an apply has filled it in.
     */
    public Value argument(String name) {
        return written.arguments().get(name);
    }

    /** What a plan says that the argument or block {@code name} refers to, by its address in the same module. */
    public List<String> references(String name) {
        return written.references(name);
    }

    /**
     * Whether a plan shows that {@code argument} is made of resources of AWS, and of no local value, variable or file.
     */
    public boolean isOfResources(String argument) {
        return written.isOfResources(argument);
    }

    /** Whether a plan shows that the argument at {@code path} is written out: neither a variable nor anything else. */
    public boolean isLiteral(String... path) {
        return written.isLiteral(path);
    }

    /** Whether it is one of the managed resources of {@code type}. */
    public boolean is(String type) {
        return mode == Mode.MANAGED && this.type.equals(type);
    }
}
