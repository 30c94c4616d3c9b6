package dev.tollgate.gateway.signin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Somebody in the pool's directory.
 *
 * @param name the user name; the {@code sub} where people sign in with their address
 * @param former passwords that may not be used again
 * @param appSecret of the authenticator app, once it was verified
 * @param newcomer whether they signed up and have not signed in yet
 */
record PoolAccount(
        String name,
        String subject,
        Status status,
        boolean enabled,
        Optional<PasswordVerifier> password,
        List<PasswordVerifier> former,
        SortedMap<String, String> attributes,
        SortedSet<String> groups,
        Optional<String> appSecret,
        boolean newcomer,
        Instant created,
        Instant modified) {

    /** Cognito's words. */
    enum Status {
        UNCONFIRMED,
        CONFIRMED,
        RESET_REQUIRED,
        FORCE_CHANGE_PASSWORD,
        EXTERNAL_PROVIDER
    }

    PoolAccount {
        former = List.copyOf(former);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    }

    /** Somebody new, of whom only this is known. */
    static PoolAccount of(
            String name, String subject, Status status, SortedMap<String, String> attributes, Instant now) {
        return new PoolAccount(
                name,
                subject,
                status,
                true,
                Optional.empty(),
                List.of(),
                attributes,
                new TreeSet<>(),
                Optional.empty(),
                false,
                now,
                now);
    }

    PoolAccount with(Status next) {
        return copy(next, enabled, password, former, attributes, groups, appSecret, newcomer);
    }

    PoolAccount enabled(boolean next) {
        return copy(status, next, password, former, attributes, groups, appSecret, newcomer);
    }

    /** With another password; of those before {@code history} are remembered. */
    PoolAccount with(PasswordVerifier next, int history) {
        List<PasswordVerifier> before = new ArrayList<>();
        password.ifPresent(before::add);
        before.addAll(former);
        return copy(
                status,
                enabled,
                Optional.of(next),
                before.subList(0, Math.min(Math.max(0, history - 1), before.size())),
                attributes,
                groups,
                appSecret,
                newcomer);
    }

    PoolAccount with(SortedMap<String, String> next) {
        return copy(status, enabled, password, former, next, groups, appSecret, newcomer);
    }

    /** With one attribute more, or another value of one. */
    PoolAccount with(String attribute, String value) {
        SortedMap<String, String> next = new TreeMap<>(attributes);
        next.put(attribute, value);
        return with(next);
    }

    PoolAccount in(SortedSet<String> next) {
        return copy(status, enabled, password, former, attributes, next, appSecret, newcomer);
    }

    PoolAccount withApp(Optional<String> secret) {
        return copy(status, enabled, password, former, attributes, groups, secret, newcomer);
    }

    PoolAccount newcomer(boolean next) {
        return copy(status, enabled, password, former, attributes, groups, appSecret, next);
    }

    PoolAccount at(Instant now) {
        return new PoolAccount(
                name,
                subject,
                status,
                enabled,
                password,
                former,
                attributes,
                groups,
                appSecret,
                newcomer,
                created,
                now);
    }

    private PoolAccount copy(
            Status status,
            boolean enabled,
            Optional<PasswordVerifier> password,
            List<PasswordVerifier> former,
            SortedMap<String, String> attributes,
            SortedSet<String> groups,
            Optional<String> appSecret,
            boolean newcomer) {
        return new PoolAccount(
                name,
                subject,
                status,
                enabled,
                password,
                former,
                attributes,
                groups,
                appSecret,
                newcomer,
                created,
                modified);
    }

    @Override
    public String toString() {
        return "Account[name=" + name + "]";
    }
}
