package dev.tollgate.model;

import java.util.List;
import java.util.Optional;

/**
 * How people say who they are. All but the last two is fixed once the pool is made.
 *
 * @param by {@code username}, or the addresses that take its place
 * @param aliases what they may write instead of their user name
 * @param firstFactors what a sign-in by choice may begin with
 */
public record SignIn(
        List<String> by,
        List<String> aliases,
        boolean caseSensitive,
        List<String> firstFactors,
        Optional<Passkeys> passkeys) {

    private static final String USER_NAME = "username";

    public SignIn {
        by = List.copyOf(by);
        aliases = List.copyOf(aliases);
        firstFactors = List.copyOf(firstFactors);
    }

    /**
     * What passkeys are for, and how they are asked for.
     *
     * @param relyingParty the domain; the pool's own when empty
     */
    public record Passkeys(Optional<String> relyingParty, String userVerification) {}

    /** Whether people have user names of their own. */
    public boolean isByUserName() {
        return by.contains(USER_NAME);
    }

    /** Whether people sign in with {@code address}, instead of a user name or beside it. */
    public boolean takes(String address) {
        return by.contains(address) || aliases.contains(address);
    }
}
