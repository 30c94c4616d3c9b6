package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.TerraformOutputConfig;
import dev.tollgate.beside.OwnRestParts;
import dev.tollgate.beside.OwnTerraform;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Definition;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Packed;
import dev.tollgate.model.Table;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** One environment as one Terraform stack: the story of what is made, in the order in which it hangs together. */
final class EnvironmentStack {

    private final Elements elements = new Elements();
    private final Environment environment;
    private final OwnTerraform own;
    private final RegionGuard regionGuard;
    private final NamedSecrets secrets = new NamedSecrets(elements);
    private final Optional<RestDefinition> definition;
    private final SortedSet<String> leftovers;

    /**
     * @param seeds the items of a table as DynamoDB JSON, by name
     * @param packages makes the zip of a function or a layer
     * @param own what is put beside it
     */
    EnvironmentStack(
            Environment environment,
            Function<Table, SortedMap<String, String>> seeds,
            Function<Packed, Packages.Zip> packages,
            OwnTerraform own) {
        this.environment = environment;
        this.own = own;
        Backend.declare(elements, environment);
        regionGuard = new RegionGuard(elements, environment.region());
        Providers providers = new Providers(elements, environment);

        Surroundings surroundings = new Surroundings(elements, environment.region());
        Domains domains = new Domains(elements, environment, providers);
        UserPools pools = new UserPools(elements, environment, surroundings, domains, secrets);
        Optional<Pool> pool = environment.userPool().map(pools::resolve);
        Optional<Identity> identity = pool.map(known -> new Identity(elements, environment, known));
        Storage storage = new Storage(elements, environment.tables(), seeds);
        Compute compute = new Compute(
                elements,
                environment.functions(),
                storage,
                packages,
                new Layers(elements, environment.layers(), packages),
                surroundings,
                new VariableSources(pool, identity, storage));
        pools.call(compute);

        if (environment.kind() == ApiKind.REST) {
            RestApi api = new RestApi(elements, environment, compute, pool, domains, surroundings);
            definition = Optional.of(api.definition());
            leftovers = api.leftovers();
            output("base_url", "where the API is called", api.baseUrl());
        } else if (environment.kind() == ApiKind.HTTP) {
            HttpApi api = new HttpApi(elements, environment, compute, pool, identity, domains);
            output("base_url", "where the API is called", api.baseUrl());
            definition = Optional.empty();
            leftovers = Collections.emptySortedSet();
        } else {
            definition = Optional.empty();
            leftovers = Collections.emptySortedSet();
        }
        pool.ifPresent(this::identityOutputs);
        identity.ifPresent(this::clientOutputs);
        StackOutputs.add(elements);
    }

    /** What it is made of, as JSON. */
    String json() {
        return elements.json();
    }

    /** Puts what CDKTF has no class for into {@code stack}, the JSON that it made of the rest. */
    void declare(ObjectNode stack) {
        for (Memory memory : elements.memories()) {
            stack.withObject("/resource/" + Memory.TYPE).set(memory.name(), memory.body());
        }
        regionGuard.declare(stack);
        secrets.declare(stack);
        new Transitions(environment, sources(), leftovers).declare(stack);
        definition.ifPresent(parts -> parts.fillDigests(stack));
        if (environment.definition() == Definition.RESOURCES && !own.isEmpty()) {
            definition.ifPresent(parts -> parts.follow(OwnRestParts.of(own), stack));
        }
    }

    /** The key of the file that each resource and data source comes from, by address. */
    SortedMap<String, KeyPath> sources() {
        return elements.sources();
    }

    /** Every name that the stack declares, as Terraform refers to it: {@code var.name}, {@code output.base_url}. */
    SortedSet<String> names() {
        ObjectNode declared = JsonNodeFactory.instance.objectNode();
        declare(declared);
        SortedSet<String> names = new TreeSet<>(sources().keySet());
        names.addAll(elements.others());
        Inputs.names().forEach(name -> names.add("var." + name));
        declared.path("variable").fieldNames().forEachRemaining(name -> names.add("var." + name));
        declared.path("output").fieldNames().forEachRemaining(name -> names.add("output." + name));
        names.add("terraform.backend");
        names.add("terraform.required_providers");
        return names;
    }

    private void identityOutputs(Pool pool) {
        output("user_pool_id", "the user pool", pool.id());
        output("user_pool_arn", "the user pool's ARN", pool.arn());
        output("issuer", "who issues the tokens", pool.issuer());
        pool.tokenEndpoint().ifPresent(url -> output("token_endpoint", "where clients get tokens", url));
    }

    private void clientOutputs(Identity identity) {
        if (identity.clients().isEmpty()) {
            return;
        }
        output("client_ids", "the app clients' ids", each(identity, "id"));
        elements.output(
                "client_secrets",
                TerraformOutputConfig.builder()
                        .description("the app clients' secrets, empty for a client without one")
                        .value(each(identity, "client_secret"))
                        .sensitive(true)
                        .build());
    }

    private static Map<String, String> each(Identity identity, String attribute) {
        Map<String, String> values = new TreeMap<>();
        identity.clients().forEach((name, client) -> values.put(name, client.attribute(attribute)));
        return values;
    }

    private void output(String id, String description, Object value) {
        elements.output(
                id,
                TerraformOutputConfig.builder()
                        .description(description)
                        .value(value)
                        .build());
    }
}
