package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Attributes have rules that Terraform does not know: a pool, a provider or a client that breaks one is refused. */
final class PoolAttributeImpossible {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "pool-attribute-impossible",
            Severity.ERROR,
            "an attribute of users that Cognito refuses",
            PoolAttributeImpossible::judge);

    private static final Set<String> STANDARD = Set.of(
            "address",
            "birthdate",
            "email",
            "email_verified",
            "family_name",
            "gender",
            "given_name",
            "locale",
            "middle_name",
            "name",
            "nickname",
            "phone_number",
            "phone_number_verified",
            "picture",
            "preferred_username",
            "profile",
            "sub",
            "updated_at",
            "website",
            "zoneinfo");
    private static final int LONGEST = 20;

    private PoolAttributeImpossible() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource pool : infrastructure.ofType("aws_cognito_user_pool")) {
            pool.argument("schema").items().forEach(one -> schema(infrastructure, pool, one, report));
        }
        for (Resource provider : infrastructure.ofType("aws_cognito_identity_provider")) {
            if (pool(infrastructure, provider) instanceof ReferenceTarget.To to
                    && infrastructure.resolve(provider.argument("attribute_mapping"))
                            instanceof Value.Mapping mapping) {
                mapping.members()
                        .keySet()
                        .forEach(name -> mapped(infrastructure, provider, to.resource(), name, report));
            }
        }
        for (Resource client : infrastructure.ofType("aws_cognito_user_pool_client")) {
            if (pool(infrastructure, client) instanceof ReferenceTarget.To to) {
                client(infrastructure, client, to.resource(), report);
            }
        }
    }

    private static ReferenceTarget pool(Infrastructure infrastructure, Resource of) {
        return infrastructure.follow(of.get("user_pool_id"), "aws_cognito_user_pool");
    }

    private static void schema(Infrastructure infrastructure, Resource pool, Value schema, TerraformReport report) {
        String name = infrastructure.resolve(schema.get("name")).text().orElse("email");
        Place place = Place.of(pool, "schema");
        String subject = "attribute `" + name + "` of user pool `" + pool.address() + "` ";
        if (STANDARD.contains(name)) {
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

    private static Optional<Value> found(Infrastructure infrastructure, Resource pool, String name) {
        String own = name.replaceFirst("^(custom|dev):", "");
        return pool.argument("schema").items().stream()
                .filter(one -> infrastructure.resolve(one.get("name")).is(own))
                .findFirst();
    }

    private static boolean isThere(Infrastructure infrastructure, Resource pool, String name) {
        boolean certain = pool.argument("schema").items().stream()
                .allMatch(one -> infrastructure.resolve(one.get("name")).isCertain());
        return !certain
                || STANDARD.contains(name)
                || found(infrastructure, pool, name).isPresent();
    }

    private static void mapped(
            Infrastructure infrastructure, Resource provider, Resource pool, String name, TerraformReport report) {
        Place place = Place.of(provider, "attribute_mapping");
        String subject = "identity provider `" + provider.address() + "` maps `" + name + "`, ";
        if (!name.equals("username") && !isThere(infrastructure, pool, name)) {
            report.error(
                    place,
                    subject + "which user pool `" + pool.address() + "` does not have",
                    "add it to the pool's `schema`, or map a standard attribute");
        } else if (found(infrastructure, pool, name)
                .filter(one -> infrastructure.resolve(one.get("mutable")).is("false"))
                .isPresent()) {
            report.error(
                    place,
                    subject + "which cannot change: a second sign-in by this provider fails",
                    "map an attribute that is `mutable`");
        }
    }

    private static void client(Infrastructure infrastructure, Resource client, Resource pool, TerraformReport report) {
        for (String list : List.of("read_attributes", "write_attributes")) {
            for (String name : Texts.of(infrastructure.resolve(client.argument(list)))) {
                if (!isThere(infrastructure, pool, name)) {
                    report.error(
                            Place.of(client, list),
                            "app client `" + client.address() + "` names attribute `" + name + "`, which user pool `"
                                    + pool.address() + "` does not have",
                            "add it to the pool's `schema`; own attributes are `custom:NAME`");
                }
            }
        }
        Value writes = infrastructure.resolve(client.argument("write_attributes"));
        TreeSet<String> missing = new TreeSet<>();
        for (Value schema : pool.argument("schema").items()) {
            String name = infrastructure.resolve(schema.get("name")).text().orElse("");
            if (STANDARD.contains(name)
                    && infrastructure.resolve(schema.get("required")).is("true")) {
                missing.add(name);
            }
        }
        missing.removeAll(Texts.of(writes));
        if (writes.isCertain() && !writes.items().isEmpty() && !missing.isEmpty()) {
            report.error(
                    Place.of(client, "write_attributes"),
                    "app client `" + client.address() + "` may not write " + Wording.listed(missing)
                            + ", which the pool requires: nobody can sign up by it",
                    "add what is required to `write_attributes`");
        }
        Value reads = infrastructure.resolve(client.argument("read_attributes"));
        boolean readsMail =
                Texts.of(reads).contains("email") && !Texts.of(reads).contains("email_verified");
        if (readsMail
                && Texts.of(infrastructure.resolve(client.argument("allowed_oauth_scopes")))
                        .contains("email")) {
            report.error(
                    Place.of(client, "read_attributes"),
                    "app client `" + client.address()
                            + "` has the scope `email` and may not read `email_verified`: the token endpoint refuses it",
                    "add `email_verified` to `read_attributes`");
        }
    }
}
