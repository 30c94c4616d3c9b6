package dev.tollgate.check.rule;

import dev.tollgate.check.Report;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.model.IdentityProvider;
import dev.tollgate.model.People;
import dev.tollgate.model.PoolAttribute;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** A client that Cognito refuses, or refuses tokens to, for what it may write and read of the pool's people. */
final class PoolAttributeImpossibleInFile {

    private PoolAttributeImpossibleInFile() {}

    static void judge(Environment environment, Report report) {
        environment.people().ifPresent(people -> environment.clients().forEach(client -> {
            judge(people, client, KeyPath.of("clients", client.id()), report);
            foreign(people, client, KeyPath.of("clients", client.id(), "write"), report);
        }));
    }

    private static void foreign(People people, AppClient client, KeyPath path, Report report) {
        List<String> writes = client.session().write();
        for (IdentityProvider provider : people.identityProviders()) {
            SortedSet<String> refused =
                    PoolAttributeImpossible.unwritten(provider.attributes().keySet(), writes);
            if (!writes.isEmpty()
                    && client.session().identityProviders().contains(provider.name())
                    && !refused.isEmpty()) {
                report.error(
                        path,
                        "client `" + client.id() + "` may not write " + Wording.listed(refused)
                                + ", which identity provider `" + provider.name()
                                + "` fills: nobody can sign in by it from there",
                        "add what the provider fills to `write`");
            }
        }
    }

    private static void judge(People people, AppClient client, KeyPath path, Report report) {
        Collection<String> writes = client.session().write();
        List<String> missing = people.attributes().stream()
                .filter(PoolAttribute::required)
                .map(PoolAttribute::name)
                .filter(name -> !writes.contains(name))
                .sorted()
                .toList();
        if (!writes.isEmpty() && !missing.isEmpty()) {
            report.error(
                    path.child("write"),
                    "client `" + client.id() + "` may not write " + Wording.listed(missing)
                            + ", which the pool requires: nobody can sign up by it",
                    "add what is required to `write`");
        }
        if (PoolAttributeImpossible.isMailWithoutItsVerification(
                client.session().read(), client.scopes())) {
            report.error(
                    path.child("read"),
                    "client `" + client.id()
                            + "` has the scope `email` and may not read `email_verified`: the token endpoint refuses it",
                    "add `email_verified` to `read`");
        }
    }
}
