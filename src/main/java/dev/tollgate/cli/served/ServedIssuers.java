package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.read.KnownIds;
import dev.tollgate.gateway.read.LocalNames;
import dev.tollgate.gateway.read.LocalPools;
import dev.tollgate.gateway.site.LocalSite;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.grant.GrantClient;
import dev.tollgate.grant.PersonFlow;
import java.net.URI;
import java.util.Optional;

/** Where clients get tokens of a stack that {@code tollgate serve} serves at {@code site}. */
public record ServedIssuers(Clients clients, URI site, KnownIds ids) {

    ClientIssuer issuer(String name) {
        String id = new LocalNames(clients.infrastructure(), ids)
                .clientId(clients.named(name).resource());
        for (LocalPool pool : LocalPools.of(clients.infrastructure(), clients.surface(), ids)) {
            Optional<LocalClient> client = pool.client(id);
            if (client.isPresent()) {
                URI base = LocalSite.pool(site, pool.id());
                return new ClientIssuer(
                        of(name, client.get(), pool),
                        Optional.of(URI.create(base + "/oauth2/token")),
                        URI.create(base + "/"),
                        ClientIssuer.Pages.of(
                                client.get().oauthFlows(), client.get().pages().callbacks()));
            }
        }
        throw new UserError(
                UserError.Exit.ENVIRONMENT,
                "client `" + name + "` belongs to no served user pool",
                "name another client");
    }

    private static GrantClient of(String name, LocalClient client, LocalPool pool) {
        return new GrantClient(
                name,
                client.id(),
                client.secret(),
                client.customScopes(),
                PersonFlow.of(client.allows("USER_SRP_AUTH"), client.allows("USER_PASSWORD_AUTH")),
                pool.name());
    }
}
