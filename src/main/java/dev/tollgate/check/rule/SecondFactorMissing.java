package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Set;
import java.util.TreeSet;

/** A second factor, a verification or a recovery needs a way to reach people: Cognito refuses the pool without. */
final class SecondFactorMissing {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "second-factor-missing",
            Severity.ERROR,
            "codes that a user pool cannot send or ask for",
            SecondFactorMissing::judge);

    private static final String MFA = "mfa_configuration";
    private static final String SMS = "sms_configuration";

    private SecondFactorMissing() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource pool : infrastructure.ofType("aws_cognito_user_pool")) {
            judge(infrastructure, pool, report);
        }
    }

    private static void judge(Infrastructure infrastructure, Resource pool, TerraformReport report) {
        String subject = "user pool `" + pool.address() + "` ";
        String mfa = infrastructure.resolve(pool.argument(MFA)).text().orElse("OFF");
        Value totp = infrastructure.resolve(
                pool.argument("software_token_mfa_configuration").get("enabled"));
        boolean hasSms = !pool.argument(SMS).isAbsent();
        boolean hasMail = !pool.argument("email_mfa_configuration").isAbsent();
        if (!mfa.equals("OFF") && !hasSms && !hasMail && totp.isCertain() && !totp.is("true")) {
            report.error(
                    Place.of(pool, MFA),
                    subject + "asks for a second factor (`" + mfa + "`) and has none",
                    "add `software_token_mfa_configuration { enabled = true }`");
        }
        passkeys(infrastructure, pool, mfa, report);
        Value verified = infrastructure.resolve(pool.argument("auto_verified_attributes"));
        if (Texts.of(verified).contains("phone_number") && !hasSms) {
            report.error(
                    Place.of(pool, "auto_verified_attributes"),
                    subject + "verifies phone numbers and has no `" + SMS + "` to send codes by",
                    "add `" + SMS + "`, or verify `email`");
        }
        Value account =
                infrastructure.resolve(pool.argument("email_configuration").get("email_sending_account"));
        Value source = pool.argument("email_configuration").get("source_arn");
        if (account.is("DEVELOPER") && source.isAbsent()) {
            report.error(
                    Place.of(pool, "email_configuration", "source_arn"),
                    subject + "sends mail as `DEVELOPER` without an identity of SES",
                    "set `source_arn` to a verified identity");
        }
        if (hasMail && !account.is("DEVELOPER") && account.isCertain()) {
            report.error(
                    Place.of(pool, "email_mfa_configuration"),
                    subject + "sends codes by e-mail, which Cognito does through SES alone",
                    "set `email_configuration` with `email_sending_account = \"DEVELOPER\"` and `source_arn`");
        }
        Set<String> ways = new TreeSet<>();
        pool.argument("account_recovery_setting").get("recovery_mechanism").items().stream()
                .flatMap(one -> infrastructure.resolve(one.get("name")).text().stream())
                .forEach(ways::add);
        if (ways.equals(Set.of("verified_phone_number")) && hasSms && mfa.equals("ON") && !totp.is("true")) {
            report.warning(
                    Place.of(pool, "account_recovery_setting"),
                    subject + "recovers accounts by SMS, which is their second factor: Cognito sends them none",
                    "recover by `verified_email`");
        }
        if (ways.contains("admin_only") && ways.size() > 1) {
            report.error(
                    Place.of(pool, "account_recovery_setting"),
                    subject + "recovers accounts by `admin_only` and by something else, which Cognito refuses",
                    "keep `admin_only` alone, or leave it out");
        }
    }

    /** A passkey is one factor to Cognito, and none of those that MFA switches on and off. */
    private static void passkeys(Infrastructure infrastructure, Resource pool, String mfa, TerraformReport report) {
        String subject = "user pool `" + pool.address() + "` ";
        Value passkeys = pool.argument("web_authn_configuration");
        Value first = infrastructure.resolve(pool.argument("sign_in_policy").get("allowed_first_auth_factors"));
        boolean takesPasskeys = !passkeys.isAbsent() || Texts.of(first).contains("WEB_AUTHN");
        if (!takesPasskeys || !report.knows(Place.of(pool, MFA), infrastructure.resolve(pool.argument(MFA)))) {
            return;
        }
        if (mfa.equals("ON")
                && Texts.of(first).contains("WEB_AUTHN")
                && passkeys.get("factor_configuration").isAbsent()) {
            report.error(
                    Place.of(pool, "sign_in_policy"),
                    subject + "demands a second factor and takes a passkey for the first: Cognito refuses it",
                    "set `mfa_configuration` to `OPTIONAL`, or leave `WEB_AUTHN` out");
        }
        boolean hasSms = !pool.argument(SMS).isAbsent()
                || !pool.argument("sms_authentication_message").isAbsent();
        if (mfa.equals("OFF") && !passkeys.isAbsent() && hasSms) {
            report.error(
                    Place.of(pool, "web_authn_configuration"),
                    subject + "has passkeys and `mfa_configuration` is `OFF`: the provider sends what is written of SMS"
                            + " along with them, and Cognito refuses a second factor while MFA is off",
                    "set `mfa_configuration` to `OPTIONAL`, or leave one of them out");
        }
    }
}
