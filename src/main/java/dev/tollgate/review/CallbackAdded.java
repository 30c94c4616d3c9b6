package dev.tollgate.review;

import dev.tollgate.terraform.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Cognito sends a signed-in user's code, or token, to a callback; who has that address has the code. */
final class CallbackAdded {

    static final ReviewRule RULE = new ReviewRule(
            "callback-added",
            Kind.WEAKENED,
            "users who sign in may be sent to another host, or without encryption",
            CallbackAdded::judge,
            "callback added");

    /** The reverse: an application that still names the address is refused. */
    static final ReviewRule REMOVED = new ReviewRule(
            "callback-removed",
            Kind.BREAKING,
            "users who sign in are no longer sent to an address",
            CallbackAdded::judgeRemoved,
            "callback removed");

    private static final List<String> ATTRIBUTES = List.of("callback_urls", "logout_urls");
    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

    private CallbackAdded() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (Pair pair : Pair.of(comparison, "aws_cognito_user_pool_client")) {
            for (String attribute : ATTRIBUTES) {
                Value before = pair.before().get(attribute);
                Value after = pair.after().get(attribute);
                if (!after.isCertain() && !after.isLeftToProvider()) {
                    report.undecided(pair.address(), "which `" + attribute + "` `" + pair.address() + "` has");
                }
                SortedSet<String> known = texts(before);
                for (String added : without(texts(after), known)) {
                    danger(added, known)
                            .ifPresent(danger -> report.say(
                                    pair.address(),
                                    "`" + pair.address() + "`: `" + attribute + "` takes `" + added + "`, " + danger,
                                    "add it only when that address is yours alone"));
                }
            }
        }
    }

    private static void judgeRemoved(Comparison comparison, ReviewReport report) {
        for (Pair pair : Pair.of(comparison, "aws_cognito_user_pool_client")) {
            for (String attribute : ATTRIBUTES) {
                Value after = pair.after().get(attribute);
                if (!after.isCertain()) {
                    continue;
                }
                for (String removed : without(texts(pair.before().get(attribute)), texts(after))) {
                    report.say(
                            pair.address(),
                            "`" + pair.address() + "`: `" + attribute + "` no longer has `" + removed
                                    + "`: Cognito refuses an application that names it",
                            "change the application first");
                }
            }
        }
    }

    /** What is wrong with {@code added} beside {@code known}; nothing with another page of a known host. */
    private static Optional<String> danger(String added, SortedSet<String> known) {
        String host = host(added);
        if (added.contains("*")) {
            return Optional.of("a wildcard: the owner of any address that it covers gets users' codes");
        }
        if (THIS_MACHINE.contains(host)) {
            return Optional.empty();
        }
        if (added.toLowerCase(Locale.ROOT).startsWith("http://")) {
            return Optional.of("without encryption: anyone who listens on the way gets users' codes");
        }
        return known.stream().map(CallbackAdded::host).anyMatch(host::equals)
                ? Optional.empty()
                : Optional.of("another host: its owner gets the codes of users who sign in");
    }

    private static String host(String url) {
        try {
            URI uri = new URI(url);
            String host = uri.getHost();
            return (host == null ? uri.getScheme() + ":" : host).toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return url;
        }
    }

    private static SortedSet<String> texts(Value list) {
        TreeSet<String> found = new TreeSet<>();
        list.items().forEach(item -> item.text().ifPresent(found::add));
        return found;
    }

    private static SortedSet<String> without(SortedSet<String> some, SortedSet<String> others) {
        TreeSet<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }
}
