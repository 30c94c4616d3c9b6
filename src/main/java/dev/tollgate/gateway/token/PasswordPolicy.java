package dev.tollgate.gateway.token;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What a pool demands of every password: {@code password_policy}.
 *
 * @param history how many former passwords nobody may use again
 */
public record PasswordPolicy(
        int length, boolean lowercase, boolean uppercase, boolean digits, boolean symbols, int history) {

    /** What Cognito demands of a pool that says nothing. */
    public static final PasswordPolicy DEFAULT = new PasswordPolicy(8, true, true, true, true, 0);

    private static final int LONGEST = 256;
    private static final String SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+- ";

    /** Why {@code password} does not do, in Cognito's words. */
    public Optional<String> fault(String password) {
        if (password.length() < length) {
            return refused("Password not long enough");
        }
        if (password.length() > LONGEST || !password.strip().equals(password)) {
            return refused("Password must be at most " + LONGEST + " characters, and not begin or end with a space");
        }
        if (lowercase && none(password, Character::isLowerCase)) {
            return refused("Password must have lowercase characters");
        }
        if (uppercase && none(password, Character::isUpperCase)) {
            return refused("Password must have uppercase characters");
        }
        if (digits && none(password, Character::isDigit)) {
            return refused("Password must have numeric characters");
        }
        return symbols && none(password, character -> SYMBOLS.indexOf(character) >= 0)
                ? refused("Password must have symbol characters")
                : Optional.empty();
    }

    private static boolean none(String password, IntPredicate kind) {
        return password.chars().noneMatch(kind);
    }

    private static Optional<String> refused(String why) {
        return Optional.of("Password did not conform with policy: " + why);
    }
}
