package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.read.KnownIds;
import dev.tollgate.gateway.read.LocalNames;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Output;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The app clients of a stack by what people call them: the environment's name, and else Terraform's. */
public final class Clients {

    private final Infrastructure infrastructure;
    private final Surface surface;
    private final SortedMap<String, PoolClient> byName = new TreeMap<>();

    public Clients(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
        this.surface = SurfaceReader.read(infrastructure);
        surface.clients().forEach(client -> byName.put(client.resource().name(), client));
        infrastructure.outputs().stream()
                .filter(output -> output.name().equals("client_ids"))
                .map(Output::value)
                .filter(Value.Mapping.class::isInstance)
                .map(Value.Mapping.class::cast)
                .forEach(ids -> ids.members().forEach(this::name));
    }

    private void name(String name, Value id) {
        if (infrastructure.follow(id, "aws_cognito_user_pool_client") instanceof ReferenceTarget.To to) {
            of(to.resource()).ifPresent(client -> {
                byName.remove(client.resource().name());
                byName.put(name, client);
            });
        }
    }

    private Optional<PoolClient> of(Resource resource) {
        return surface.clients().stream()
                .filter(client -> client.resource().equals(resource))
                .findFirst();
    }

    /** What people call them. */
    SortedSet<String> names() {
        return new TreeSet<>(byName.keySet());
    }

    Infrastructure infrastructure() {
        return infrastructure;
    }

    public Surface surface() {
        return surface;
    }

    /** The environment's name of the client that {@code name} names, which may be Cognito's name of it. */
    String canonical(String name) {
        if (byName.containsKey(name)) {
            return name;
        }
        return byName.entrySet().stream()
                .filter(entry -> entry.getValue().name().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new UserError(
                        UserError.Exit.USAGE,
                        "unknown client `" + name + "`",
                        byName.isEmpty()
                                ? "the stack has no app clients"
                                : "use one of `" + String.join("`, `", byName.keySet()) + "`"));
    }

    /** What people call the client whose id is {@code id}, where {@code ids} are known. */
    public Optional<String> nameOf(String id, KnownIds ids) {
        LocalNames local = new LocalNames(infrastructure, ids);
        return byName.entrySet().stream()
                .filter(entry -> local.clientId(entry.getValue().resource()).equals(id))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The client that the environment calls {@code name}. */
    Optional<PoolClient> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Where people are sent back to whom {@code client} sends to the pool's pages. */
    List<String> callbacks(PoolClient client) {
        return infrastructure.resolve(client.resource().get("callback_urls")).items().stream()
                .flatMap(address -> infrastructure.resolve(address).text().stream())
                .toList();
    }

    /** The client that {@code name} names. */
    PoolClient named(String name) {
        return find(canonical(name)).orElseThrow();
    }
}
