package dev.tollgate.gateway.token;

import java.util.List;
import java.util.Optional;

/**
 * What a pool knows of people and demands of them, in the words of {@code aws_cognito_user_pool}.
 *
 * @param usernameAttributes what people sign in with instead of a user name
 * @param aliasAttributes what they may sign in with beside one, once it is verified
 * @param selfSignUp whether anybody may sign up
 * @param verified addresses that the pool verifies itself
 * @param mfa {@code OFF}, {@code OPTIONAL} or {@code ON}
 * @param appCodes whether the second factor may be an authenticator app
 */
public record PoolPeople(
        List<String> usernameAttributes,
        List<String> aliasAttributes,
        boolean caseSensitive,
        boolean selfSignUp,
        List<String> verified,
        PasswordPolicy passwords,
        String mfa,
        boolean appCodes,
        List<PersonAttribute> attributes,
        List<PoolGroup> groups,
        List<PoolProvider> providers,
        LocalTriggers triggers) {

    /** A pool of which nothing is said. */
    public static final PoolPeople PLAIN = new PoolPeople(
            List.of(),
            List.of(),
            false,
            false,
            List.of(),
            new PasswordPolicy(1, false, false, false, false, 0),
            "OFF",
            false,
            List.of(),
            List.of(),
            List.of(),
            LocalTriggers.NONE);

    public PoolPeople {
        usernameAttributes = List.copyOf(usernameAttributes);
        aliasAttributes = List.copyOf(aliasAttributes);
        verified = List.copyOf(verified);
        attributes = List.copyOf(attributes);
        groups = List.copyOf(groups);
        providers = List.copyOf(providers);
    }

    /** The attribute {@code name}, where the pool's schema says something of it. */
    public Optional<PersonAttribute> attribute(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }
}
