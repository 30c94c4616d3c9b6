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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Some of a user pool's settings can never be changed: another value means another pool, without the users. */
final class UserPoolReplaceable {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "user-pool-replaceable",
            Severity.ERROR,
            "a user pool that a change of its schema may replace",
            UserPoolReplaceable::judge);

    private static final String POOL = "aws_cognito_user_pool";
    private static final String SCHEMA = "schema";
    private static final List<String> FIXED =
            List.of("alias_attributes", "name", "schema", "username_attributes", "username_configuration");

    private UserPoolReplaceable() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource pool : infrastructure.ofType(POOL)) {
            judgeLifecycle(infrastructure, pool, report);
            report.baseline().ifPresent(before -> before.ofType(pool.type()).stream()
                    .filter(old -> infrastructure
                            .successor(old.address())
                            .filter(pool::isSame)
                            .isPresent())
                    .forEach(old -> compare(infrastructure, before, old, pool, report)));
        }
    }

    private static void judgeLifecycle(Infrastructure infrastructure, Resource pool, TerraformReport report) {
        Value schema = infrastructure.resolve(pool.argument(SCHEMA));
        // Written so, it is meant, and user-pool-deletable says what that means.
        boolean isGivenUp =
                infrastructure.resolve(pool.argument("deletion_protection")).is("INACTIVE");
        if (schema.items().isEmpty() || isGivenUp) {
            return;
        }
        Value kept = pool.lifecycle().get("prevent_destroy");
        Value ignored = pool.lifecycle().get("ignore_changes");
        boolean ignores = ignored.items().stream().anyMatch(one -> one.is(SCHEMA) || one.is("all"));
        if (kept.is("true") || ignores) {
            return;
        }
        Place place = Place.of(pool, "lifecycle");
        if (pool.lifecycle() instanceof Value.Unknown unknown) {
            report.undecided(place, unknown.because());
        } else if (report.knows(place, kept)) {
            report.error(
                    place,
                    "user pool `" + pool.address() + "` has a `schema`, and a change of it replaces the pool"
                            + " with all its users",
                    "`lifecycle { prevent_destroy = true }`, and `ignore_changes = [schema]`");
        }
    }

    private static void compare(
            Infrastructure infrastructure, Infrastructure before, Resource old, Resource pool, TerraformReport report) {
        List<String> changed = new ArrayList<>();
        for (String attribute : FIXED) {
            boolean isFilled = before.view() == Infrastructure.View.PLAN;
            Value now = infrastructure.resolve(isFilled ? pool.get(attribute) : pool.argument(attribute));
            Value then = before.resolve(isFilled ? old.get(attribute) : old.argument(attribute));
            Optional<Boolean> same = same(now, then);
            if (same.isEmpty()) {
                report.undecided(Place.of(pool, attribute), "`" + attribute + "` is not known");
            } else if (!same.get() && !(attribute.equals(SCHEMA) && ignoresSchema(pool))) {
                changed.add(attribute);
            }
        }
        if (!changed.isEmpty()) {
            report.error(
                    Place.of(pool, changed.get(0)),
                    "user pool `" + pool.address() + "` cannot change its " + Wording.listed(changed)
                            + ": Terraform replaces it, and its users are lost, or fails",
                    "leave them as they are, or make a second pool and let its users migrate");
        }
    }

    /** Whether Terraform leaves the attributes of {@code pool} as they are; a plan does not show it. */
    static boolean ignoresSchema(Resource pool) {
        return pool.lifecycle().get("ignore_changes").items().stream().anyMatch(one -> one.is(SCHEMA) || one.is("all"));
    }

    /** Whether both are the same, whatever their order; empty where that is not known. */
    private static Optional<Boolean> same(Value now, Value then) {
        if (!now.isCertain() || !then.isCertain()) {
            return now.equals(then) ? Optional.of(true) : Optional.empty();
        }
        return Optional.of(sorted(now).equals(sorted(then)));
    }

    private static List<String> sorted(Value value) {
        return value.items().stream().map(Value::toString).sorted().toList();
    }
}
