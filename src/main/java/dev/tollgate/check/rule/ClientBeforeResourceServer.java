package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.CognitoPool;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Addresses;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Cognito refuses an app client whose custom scope no resource server defines yet. */
final class ClientBeforeResourceServer {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "client-before-resource-server",
                    Severity.ERROR,
                    "an app client that may be made before the resource server of its scope",
                    ClientBeforeResourceServer::judge)
            .formerly("scope-without-resource-server");

    private static final String SCOPES = "allowed_oauth_scopes";

    private ClientBeforeResourceServer() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (PoolClient client : surface.clients()) {
            Place place = Place.of(client.resource(), SCOPES);
            if (!client.scopes().certain()) {
                report.undecided(place, "`" + SCOPES + "` is not known");
            }
            Optional<CognitoPool> pool = surface.poolOf(client);
            for (String scope : client.scopes().names()) {
                if (!scope.contains("/")) {
                    continue;
                }
                if (pool.isEmpty()) {
                    report.undecided(place, "its user pool is not in this configuration");
                } else {
                    judge(infrastructure, client.resource(), pool.get(), scope, report);
                }
            }
        }
    }

    private static void judge(
            Infrastructure infrastructure, Resource client, CognitoPool pool, String scope, TerraformReport report) {
        Place place = Place.of(client, SCOPES);
        Optional<Resource> server = pool.resourceServers().stream()
                .filter(one -> infrastructure
                        .resolve(one.get("identifier"))
                        .text()
                        .filter(identifier -> scope.startsWith(identifier + "/"))
                        .isPresent())
                .findFirst();
        if (server.isEmpty() && !pool.scopes().certain()) {
            report.undecided(place, "not every resource server of its user pool is known");
        }
        boolean isDefined = !pool.scopes().certain() || pool.scopes().names().contains(scope);
        if (server.isPresent() && isDefined && !dependsOn(infrastructure, client, server.get())) {
            report.error(
                    place,
                    "app client `" + client.address() + "` and `"
                            + server.get().address() + "`, which defines its scope `" + scope
                            + "`, are created in any order; Cognito refuses a scope that does not exist yet",
                    "name the resource server in the client's `depends_on`, or take the scope from its"
                            + " `scope_identifiers`");
        }
    }

    private static boolean dependsOn(Infrastructure infrastructure, Resource client, Resource server) {
        Set<String> seen = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(client.dependencies());
        while (!left.isEmpty()) {
            String address = left.pop();
            // Terraform orders resources as a whole, not their instances.
            if (Addresses.withoutKey(address).equals(Addresses.withoutKey(server.address()))) {
                return true;
            }
            if (seen.add(address)) {
                infrastructure.find(address).ifPresent(resource -> left.addAll(resource.dependencies()));
            }
        }
        return false;
    }
}
