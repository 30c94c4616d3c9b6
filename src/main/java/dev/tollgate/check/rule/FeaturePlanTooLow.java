package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;

/** What a pool may use depends on what is paid for it: Cognito refuses the rest. */
final class FeaturePlanTooLow {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "feature-plan-too-low",
            Severity.ERROR,
            "a feature that the user pool's plan does not have",
            FeaturePlanTooLow::judge);

    private static final String TIER = "user_pool_tier";

    private FeaturePlanTooLow() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource pool : infrastructure.ofType("aws_cognito_user_pool")) {
            String tier = infrastructure.resolve(pool.argument(TIER)).text().orElse("");
            String mode = infrastructure
                    .resolve(pool.argument("user_pool_add_ons").get("advanced_security_mode"))
                    .text()
                    .orElse("OFF");
            if (!mode.equals("OFF") && (tier.equals("LITE") || tier.equals("ESSENTIALS"))) {
                tell(pool, "threat protection (`" + mode + "`)", tier, "PLUS", report);
            }
            if (tier.equals("LITE")) {
                lite(infrastructure, surface, pool, report);
            }
        }
    }

    private static void lite(Infrastructure infrastructure, Surface surface, Resource pool, TerraformReport report) {
        String version = infrastructure
                .resolve(pool.argument("lambda_config")
                        .get("pre_token_generation_config")
                        .get("lambda_version"))
                .text()
                .orElse("V1_0");
        if (!version.equals("V1_0")) {
            tell(pool, "`pre_token_generation_config` " + version, "LITE", "ESSENTIALS", report);
        }
        if (!pool.argument("email_mfa_configuration").isAbsent()) {
            tell(pool, "codes by e-mail", "LITE", "ESSENTIALS", report);
        }
        if (Texts.of(infrastructure.resolve(pool.argument("sign_in_policy").get("allowed_first_auth_factors"))).stream()
                .anyMatch(factor -> !factor.equals("PASSWORD"))) {
            tell(pool, "sign-in without a password", "LITE", "ESSENTIALS", report);
        }
        for (PoolClient client : surface.clients()) {
            boolean isOwn = client.pool().filter(pool::isSame).isPresent();
            boolean chooses = Texts.of(infrastructure.resolve(client.resource().argument("explicit_auth_flows")))
                    .contains("ALLOW_USER_AUTH");
            if (isOwn && chooses) {
                tell(pool, "`ALLOW_USER_AUTH` of `" + client.resource().address() + "`", "LITE", "ESSENTIALS", report);
            }
        }
        for (Resource domain : infrastructure.ofType("aws_cognito_user_pool_domain")) {
            if (infrastructure.resolve(domain.argument("managed_login_version")).is("2")) {
                tell(pool, "managed login of `" + domain.address() + "`", "LITE", "ESSENTIALS", report);
            }
        }
    }

    private static void tell(Resource pool, String what, String tier, String needed, TerraformReport report) {
        report.error(
                Place.of(pool, TIER),
                "user pool `" + pool.address() + "` has " + what + ", which plan `" + tier + "` does not have",
                "set `" + TIER + " = \"" + needed + "\"`, which costs more, or leave it out");
    }
}
