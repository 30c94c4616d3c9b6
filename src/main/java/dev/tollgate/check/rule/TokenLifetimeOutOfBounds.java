package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import java.math.BigDecimal;

/**
 * A token that is taken longer than anybody meant, mostly because its unit is not what was thought: without
 * {@code token_validity_units} a {@code 60} is sixty hours. Bounds:
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
final class TokenLifetimeOutOfBounds {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "token-lifetime-out-of-bounds",
                    Severity.ERROR,
                    "a token that is valid for too long or too short",
                    TokenLifetimeOutOfBounds::judge)
            .fixedInFile("shorten `access_token_minutes` and `id_token_minutes` to 60 or less,"
                    + " `refresh_token_days` to 30 or less");

    private TokenLifetimeOutOfBounds() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (PoolClient client : surface.clients()) {
            for (Lifetimes.Token token : Lifetimes.Token.values()) {
                Lifetimes.seconds(infrastructure, client, token)
                        .ifPresentOrElse(
                                seconds -> judge(client, token, seconds, report),
                                () -> report.undecided(
                                        Place.of(client.resource(), token.attribute()),
                                        "`" + token.attribute() + "` is not known"));
            }
        }
    }

    private static void judge(PoolClient client, Lifetimes.Token token, BigDecimal seconds, TerraformReport report) {
        Place place = Place.of(client.resource(), token.attribute());
        String message = "app client `" + client.resource().address() + "`: its " + token.words() + " lives for "
                + Lifetimes.shown(seconds);
        String unit =
                "the unit is that of `token_validity_units`, " + token.unit().word() + " unless written";
        if (seconds.compareTo(token.most()) > 0 || seconds.compareTo(token.least()) < 0) {
            report.error(
                    place,
                    message + "; Cognito allows " + Lifetimes.shown(token.least()) + " to "
                            + Lifetimes.shown(token.most()),
                    unit);
        } else if (seconds.compareTo(token.sensible()) > 0) {
            report.warning(
                    place,
                    message + ", and so is a stolen one",
                    "at most " + Lifetimes.shown(token.sensible()) + "; " + unit);
        }
    }
}
