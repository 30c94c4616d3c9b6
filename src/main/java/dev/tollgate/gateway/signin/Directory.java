package dev.tollgate.gateway.signin;

import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.Person;
import dev.tollgate.gateway.token.PoolGroup;
import dev.tollgate.gateway.token.PoolPeople;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The people of a pool, and its groups: found by their name, their {@code sub}, and the addresses that count. */
final class Directory {

    private PoolPeople people = PoolPeople.PLAIN;
    private final Map<String, PoolAccount> bySubject = new LinkedHashMap<>();
    private final Map<String, PoolGroup> groups = new LinkedHashMap<>();
    private final Runnable changed;

    /** Tells {@code changed} of every change. */
    Directory(Runnable changed) {
        this.changed = changed;
    }

    /** Goes by the rules of {@code pool} from now on, and has its groups. */
    synchronized void under(LocalPool pool) {
        people = pool.people();
        people.groups().forEach(group -> groups.put(group.name(), group));
    }

    synchronized void restore(List<PoolAccount> accounts, List<PoolGroup> known) {
        known.forEach(group -> groups.put(group.name(), group));
        accounts.forEach(account -> bySubject.put(account.subject(), account));
    }

    /** Whoever signs in as {@code given}. */
    synchronized Optional<PoolAccount> find(String given) {
        return bySubject.values().stream()
                .filter(account -> isCalled(account, given))
                .findFirst();
    }

    private boolean isCalled(PoolAccount account, String given) {
        if (account.subject().equals(given) || same(account.name(), given)) {
            return true;
        }
        return Stream.concat(
                        people.usernameAttributes().stream(),
                        people.aliasAttributes().stream().filter(alias -> counts(account, alias)))
                .anyMatch(attribute -> Optional.ofNullable(account.attributes().get(attribute))
                        .filter(value -> same(value, given))
                        .isPresent());
    }

    /** An alias leads to nobody before it is verified. */
    private static boolean counts(PoolAccount account, String alias) {
        return alias.equals("preferred_username")
                || "true".equals(account.attributes().get(alias + "_verified"));
    }

    private boolean same(String one, String other) {
        return people.caseSensitive() ? one.equals(other) : folded(one).equals(folded(other));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    synchronized Optional<PoolAccount> bySubject(String subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    synchronized List<PoolAccount> all() {
        return List.copyOf(bySubject.values());
    }

    /** Puts {@code account} in, or in the place of what it was. */
    void put(PoolAccount account) {
        synchronized (this) {
            bySubject.put(account.subject(), account);
        }
        changed.run();
    }

    void remove(PoolAccount account) {
        synchronized (this) {
            bySubject.remove(account.subject());
        }
        changed.run();
    }

    synchronized List<PoolGroup> groups() {
        return List.copyOf(groups.values());
    }

    synchronized Optional<PoolGroup> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    void put(PoolGroup group) {
        synchronized (this) {
            groups.put(group.name(), group);
        }
        changed.run();
    }

    void removeGroup(String name) {
        synchronized (this) {
            groups.remove(name);
            bySubject.replaceAll((subject, account) -> {
                TreeSet<String> rest = new TreeSet<>(account.groups());
                rest.remove(name);
                return account.in(rest);
            });
        }
        changed.run();
    }

    /** What tokens say of {@code account}. */
    Person person(PoolAccount account) {
        List<PoolGroup> own = new ArrayList<>(account.groups().stream()
                .flatMap(name -> group(name).stream())
                .sorted(Comparator.comparing(
                        (PoolGroup group) -> group.precedence().orElse(Long.MAX_VALUE)))
                .toList());
        List<String> roles =
                own.stream().flatMap(group -> group.role().stream()).distinct().toList();
        return new Person(
                account.subject(),
                account.name(),
                account.attributes(),
                own.stream().map(PoolGroup::name).toList(),
                roles,
                preferred(own));
    }

    /** The role of the first group; two of one precedence that differ leave nobody with one. */
    private static Optional<String> preferred(List<PoolGroup> own) {
        List<PoolGroup> withRole =
                own.stream().filter(group -> group.role().isPresent()).toList();
        if (withRole.isEmpty()) {
            return Optional.empty();
        }
        List<String> first = withRole.stream()
                .filter(group -> group.precedence().equals(withRole.get(0).precedence()))
                .flatMap(group -> group.role().stream())
                .distinct()
                .toList();
        return first.size() == 1 ? Optional.of(first.get(0)) : Optional.empty();
    }
}
