package dev.tollgate.synth;

import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.cognito_user_pool_client.CognitoUserPoolClient;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import software.constructs.Construct;

/** One environment as one Terraform stack: the story of what is made, in the order in which it hangs together. */
final class EnvironmentStack extends TerraformStack {

    EnvironmentStack(Construct app, Environment environment, SeedItems seeds, Packages packages) {
        super(app, environment.id());
        Backend.declare(this, environment);
        Providers providers = new Providers(this, environment);

        Surroundings surroundings = new Surroundings(this, "surroundings", environment.region());
        Domains domains = new Domains(this, "domain", environment, providers);
        UserPools pools = new UserPools(this, "user-pools", environment, surroundings, domains);
        Optional<Pool> pool = environment.userPool().map(pools::resolve);
        Optional<Identity> identity = pool.map(known -> new Identity(this, "identity", environment, known));
        Storage storage = new Storage(this, "storage", environment.tables(), seeds);
        Compute compute = new Compute(this, "compute", environment.functions(), storage, packages, surroundings);

        AddressSpaces spaces = new AddressSpaces(this);
        if (environment.kind() == ApiKind.REST) {
            RestApi api = new RestApi(this, "api", environment, spaces, compute, pool, domains, surroundings);
            output("base_url", "where the API is called", api.baseUrl());
        } else if (environment.kind() == ApiKind.HTTP) {
            HttpApi api = new HttpApi(this, "api", environment, spaces, compute, pool, identity, domains);
            output("base_url", "where the API is called", api.baseUrl());
        }
        pool.ifPresent(this::identityOutputs);
        identity.ifPresent(this::clientOutputs);
    }

    private void identityOutputs(Pool pool) {
        output("user_pool_id", "the user pool", pool.id());
        output("issuer", "who issues the tokens", pool.issuer());
        pool.tokenEndpoint().ifPresent(url -> output("token_endpoint", "where clients ask for tokens", url));
    }

    private void clientOutputs(Identity identity) {
        if (identity.clients().isEmpty()) {
            return;
        }
        output("client_ids", "the app clients' ids", each(identity, CognitoUserPoolClient::getId));
        TerraformOutput.Builder.create(this, "client_secrets")
                .description("the app clients' secrets, empty for a client without one")
                .value(each(identity, CognitoUserPoolClient::getClientSecret))
                .sensitive(true)
                .build();
    }

    private static Map<String, String> each(Identity identity, Function<CognitoUserPoolClient, String> attribute) {
        Map<String, String> values = new TreeMap<>();
        identity.clients().forEach((name, client) -> values.put(name, attribute.apply(client)));
        return values;
    }

    private void output(String id, String description, Object value) {
        TerraformOutput.Builder.create(this, id)
                .description(description)
                .value(value)
                .build();
    }
}
