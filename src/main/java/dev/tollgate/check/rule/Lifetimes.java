package dev.tollgate.check.rule;

import dev.tollgate.surface.PoolClient;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How long an app client's tokens live, as Terraform writes it: a number, and a unit that stands elsewhere. */
final class Lifetimes {

    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;

    private Lifetimes() {}

    /** What {@code token_validity_units} may say. */
    enum Unit {
        DAYS(DAY),
        HOURS(HOUR),
        MINUTES(60),
        SECONDS(1);

        private final long seconds;

        Unit(long seconds) {
            this.seconds = seconds;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What Cognito allows, what it takes by default, and beyond what it is longer than it need be. */
    enum Token {
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

        String attribute() {
            return name + "_validity";
        }

        String words() {
            return name.replace('_', ' ').replace("id ", "ID ");
        }

        Unit unit() {
            return unit;
        }

        BigDecimal least() {
            return BigDecimal.valueOf(least);
        }

        BigDecimal most() {
            return BigDecimal.valueOf(most);
        }

        BigDecimal sensible() {
            return BigDecimal.valueOf(sensible);
        }
    }

    /** The seconds that {@code client}'s {@code token} lives; empty where they are not known. */
    static Optional<BigDecimal> seconds(Infrastructure infrastructure, PoolClient client, Token token) {
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

    /** {@code 90 minutes}. */
    static String shown(BigDecimal seconds) {
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
