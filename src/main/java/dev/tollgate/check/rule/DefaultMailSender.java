package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.Report;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.UserPool;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;

/** Cognito itself sends 50 mails a day, for all pools of an account: who comes after them cannot sign up. */
final class DefaultMailSender {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "default-mail-sender",
                    Severity.WARNING,
                    "a user pool in which anyone may sign up, and that sends 50 mails a day",
                    DefaultMailSender::judge)
            .andOfFile(DefaultMailSender::judge)
            .needing("user_pool", "clients");

    private static final String SETTINGS = "email_configuration";
    private static final String ACCOUNT = "email_sending_account";
    private static final String SENDER = "custom_email_sender";
    private static final String BECAUSE =
            "mails a code to whoever signs up, through Cognito's own sender: 50 mails a day, for the whole account";

    private DefaultMailSender() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource pool : infrastructure.ofType("aws_cognito_user_pool")) {
            Value account = infrastructure.resolve(pool.argument(SETTINGS).get(ACCOUNT));
            boolean sends = pool.argument("lambda_config").get(SENDER).isAbsent();
            PoolUsers users = PoolUsers.of(pool, surface);
            if (users == PoolUsers.MACHINES || !sends || account.is("DEVELOPER")) {
                continue;
            }
            Value closed = infrastructure.resolve(
                    pool.argument("admin_create_user_config").get("allow_admin_create_user_only"));
            Value verified = infrastructure.resolve(pool.argument("auto_verified_attributes"));
            boolean mails = Texts.of(verified).contains("email");
            if (closed.is("true") || (verified.isCertain() && !mails)) {
                continue;
            }
            Place place = Place.of(pool, SETTINGS, ACCOUNT);
            if (users == PoolUsers.UNKNOWN || !closed.isCertain() || !mails) {
                report.undecided(place, "whether people sign up in it by e-mail is not known");
            } else if (report.knows(place, account)) {
                report.warning(
                        place,
                        "user pool `" + pool.address() + "` " + BECAUSE,
                        "set `" + SETTINGS + "` with `" + ACCOUNT
                                + " = \"DEVELOPER\"` and `source_arn`, an identity that SES has verified");
            }
        }
    }

    private static void judge(Environment environment, Report report) {
        PoolUsers.openToPeople(environment)
                .map(UserPool.Created::people)
                .filter(people -> people.contact().mail().isEmpty())
                .filter(people -> people.contact().verified().contains("email"))
                .filter(people -> !people.triggers().functions().containsKey(SENDER))
                .ifPresent(people -> report.warning(
                        KeyPath.of("user_pool", "email"),
                        "the user pool " + BECAUSE,
                        "set `email` with `identity_arn`, an identity that SES has verified"));
    }
}
