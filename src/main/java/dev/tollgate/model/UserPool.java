package dev.tollgate.model;

import java.util.Optional;

/** Where the pool that issues the tokens comes from. */
public sealed interface UserPool {

    /**
     * Made by this environment.
     *
     * @param publishedAt where other environments read it from
     * @param domainPrefix host of the token endpoint, unless the environment has a name of its own for it
     * @param mfa {@code OFF}, {@code OPTIONAL} or {@code ON}
     * @param people what it offers to those who sign in
     */
    record Created(
            Optional<String> publishedAt,
            Optional<String> domainPrefix,
            boolean deletionProtection,
            boolean selfSignUp,
            String mfa,
            People people)
            implements UserPool {

        /** Whether people may, or must, sign in with a second factor. */
        public boolean hasMfa() {
            return !mfa.equals("OFF");
        }

        /** Whether it sends text messages. */
        public boolean needsSms() {
            return people.needsSms(mfa);
        }
    }

    /** Made, and published in SSM, by another environment. */
    record Published(String prefix) implements UserPool {}

    /**
     * There already, made by other means.
     *
     * @param domainPrefix the domain it has, for the token endpoint's address
     */
    record Existing(String poolId, Optional<String> domainPrefix) implements UserPool {}
}
