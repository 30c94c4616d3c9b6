package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.model.IdentityProvider;
import dev.tollgate.model.People;
import dev.tollgate.model.PoolAttribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** An attribute that people of the pool do not have: Cognito refuses the client, or the provider, that names it. */
final class UnknownAttribute {

    static final CheckRule RULE = CheckRule.ofFile(
                    "unknown-attribute",
                    Severity.ERROR,
                    "a client or an identity provider names an attribute that the user pool does not have",
                    UnknownAttribute::judge)
            .andOfTerraform(UnknownAttributeInTerraform::judge)
            .needing("user_pool");

    private UnknownAttribute() {}

    private static void judge(Environment environment, Report report) {
        if (environment.people().isEmpty()) {
            return;
        }
        People people = environment.people().get();
        for (AppClient client : environment.clients()) {
            KeyPath path = KeyPath.of("clients", client.id());
            judge(client.session().read(), people, path.child("read"), report);
            judge(client.session().write(), people, path.child("write"), report);
        }
        for (IdentityProvider provider : people.identityProviders()) {
            judge(
                    provider.attributes().keySet(),
                    people,
                    KeyPath.of("user_pool", "identity_providers", provider.name(), "attributes"),
                    report);
        }
    }

    private static void judge(Collection<String> names, People people, KeyPath path, Report report) {
        List<String> known = new ArrayList<>();
        people.attributes().stream().map(PoolAttribute::name).forEach(known::add);
        known.addAll(PoolAttribute.OF_EVERY_POOL);
        for (String name : names) {
            if (!known.contains(name)) {
                report.error(
                        path,
                        "`" + path + "` names `" + name + "`, which is not an attribute of this user pool",
                        Wording.meant(name, known, "user_pool.attributes"));
            }
        }
    }
}
