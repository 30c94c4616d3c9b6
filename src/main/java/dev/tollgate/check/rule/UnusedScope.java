package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.model.ResourceServer;
import java.util.HashSet;
import java.util.Set;

/** A scope that no route requires and no client asks for; silent where other environments may. */
final class UnusedScope {

    static final CheckRule RULE = CheckRule.ofFile(
                    "unused-scope", Severity.NOTE, "a scope that nothing in the file names", UnusedScope::judge)
            .needing("clients", "routes", "user_pool.source");

    private UnusedScope() {}

    private static void judge(Environment environment, Report report) {
        if (environment.kind() == ApiKind.NONE || environment.sharesUserPool()) {
            return;
        }
        Set<String> named = new HashSet<>();
        environment.clients().forEach(client -> named.addAll(client.scopes()));
        environment.routes().forEach(route -> named.addAll(route.authorization().scopes()));
        for (ResourceServer server : environment.resourceServers()) {
            for (String scope : server.scopeNames()) {
                String full = server.identifier() + "/" + scope;
                if (!named.contains(full)) {
                    report.note(
                            KeyPath.of("resource_servers", server.identifier(), "scopes", scope),
                            "no route requires the scope `" + full + "`, and no client asks for it",
                            "remove it, or add it to a route's `scopes`");
                }
            }
        }
    }
}
