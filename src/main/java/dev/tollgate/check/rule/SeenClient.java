package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Thing;
import dev.tollgate.check.ThingPart;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * An app client, as an environment file shows it or Terraform.
 *
 * @param enabled whether its OAuth flows are switched on, which an environment file does by naming one
 * @param authFlows flows of {@code InitiateAuth} as Terraform writes them; Cognito's default where none is written
 */
record SeenClient(
        Thing thing,
        Value oauthFlows,
        Value enabled,
        Value authFlows,
        Value scopes,
        Value secret,
        Value callbackUrls,
        Value logoutUrls) {

    static final ThingPart OAUTH_FLOWS = ThingPart.of("oauth_flows", "allowed_oauth_flows");
    static final ThingPart ENABLED = ThingPart.of("oauth_flows", "allowed_oauth_flows_user_pool_client");
    static final ThingPart AUTH_FLOWS = ThingPart.of("auth_flows", "explicit_auth_flows");
    static final ThingPart SCOPES = ThingPart.of("scopes", "allowed_oauth_scopes");
    static final ThingPart SECRET = ThingPart.of("secret", "generate_secret");
    static final ThingPart CALLBACK_URLS = ThingPart.of("callback_urls", "callback_urls");
    static final ThingPart LOGOUT_URLS = ThingPart.of("logout_urls", "logout_urls");

    static final String MACHINE = "client_credentials";

    // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
    private static final Value DEFAULT_AUTH_FLOWS =
            words(List.of("ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"));

    /** A rule over each app client, wherever it is seen. */
    static CheckRule rule(String id, Severity severity, String title, Consumer<SeenClient> judgement) {
        return CheckRule.ofFile(id, severity, title, (environment, report) -> environment
                        .clients()
                        .forEach(client -> judgement.accept(of(
                                client,
                                new Thing.InFile(
                                        "client `" + client.id() + "`", KeyPath.of("clients", client.id()), report)))))
                .andOfTerraform((infrastructure, surface, report) -> surface.clients()
                        .forEach(client -> judgement.accept(of(
                                client.resource(),
                                infrastructure,
                                new Thing.InTerraform(
                                        "app client `" + client.resource().address() + "`",
                                        client.resource(),
                                        report)))));
    }

    private static SeenClient of(AppClient client, Thing thing) {
        return new SeenClient(
                thing,
                words(client.oauthFlows()),
                Value.scalar(!client.oauthFlows().isEmpty()),
                words(client.authFlows().stream()
                        .map(flow -> "ALLOW_" + flow + "_AUTH")
                        .toList()),
                words(client.scopes()),
                Value.scalar(client.hasSecret()),
                words(client.callbackUrls()),
                words(client.logoutUrls()));
    }

    private static SeenClient of(Resource client, Infrastructure infrastructure, Thing thing) {
        Value authFlows = infrastructure.resolve(client.argument("explicit_auth_flows"));
        return new SeenClient(
                thing,
                infrastructure.resolve(client.argument("allowed_oauth_flows")),
                infrastructure.resolve(client.argument("allowed_oauth_flows_user_pool_client")),
                authFlows.isAbsent() ? DEFAULT_AUTH_FLOWS : authFlows,
                infrastructure.resolve(client.argument("allowed_oauth_scopes")),
                infrastructure.resolve(client.argument("generate_secret")),
                infrastructure.resolve(client.argument("callback_urls")),
                infrastructure.resolve(client.argument("logout_urls")));
    }

    private static Value words(List<String> words) {
        return new Value.Sequence(words.stream().map(Value::of).toList());
    }

    /** Whether it has the OAuth flow {@code flow}. */
    boolean has(String flow) {
        return Texts.of(oauthFlows).contains(flow);
    }

    /** The flow for which people sign in on the pool's own pages, {@code code} before {@code implicit}. */
    SortedSet<String> redirects() {
        SortedSet<String> flows = new TreeSet<>(Texts.of(oauthFlows));
        flows.retainAll(List.of("code", "implicit"));
        return flows;
    }

    /** Whether it is known to have no OAuth flow. */
    boolean hasNoOauth() {
        return oauthFlows.isCertain() && Texts.of(oauthFlows).isEmpty();
    }

    /** Whether it is known to have no flow of {@code InitiateAuth} that begins a session. */
    boolean signsNobodyIn() {
        SortedSet<String> flows = new TreeSet<>(Texts.of(authFlows));
        flows.remove("ALLOW_REFRESH_TOKEN_AUTH");
        flows.remove("REFRESH_TOKEN_AUTH");
        return authFlows.isCertain() && flows.isEmpty();
    }
}
