package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Attributes have rules that Terraform does not know: a pool, a provider or a client that breaks one is refused. */
final class PoolAttributeImpossible {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "pool-attribute-impossible",
                    Severity.ERROR,
                    "an attribute of users that Cognito refuses",
                    PoolAttributeImpossible::judge)
            .andOfFile(PoolAttributeImpossibleInFile::judge)
            .needing("user_pool", "clients");

    private static final int LONGEST = 20;

    private PoolAttributeImpossible() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource pool : infrastructure.ofType("aws_cognito_user_pool")) {
            pool.argument("schema").items().forEach(one -> schema(infrastructure, pool, one, report));
        }
        for (Resource provider : infrastructure.ofType("aws_cognito_identity_provider")) {
            SeenPool.of(infrastructure, provider).ifPresent(pool -> SeenPool.mapped(infrastructure, provider)
                    .forEach(name -> mapped(provider, pool, name, report)));
        }
        for (Resource client : infrastructure.ofType("aws_cognito_user_pool_client")) {
            SeenPool.of(infrastructure, client).ifPresent(pool -> client(infrastructure, client, pool, report));
        }
    }

    private static void schema(Infrastructure infrastructure, Resource pool, Value schema, TerraformReport report) {
        String name = infrastructure.resolve(schema.get("name")).text().orElse("email");
        Place place = Place.of(pool, "schema");
        String subject = "attribute `" + name + "` of user pool `" + pool.address() + "` ";
        if (SeenPool.isOfEveryPool(name)) {
            return;
        }
        if (infrastructure.resolve(schema.get("required")).is("true")) {
            report.error(
                    place,
                    subject + "is required, which only a standard attribute can be",
                    "set `required = false`, and have a trigger ask for it");
        }
        if (name.startsWith("custom:") || name.length() > LONGEST) {
            report.error(
                    place,
                    subject + "has a name that Cognito refuses: 1 to " + LONGEST + " characters, without `custom:`",
                    "choose another name; Cognito puts `custom:` before it");
        }
        Value type = infrastructure.resolve(schema.get("attribute_data_type"));
        boolean isBounded = type.is("String")
                ? !schema.get("string_attribute_constraints").items().isEmpty()
                : !type.is("Number")
                        || !schema.get("number_attribute_constraints").items().isEmpty();
        if (!isBounded && !UserPoolReplaceable.ignoresSchema(pool)) {
            report.warning(
                    place,
                    subject + "has no constraints: AWS fills them in, and every plan wants to change the attribute",
                    "write `string_attribute_constraints` or `number_attribute_constraints`, though empty, or `ignore_changes ="
                            + " [schema]`");
        }
    }

    private static void mapped(Resource provider, SeenPool pool, String name, TerraformReport report) {
        if (pool.isImmutable(name)) {
            report.error(
                    Place.of(provider, "attribute_mapping"),
                    "identity provider `" + provider.address() + "` maps `" + name
                            + "`, which cannot change: a second sign-in by this provider fails",
                    "map an attribute that is `mutable`");
        }
    }

    private static void client(Infrastructure infrastructure, Resource client, SeenPool pool, TerraformReport report) {
        Value writes = infrastructure.resolve(client.argument("write_attributes"));
        SortedSet<String> missing = pool.required();
        missing.removeAll(Texts.of(writes));
        if (writes.isCertain() && !writes.items().isEmpty() && !missing.isEmpty()) {
            report.error(
                    Place.of(client, "write_attributes"),
                    "app client `" + client.address() + "` may not write " + Wording.listed(missing)
                            + ", which the pool requires: nobody can sign up by it",
                    "add what is required to `write_attributes`");
        }
        foreign(infrastructure, client, pool, writes, report);
        Value reads = infrastructure.resolve(client.argument("read_attributes"));
        if (isMailWithoutItsVerification(
                Texts.of(reads), Texts.of(infrastructure.resolve(client.argument("allowed_oauth_scopes"))))) {
            report.error(
                    Place.of(client, "read_attributes"),
                    "app client `" + client.address()
                            + "` has the scope `email` and may not read `email_verified`: the token endpoint refuses it",
                    "add `email_verified` to `read_attributes`");
        }
    }

    /** Cognito writes what an identity provider says of people as the client by which they come. */
    private static void foreign(
            Infrastructure infrastructure, Resource client, SeenPool pool, Value writes, TerraformReport report) {
        if (!writes.isCertain() || writes.items().isEmpty()) {
            return;
        }
        List<String> named = client.argument(PoolProviders.NAMED).items().stream()
                .flatMap(one -> infrastructure.resolve(one).text().stream())
                .toList();
        for (Resource provider : PoolProviders.of(pool.pool(), infrastructure).providers()) {
            String name = PoolProviders.name(provider, infrastructure).text().orElse("");
            SortedSet<String> refused = unwritten(SeenPool.mapped(infrastructure, provider), Texts.of(writes));
            if (named.contains(name) && !refused.isEmpty()) {
                report.error(
                        Place.of(client, "write_attributes"),
                        "app client `" + client.address() + "` may not write " + Wording.listed(refused) + ", which `"
                                + provider.address() + "` maps: nobody can sign in by it from there",
                        "add what is mapped to `write_attributes`");
            }
        }
    }

    /** Those of {@code mapped} that are not {@code written}; nobody writes the user name. */
    static SortedSet<String> unwritten(Collection<String> mapped, Collection<String> written) {
        SortedSet<String> refused = new TreeSet<>(mapped);
        refused.remove("username");
        refused.removeAll(written);
        return refused;
    }

    /**
     * The token endpoint gives no token for the scope {@code email} to a client that reads the one without the other.
     */
    static boolean isMailWithoutItsVerification(Collection<String> read, Collection<String> scopes) {
        return scopes.contains("email") && read.contains("email") && !read.contains("email_verified");
    }
}
