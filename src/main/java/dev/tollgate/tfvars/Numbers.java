package dev.tollgate.tfvars;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Location;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Number literals. Terraform computes with 512 bits, about 154 digits; what would lose digits there, or grow into
 * megabytes when written out, is out of range here.
 */
final class Numbers {

    static final int MOST_DIGITS = 150;
    static final int LARGEST_EXPONENT = 1000;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]++(\\.[0-9]*+)?([eE][+-]?[0-9]++)?");
    private static final Pattern SHORT_EXPONENT = Pattern.compile("[^eE]*+([eE][+-]?0*+[0-9]{1,6})?");
    private static final int LONGEST = 1200;

    private Numbers() {}

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /**
     * The number, or nothing when it is out of range.
     *
     * @param text for which {@link #isNumber} holds
     */
    static Optional<BigDecimal> parse(String text) {
        // Asked before BigDecimal is: it takes quadratic time over millions of digits.
        if (text.length() > LONGEST || !SHORT_EXPONENT.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        BigDecimal shortest = number.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        boolean inRange = shortest.precision() <= MOST_DIGITS && Math.abs(exponent) <= LARGEST_EXPONENT;
        return inRange ? Optional.of(number) : Optional.empty();
    }

    /** Why {@code text} is not a number; it is one token to Terraform, too. */
    static Finding mistake(String text, String path, Location location) {
        if (!isNumber(text)) {
            String message = LexerTokens.quote(text) + " is not a number";
            return Finding.error("syntax-error", path, location, message, "put text in quotes");
        }
        String message = LexerTokens.quote(text) + " is out of range, at most " + MOST_DIGITS + " digits and 10^±"
                + LARGEST_EXPONENT + " are allowed";
        return Finding.error("syntax-error", path, location, message, "put it in quotes if it is text");
    }

    /** The number as Terraform writes it where a number stands for an object's key. */
    static String asKey(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
