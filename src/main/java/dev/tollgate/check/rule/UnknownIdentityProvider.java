package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.Report;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.ClientSession;
import dev.tollgate.model.Environment;
import dev.tollgate.model.IdentityProvider;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;

/** A client that sends people to a provider which the pool does not have: Cognito refuses the client. */
final class UnknownIdentityProvider {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "unknown-identity-provider",
                    Severity.ERROR,
                    "a client names an identity provider that the user pool does not have",
                    UnknownIdentityProvider::judge)
            .andOfFile(UnknownIdentityProvider::judge)
            .needing("user_pool")
            .neverAccepted();

    /** The pool, as its clients name it. */
    private static final String ITSELF = "COGNITO";

    private UnknownIdentityProvider() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (PoolClient client : surface.clients()) {
            client.pool()
                    .filter(pool -> pool.is("aws_cognito_user_pool"))
                    .ifPresent(pool -> judge(infrastructure, client, PoolProviders.of(pool, infrastructure), report));
        }
    }

    private static void judge(
            Infrastructure infrastructure, PoolClient client, PoolProviders providers, TerraformReport report) {
        Place place = Place.of(client.resource(), PoolProviders.NAMED);
        for (Value item : client.resource().argument(PoolProviders.NAMED).items()) {
            Value named = infrastructure.resolve(item);
            boolean isThere =
                    named.is(ITSELF) || providers.names().contains(named.text().orElse(""));
            if (isThere) {
                continue;
            }
            if (!named.isCertain() || !providers.certain()) {
                report.undecided(place, "which identity providers its user pool has is not known");
                continue;
            }
            String name = named.text().orElse("");
            report.error(
                    place,
                    "app client `" + client.resource().address() + "` names `" + name
                            + "`, which is not an identity provider of its user pool",
                    Wording.meant(name, providers.names(), "aws_cognito_identity_provider"));
        }
    }

    private static void judge(Environment environment, Report report) {
        List<String> known = new ArrayList<>(List.of(ClientSession.POOL));
        environment.identityProviders().stream().map(IdentityProvider::name).forEach(known::add);
        for (AppClient client : environment.clients()) {
            for (String name : client.session().identityProviders()) {
                if (!known.contains(name)) {
                    report.error(
                            KeyPath.of("clients", client.id(), "identity_providers"),
                            "client `" + client.id() + "` names `" + name
                                    + "`, which is not an identity provider of the user pool",
                            Wording.meant(name, known, "user_pool.identity_providers"));
                }
            }
        }
    }
}
