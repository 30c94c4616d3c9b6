package dev.tollgate.smoke;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which pages may call an API, and what it says of that in headers. A REST API answers with what is written in it, and
 * so with its first origin to a page of any other; an HTTP API says nothing to such a page.
 *
 * @param maxAge in seconds
 */
public record CrossOrigin(
        boolean rest,
        List<String> origins,
        List<String> methods,
        List<String> headers,
        List<String> exposed,
        long maxAge,
        boolean credentials) {

    /** A page that nobody names. */
    public static final String STRANGER = "https://smoke.invalid";

    private static final String PREFIX = "Access-Control-";
    private static final String ANY = "*";

    public CrossOrigin {
        origins = List.copyOf(origins);
        methods = List.copyOf(methods);
        headers = List.copyOf(headers);
        exposed = List.copyOf(exposed);
    }

    /** The pages to ask from: each that is allowed, and a stranger. */
    public List<String> pages() {
        List<String> pages = new ArrayList<>(
                origins.stream().filter(origin -> !origin.contains(ANY)).toList());
        pages.add(STRANGER);
        return pages;
    }

    /** A page that is allowed. */
    String page() {
        return pages().get(0);
    }

    /** How the answer to a preflight of {@code page} differs from what it should be, one sentence each. */
    List<String> preflight(String page, HttpHeaders answer) {
        List<String> differences = new ArrayList<>();
        Optional<String> origin = rest ? Optional.of(restOrigin(page)) : httpOrigin(page);
        value("Allow-Origin", origin, answer, differences);
        if (origin.isEmpty()) {
            return differences;
        }
        list("Allow-Methods", methods, answer, differences);
        list("Allow-Headers", headers, answer, differences);
        value(
                "Max-Age",
                maxAge > 0 || rest ? Optional.of(String.valueOf(maxAge)) : Optional.empty(),
                answer,
                differences);
        credentials(answer, differences);
        if (rest) {
            list("Expose-Headers", exposed, answer, differences);
        }
        return differences;
    }

    /** The same of API Gateway's own refusal; an HTTP API's is not documented. */
    List<String> refusal(HttpHeaders answer) {
        List<String> differences = new ArrayList<>();
        if (rest) {
            value("Allow-Origin", Optional.of(origins.get(0)), answer, differences);
            credentials(answer, differences);
        }
        return differences;
    }

    /** The same of a function's answer to {@code page}; a REST API leaves it to the function. */
    List<String> answer(String page, HttpHeaders answer) {
        List<String> differences = new ArrayList<>();
        if (!rest) {
            Optional<String> origin = httpOrigin(page);
            value("Allow-Origin", origin, answer, differences);
            if (origin.isPresent()) {
                list("Expose-Headers", exposed, answer, differences);
                credentials(answer, differences);
            }
        }
        return differences;
    }

    private String restOrigin(String page) {
        return origins.contains(page) ? page : origins.get(0);
    }

    private Optional<String> httpOrigin(String page) {
        if (origins.contains(ANY)) {
            return Optional.of(ANY);
        }
        boolean allowed = origins.stream()
                .anyMatch(origin -> origin.equals(page)
                        || (origin.endsWith("://*") && page.startsWith(origin.substring(0, origin.length() - 1))));
        return allowed ? Optional.of(page) : Optional.empty();
    }

    private void credentials(HttpHeaders answer, List<String> differences) {
        value("Allow-Credentials", credentials ? Optional.of("true") : Optional.empty(), answer, differences);
    }

    private static void value(String name, Optional<String> wanted, HttpHeaders answer, List<String> differences) {
        differ(name, wanted, answer.firstValue(PREFIX + name), differences);
    }

    /** Whatever the order of its values, and their case. */
    private static void list(String name, List<String> wanted, HttpHeaders answer, List<String> differences) {
        Optional<String> found = answer.firstValue(PREFIX + name);
        if (!set(String.join(",", wanted)).equals(set(found.orElse("")))) {
            differ(name, Optional.of(String.join(",", wanted)).filter(text -> !text.isEmpty()), found, differences);
        }
    }

    private static Set<String> set(String list) {
        Set<String> set = new TreeSet<>();
        Arrays.stream(list.split(",", -1))
                .map(one -> one.strip().toLowerCase(Locale.ROOT))
                .filter(one -> !one.isEmpty())
                .forEach(set::add);
        return set;
    }

    private static void differ(String name, Optional<String> wanted, Optional<String> found, List<String> differences) {
        if (!wanted.equals(found)) {
            differences.add(PREFIX + name + " is " + shown(found) + ", the file says " + shown(wanted));
        }
    }

    private static String shown(Optional<String> value) {
        return value.map(text -> "`" + text + "`").orElse("missing");
    }
}
