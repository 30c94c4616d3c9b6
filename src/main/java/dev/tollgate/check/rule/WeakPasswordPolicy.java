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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Passwords that can be guessed; Cognito's own default is 8 characters of four kinds. */
final class WeakPasswordPolicy {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "weak-password-policy",
            Severity.WARNING,
            "a user pool that allows weak passwords",
            WeakPasswordPolicy::judge);

    private static final String POLICY = "password_policy";
    private static final String LENGTH = "minimum_length";
    private static final BigDecimal LEAST = BigDecimal.valueOf(12);
    private static final List<String> KINDS =
            List.of("require_lowercase", "require_numbers", "require_symbols", "require_uppercase");

    private WeakPasswordPolicy() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource pool : infrastructure.ofType("aws_cognito_user_pool")) {
            PoolUsers users = PoolUsers.of(pool, surface);
            if (users == PoolUsers.PASSWORDS || users == PoolUsers.UNKNOWN) {
                judge(infrastructure, pool, report);
            }
        }
    }

    private static void judge(Infrastructure infrastructure, Resource pool, TerraformReport report) {
        Value policy = infrastructure.resolve(pool.argument(POLICY));
        Place place = Place.of(pool, POLICY);
        if (policy.items().isEmpty()) {
            report.warning(
                    place,
                    "user pool `" + pool.address() + "` has Cognito's default, passwords of 8 characters",
                    "set `" + POLICY + ".minimum_length` to 12 or more");
            return;
        }
        Value length = policy.get(LENGTH);
        if (report.knows(Place.of(pool, POLICY, LENGTH), length)
                && length.number().orElse(BigDecimal.valueOf(8)).compareTo(LEAST) < 0) {
            report.warning(
                    Place.of(pool, POLICY, LENGTH),
                    "user pool `" + pool.address() + "` allows passwords of "
                            + length.text().orElse("8") + " characters",
                    "set `" + POLICY + ".minimum_length` to 12 or more");
        }
        List<String> off = new ArrayList<>();
        for (String kind : KINDS) {
            Value demanded = policy.get(kind);
            if (report.knows(Place.of(pool, POLICY, kind), demanded) && !demanded.is("true")) {
                off.add(kind);
            }
        }
        if (!off.isEmpty()) {
            report.warning(
                    place,
                    "user pool `" + pool.address() + "` does not require " + Wording.listed(off) + " in a password",
                    "set them to `true`");
        }
    }
}
