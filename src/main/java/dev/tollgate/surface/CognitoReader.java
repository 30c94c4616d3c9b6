package dev.tollgate.surface;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** User pools and app clients. */
final class CognitoReader {

    private static final String POOL = "aws_cognito_user_pool";

    private final Infrastructure infrastructure;
    private final Owners owners;
    private final ScopeReader scopes;

    CognitoReader(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
        this.owners = new Owners(infrastructure);
        this.scopes = new ScopeReader(infrastructure);
    }

    /** The pools, those only read among them. */
    List<CognitoPool> pools() {
        return infrastructure.resources().stream()
                .filter(resource -> resource.type().equals(POOL))
                .map(this::pool)
                .toList();
    }

    private CognitoPool pool(Resource pool) {
        List<Resource> servers = owned("aws_cognito_resource_server", pool);
        Scopes defined = Scopes.NONE;
        for (Resource server : servers) {
            defined = defined.and(scopes.definedBy(server));
        }
        boolean certain = pool.is(POOL)
                && infrastructure.unread().isEmpty()
                && ownersKnown("aws_cognito_user_pool_domain")
                && ownersKnown("aws_cognito_resource_server");
        return new CognitoPool(
                pool,
                owned("aws_cognito_user_pool_domain", pool).stream().findFirst(),
                servers,
                new Scopes(defined.names(), defined.certain() && certain),
                certain);
    }

    private boolean ownersKnown(String type) {
        return infrastructure.ofType(type).stream()
                .map(resource -> infrastructure.follow(resource.get("user_pool_id"), POOL))
                .allMatch(followed -> followed instanceof ReferenceTarget.To
                        || (followed instanceof ReferenceTarget.Elsewhere elsewhere && elsewhere.isKnown()));
    }

    private List<Resource> owned(String type, Resource pool) {
        return infrastructure.ofType(type).stream()
                .filter(resource -> owners.of(resource.get("user_pool_id"), POOL)
                        .filter(pool::isSame)
                        .isPresent())
                .toList();
    }

    /** The app clients. */
    List<PoolClient> clients() {
        return infrastructure.ofType("aws_cognito_user_pool_client").stream()
                .map(this::client)
                .toList();
    }

    private PoolClient client(Resource client) {
        Value enabled = infrastructure.resolve(client.argument("allowed_oauth_flows_user_pool_client"));
        Value oauth = infrastructure.resolve(client.argument("allowed_oauth_flows"));
        Value auth = infrastructure.resolve(client.argument("explicit_auth_flows"));
        boolean off = enabled.isAbsent() || enabled.is("false");
        Optional<Resource> pool = owners.of(client.get("user_pool_id"), POOL);
        return new PoolClient(
                client,
                infrastructure.resolve(client.get("name")).text().orElse(client.name()),
                pool,
                scopes.read(client.argument("allowed_oauth_scopes")),
                off ? new TreeSet<>() : words(oauth),
                words(auth),
                enabled.isCertain() && oauth.isCertain() && auth.isCertain());
    }

    private static java.util.SortedSet<String> words(Value list) {
        TreeSet<String> found = new TreeSet<>();
        list.items().forEach(item -> item.text().ifPresent(text -> found.add(text.replaceFirst("^ALLOW_", ""))));
        return found;
    }
}
