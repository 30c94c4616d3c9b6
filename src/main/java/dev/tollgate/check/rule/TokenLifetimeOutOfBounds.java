package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.AppClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A token that is taken longer than anybody meant, mostly because its unit is not what was thought: without
 * {@code token_validity_units} a {@code 60} is sixty hours. Bounds:
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
final class TokenLifetimeOutOfBounds {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "token-lifetime-out-of-bounds",
            Severity.ERROR,
            "a token that lives too long, too short, or longer than the one that renews it",
            TokenLifetimeOutOfBounds::judge);

    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;

    private enum Unit {
        DAYS(DAY),
        HOURS(HOUR),
        MINUTES(60),
        SECONDS(1);

        private final long seconds;

        Unit(long seconds) {
            this.seconds = seconds;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What Cognito allows, what it takes by default, and beyond what it is longer than it need be. */
    private enum Token {
        ACCESS("access_token", Unit.HOURS, HOUR, 300, DAY, HOUR),
        ID("id_token", Unit.HOURS, HOUR, 300, DAY, HOUR),
        REFRESH("refresh_token", Unit.DAYS, 30 * DAY, HOUR, 3650 * DAY, 30 * DAY);

        private final String name;
        private final Unit unit;
        private final long byDefault;
        private final long least;
        private final long most;
        private final long sensible;

        Token(String name, Unit unit, long byDefault, long least, long most, long sensible) {
            this.name = name;
            this.unit = unit;
            this.byDefault = byDefault;
            this.least = least;
            this.most = most;
            this.sensible = sensible;
        }

        private String attribute() {
            return name + "_validity";
        }

        private String words() {
            return name.replace('_', ' ').replace("id ", "ID ");
        }
    }

    private TokenLifetimeOutOfBounds() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (AppClient client : surface.clients()) {
            for (Token token : Token.values()) {
                Optional<BigDecimal> seconds = seconds(infrastructure, client, token);
                if (seconds.isPresent()) {
                    judge(client, token, seconds.get(), report);
                } else {
                    report.undecided(
                            Place.of(client.resource(), token.attribute()), "`" + token.attribute() + "` is not known");
                }
            }
            judgeRefresh(infrastructure, client, report);
        }
    }

    private static Optional<BigDecimal> seconds(Infrastructure infrastructure, AppClient client, Token token) {
        Value validity = infrastructure.resolve(client.resource().argument(token.attribute()));
        Value unit = infrastructure.resolve(
                client.resource().argument("token_validity_units").get(token.name));
        if (validity.isAbsent() || validity.is("0")) {
            return Optional.of(BigDecimal.valueOf(token.byDefault));
        }
        Optional<BigDecimal> factor = Arrays.stream(Unit.values())
                .filter(one -> unit.isAbsent() ? one == token.unit : unit.is(one.word()))
                .map(one -> BigDecimal.valueOf(one.seconds))
                .findFirst();
        return validity.number().flatMap(number -> factor.map(number::multiply));
    }

    private static void judge(AppClient client, Token token, BigDecimal seconds, TerraformReport report) {
        Place place = Place.of(client.resource(), token.attribute());
        String message = "app client `" + client.resource().address() + "`: its " + token.words() + " lives for "
                + shown(seconds);
        if (seconds.compareTo(BigDecimal.valueOf(token.most)) > 0
                || seconds.compareTo(BigDecimal.valueOf(token.least)) < 0) {
            report.error(
                    place,
                    message + "; Cognito allows " + shown(BigDecimal.valueOf(token.least)) + " to "
                            + shown(BigDecimal.valueOf(token.most)),
                    "the unit is that of `token_validity_units`, " + token.unit.word() + " unless written");
        } else if (seconds.compareTo(BigDecimal.valueOf(token.sensible)) > 0) {
            report.warning(
                    place,
                    message + ", and whoever steals it has as long",
                    "at most " + shown(BigDecimal.valueOf(token.sensible))
                            + "; the unit is that of `token_validity_units`, " + token.unit.word() + " unless written");
        }
    }

    private static void judgeRefresh(Infrastructure infrastructure, AppClient client, TerraformReport report) {
        if (client.isForMachines()) {
            return;
        }
        Optional<BigDecimal> refresh = seconds(infrastructure, client, Token.REFRESH);
        for (Token token : new Token[] {Token.ACCESS, Token.ID}) {
            Optional<BigDecimal> renewed = seconds(infrastructure, client, token);
            if (refresh.isPresent() && renewed.isPresent() && refresh.get().compareTo(renewed.get()) < 0) {
                report.error(
                        Place.of(client.resource(), Token.REFRESH.attribute()),
                        "app client `" + client.resource().address() + "`: its refresh token ends after "
                                + shown(refresh.get()) + ", before the " + token.words() + " of "
                                + shown(renewed.get()) + " that it renews",
                        "lengthen `refresh_token_validity`, or shorten `" + token.attribute() + "`");
            }
        }
    }

    private static String shown(BigDecimal seconds) {
        for (Unit unit : Unit.values()) {
            BigDecimal[] whole = seconds.divideAndRemainder(BigDecimal.valueOf(unit.seconds));
            if (whole[1].signum() == 0 && whole[0].signum() > 0) {
                String word = unit.word();
                boolean one = whole[0].compareTo(BigDecimal.ONE) == 0;
                return whole[0].stripTrailingZeros().toPlainString() + " "
                        + (one ? word.substring(0, word.length() - 1) : word);
            }
        }
        return seconds.stripTrailingZeros().toPlainString() + " seconds";
    }
}
