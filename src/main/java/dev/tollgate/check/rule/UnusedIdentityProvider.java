package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.CognitoPool;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;

/** A client shows the providers that it names, and no others: nobody can come from one that none names. */
final class UnusedIdentityProvider {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "unused-identity-provider",
                    Severity.WARNING,
                    "an identity provider that no client names",
                    UnusedIdentityProvider::judge)
            .fixedInFile("name it in `identity_providers` of a client, or remove it");

    private UnusedIdentityProvider() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (CognitoPool pool : surface.pools()) {
            List<PoolClient> clients = surface.clients().stream()
                    .filter(client ->
                            client.pool().filter(pool.resource()::isSame).isPresent())
                    .toList();
            PoolProviders.of(pool.resource(), infrastructure).providers().stream()
                    .filter(provider -> !clients.isEmpty())
                    .forEach(provider -> judge(infrastructure, surface, provider, clients, report));
        }
    }

    private static void judge(
            Infrastructure infrastructure,
            Surface surface,
            Resource provider,
            List<PoolClient> clients,
            TerraformReport report) {
        Value name = PoolProviders.name(provider, infrastructure);
        List<Value> named = clients.stream()
                .flatMap(client -> client.resource().argument(PoolProviders.NAMED).items().stream())
                .map(infrastructure::resolve)
                .toList();
        if (name.text().isPresent()
                && named.stream().anyMatch(one -> one.is(name.text().get()))) {
            return;
        }
        boolean certain = name.isCertain()
                && named.stream().allMatch(Value::isCertain)
                && surface.clients().stream().allMatch(client -> client.pool().isPresent());
        if (certain) {
            report.warning(
                    Place.of(provider),
                    "no app client names identity provider `" + provider.address() + "`: nobody can come from it",
                    "name it in `" + PoolProviders.NAMED + "` of an app client, or remove it");
        } else {
            report.undecided(Place.of(provider), "which providers app clients name is not known");
        }
    }
}
