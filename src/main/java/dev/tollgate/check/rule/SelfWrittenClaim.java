package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Optional;

/** Who may write the attribute that decides what he may do decides it himself. */
final class SelfWrittenClaim {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "self-written-claim",
                    Severity.ERROR,
                    "authorization by an attribute that people write themselves",
                    SelfWrittenClaim::judge)
            .fixedInFile("name in `write` of the client what people may change, without that attribute");

    private static final String POOL = "aws_cognito_user_pool";

    private final Infrastructure infrastructure;
    private final Surface surface;
    private final TerraformReport report;

    private SelfWrittenClaim(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        this.infrastructure = infrastructure;
        this.surface = surface;
        this.report = report;
    }

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        SelfWrittenClaim rule = new SelfWrittenClaim(infrastructure, surface, report);
        infrastructure.ofType("aws_cognito_identity_pool_roles_attachment").forEach(rule::roles);
        infrastructure
                .ofType("aws_cognito_identity_pool_provider_principal_tag")
                .forEach(rule::tags);
        infrastructure.ofType("aws_verifiedpermissions_policy").forEach(rule::policy);
    }

    private void roles(Resource attachment) {
        Place place = Place.of(attachment, "role_mapping");
        for (Value mapping : attachment.argument("role_mapping").items()) {
            for (Value rule : mapping.get("mapping_rule").items()) {
                judge(
                        place,
                        mapping.get("identity_provider"),
                        rule.get("claim"),
                        "`" + attachment.address() + "` gives roles",
                        "give roles by group, with `type = \"Token\"`");
            }
        }
    }

    private void tags(Resource mapping) {
        if (infrastructure.resolve(mapping.argument("use_defaults")).is("true")) {
            return;
        }
        Place place = Place.of(mapping, "principal_tags");
        if (!(infrastructure.resolve(mapping.argument("principal_tags")) instanceof Value.Mapping tags)) {
            return;
        }
        tags.members()
                .values()
                .forEach(claim -> judge(
                        place,
                        mapping.argument("identity_provider_name"),
                        claim,
                        "`" + mapping.address() + "` tags sessions",
                        "tag by what an administrator writes"));
    }

    private void policy(Resource policy) {
        Place place = Place.of(policy, "definition", "static", "statement");
        Value statement = infrastructure.resolve(
                policy.argument("definition").get("static").get("statement"));
        Optional<Value> pool = CedarPolicies.userPool(infrastructure, policy);
        if (statement.isAbsent() || pool.isEmpty() || !report.knows(place, statement)) {
            return;
        }
        for (String claim : CedarPolicies.claims(statement.text().orElse(""))) {
            judge(
                    place,
                    pool.get(),
                    Value.of(claim),
                    "`" + policy.address() + "` decides",
                    "decide by group, or by what an administrator writes");
        }
    }

    private void judge(Place place, Value provider, Value written, String who, String instead) {
        Value claim = infrastructure.resolve(written);
        if (claim.text().filter(name -> !OwnAttributes.isAttribute(name)).isPresent()) {
            return;
        }
        ReferenceTarget target = infrastructure.follow(provider, POOL);
        if (target instanceof ReferenceTarget.Elsewhere elsewhere && elsewhere.isKnown()) {
            return;
        }
        if (!(target instanceof ReferenceTarget.To to) || !to.resource().is(POOL)) {
            report.undecided(place, "which user pool it is about is not known");
            return;
        }
        if (!report.knows(place, claim)) {
            return;
        }
        String name = claim.text().orElse("");
        OwnAttributes own = new OwnAttributes(infrastructure, surface, to.resource());
        Optional<PoolClient> writer = own.writer(name);
        if (writer.isPresent()) {
            report.error(
                    place,
                    who + " by `" + name + "`, which people write themselves through app client `"
                            + writer.get().resource().address() + "`",
                    "name in its `write_attributes` what people may change, without `" + name + "`; or " + instead);
        } else if (!own.isCertain()) {
            report.undecided(place, "who may write `" + name + "` is not known");
        }
    }
}
