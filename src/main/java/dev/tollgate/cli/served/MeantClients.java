package dev.tollgate.cli.served;

import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.terraform.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** App clients that are served, held against those of the environment's file. */
public final class MeantClients {

    private static final List<String> OF_NO_OAUTH = List.of();

    private final Optional<Environment> environment;
    private final SortedMap<String, String> names = new TreeMap<>();

    /** {@code ids} tells the id under which a client is served. */
    public MeantClients(Clients clients, Function<Resource, String> ids, Optional<Environment> environment) {
        this.environment = environment;
        clients.names()
                .forEach(name -> clients.find(name).ifPresent(client -> names.put(ids.apply(client.resource()), name)));
    }

    /** Clients that no file and no stack names. */
    private MeantClients() {
        this.environment = Optional.empty();
    }

    /** Clients of which nothing is known but what is served. */
    public static MeantClients asServed() {
        return new MeantClients();
    }

    /** The file's name of {@code client}; its id where nobody named it. */
    String name(LocalClient client) {
        return names.getOrDefault(client.id(), client.id());
    }

    private Optional<AppClient> inFile(LocalClient client) {
        return environment.flatMap(file -> file.clients().stream()
                .filter(one -> one.id().equals(name(client)))
                .findFirst());
    }

    /** The scopes of resource servers that it may ask for: as the file says, where there is one. */
    List<String> scopes(LocalClient client) {
        return inFile(client).map(AppClient::customScopes).orElseGet(client::customScopes);
    }

    /** Whether it asks in its own name. */
    boolean isMachine(LocalClient client) {
        return inFile(client).map(AppClient::usesClientCredentials).orElseGet(() -> client.oauthFlows()
                .contains("client_credentials"));
    }

    /** The scopes of whoever signs in on the pool's pages; none where the client does not use these. */
    Optional<List<String>> pageScopes(LocalClient client) {
        Optional<AppClient> file = inFile(client);
        if (file.isPresent()) {
            return file.filter(AppClient::usesRedirects).map(AppClient::scopes);
        }
        List<String> flows = flows(client);
        return Optional.of(client.scopes()).filter(scopes -> flows.contains("code") || flows.contains("implicit"));
    }

    /** What a client of {@code pools} may do and the file does not say, and the other way round, one sentence each. */
    public List<String> differences(List<LocalPool> pools) {
        if (environment.isEmpty()) {
            return List.of();
        }
        List<String> differences = new ArrayList<>();
        TreeSet<String> missing = new TreeSet<>();
        environment.get().clients().forEach(client -> missing.add(client.id()));
        for (LocalPool pool : pools) {
            for (LocalClient client : pool.clients()) {
                missing.remove(name(client));
                Optional<AppClient> file = inFile(client);
                if (file.isEmpty()) {
                    differences.add(
                            "client `" + name(client) + "` gets tokens, and the environment file has no such client");
                } else {
                    compare(file.get(), client, differences);
                }
            }
        }
        missing.forEach(name -> differences.add("client `" + name + "` of the environment file is in no user pool"));
        return differences;
    }

    private static void compare(AppClient file, LocalClient client, List<String> differences) {
        compare(file.id(), "the OAuth flow", file.oauthFlows(), flows(client), differences);
        compare(file.id(), "the sign-in", signIns(file.authFlows()), signIns(client.authFlows()), differences);
        compare(file.id(), "the scope", file.customScopes(), client.customScopes(), differences);
        if (file.hasSecret() != client.secret().isPresent()) {
            differences.add("client `" + file.id() + "` has " + (file.hasSecret() ? "no" : "a")
                    + " secret, and the environment file says that it has " + (file.hasSecret() ? "one" : "none"));
        }
    }

    /** Flows are off while OAuth is. */
    private static List<String> flows(LocalClient client) {
        return client.oauthEnabled() ? client.oauthFlows() : OF_NO_OAUTH;
    }

    /** Whoever has signed in may refresh; that is not said of a client. */
    private static List<String> signIns(List<String> flows) {
        return flows.stream()
                .map(flow -> flow.replaceFirst("^ALLOW_", "").replaceFirst("_AUTH$", ""))
                .filter(flow -> !flow.equals("REFRESH_TOKEN"))
                .toList();
    }

    private static void compare(
            String client, String what, List<String> file, List<String> served, List<String> differences) {
        served.stream()
                .filter(one -> !file.contains(one))
                .forEach(one -> differences.add("client `" + client + "` has " + what + " `" + one
                        + "`, and the environment file does not say so"));
        file.stream()
                .filter(one -> !served.contains(one))
                .forEach(one -> differences.add("client `" + client + "` lacks " + what + " `" + one
                        + "`, which the environment file gives it"));
    }
}
