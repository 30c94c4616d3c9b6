package dev.tollgate.cli.served;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tollgate.cli.step.DeploymentWiring;
import dev.tollgate.cli.step.StacksFolder;
import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.deploy.OutputValue;
import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.read.KnownIds;
import dev.tollgate.grant.GrantClient;
import dev.tollgate.grant.PersonFlow;
import dev.tollgate.surface.CognitoPool;
import dev.tollgate.surface.PoolClient;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the last deployment of an environment gave, secrets among it: nothing of it is ever shown. */
public final class DeployedOutputs {

    private static final List<String> STANDARD =
            List.of("openid", "email", "phone", "profile", "aws.cognito.signin.user.admin");

    private final String environment;
    private final List<OutputValue> outputs;
    private final Optional<URI> cognito;

    private DeployedOutputs(String environment, List<OutputValue> outputs, Optional<URI> cognito) {
        this.environment = environment;
        this.outputs = outputs;
        this.cognito = cognito;
    }

    public static DeployedOutputs of(
            TollgateCommand tollgate, String environment, StacksFolder stacks, Terminal terminal) {
        List<OutputValue> outputs =
                DeploymentWiring.of(tollgate, stacks, terminal).outputs(environment);
        if (outputs.isEmpty()) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "`" + environment + "` is not deployed: it has no outputs",
                    "run `tollgate deploy -e " + environment + "`, or remove `--target deployed`");
        }
        return new DeployedOutputs(environment, outputs, CognitoAddress.of(terminal.environment()));
    }

    /** The ids that AWS gave the pool and {@code clients}. */
    public KnownIds ids(Clients clients) {
        SortedMap<String, String> byAddress = new TreeMap<>();
        output("client_ids").properties().forEach(id -> clients.find(id.getKey())
                .ifPresent(client ->
                        byAddress.put(client.resource().address(), id.getValue().asText())));
        Optional<String> pool = text(output("user_pool_id"));
        List<CognitoPool> pools = clients.surface().pools();
        if (pools.size() == 1) {
            pool.ifPresent(id -> byAddress.put(pools.get(0).resource().address(), id));
            return KnownIds.given(byAddress, Optional.empty());
        }
        return KnownIds.given(byAddress, pool);
    }

    /** Where {@code client}, which the environment calls {@code name}, gets its tokens; with {@code callbacks}. */
    ClientIssuer issuer(String name, PoolClient client, List<String> callbacks) {
        String id = text(output("client_ids").path(name))
                .orElseThrow(() -> new UserError(
                        UserError.Exit.ENVIRONMENT,
                        "client `" + name + "` is not deployed",
                        "run `tollgate deploy -e " + environment + "`"));
        return new ClientIssuer(
                new GrantClient(
                        name,
                        id,
                        text(output("client_secrets").path(name)),
                        client.scopes().names().stream()
                                .filter(scope -> !STANDARD.contains(scope))
                                .toList(),
                        PersonFlow.of(
                                client.authFlows().contains("USER_SRP_AUTH"),
                                client.authFlows().contains("USER_PASSWORD_AUTH")),
                        poolName()),
                text(output("token_endpoint"))
                        .filter(url -> url.matches("https?://[A-Za-z0-9.:/_-]+"))
                        .map(URI::create),
                cognito(),
                ClientIssuer.Pages.of(client.oauthFlows(), callbacks));
    }

    private String poolName() {
        String id = text(output("user_pool_id")).orElse("");
        return id.substring(id.indexOf('_') + 1);
    }

    /** Cognito's API has the host of the issuer, which is a pool of it, unless somebody named another. */
    private URI cognito() {
        return issuer().map(issuer -> cognito.orElse(URI.create(issuer.substring(0, issuer.lastIndexOf('/') + 1))))
                .orElseThrow(() -> new UserError(
                        UserError.Exit.ENVIRONMENT,
                        "`" + environment + "` is deployed without a user pool",
                        "its tokens come from another issuer"));
    }

    /** Where the API is called. */
    URI baseUrl() {
        Optional<String> url = text(output("base_url"));
        if (url.filter(any -> any.contains("*")).isPresent()) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`" + environment + "` answers at every name of `" + url.get() + "`",
                    "name one of them: `--target https://…`");
        }
        return url.filter(any -> any.matches("https?://[A-Za-z0-9.:$/_-]+"))
                .map(URI::create)
                .orElseThrow(() -> new UserError(
                        UserError.Exit.ENVIRONMENT,
                        "`" + environment + "` has no deployed API: the output `base_url` is missing",
                        "name another environment, or the URL with `--target`"));
    }

    /** Who issues the tokens. */
    Optional<String> issuer() {
        return text(output("issuer")).filter(url -> url.matches("https?://[A-Za-z0-9.:/_-]+"));
    }

    /** The output {@code name}. */
    JsonNode output(String name) {
        return outputs.stream()
                .filter(output -> output.name().equals(name))
                .map(OutputValue::value)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static Optional<String> text(JsonNode value) {
        return Optional.ofNullable(value.textValue()).filter(text -> !text.isEmpty());
    }
}
