package dev.tollgate.gateway.signin;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser as far as the pool's pages need one: cookies, redirects, and forms with what they hide. */
final class Browser {

    private static final Pattern INPUT = Pattern.compile("<input[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"");

    final Map<String, String> cookies = new TreeMap<>();
    private final Pools pools;
    TokenAnswer last = new TokenAnswer(0, new TreeMap<>(), "");

    Browser(Pools pools) {
        this.pools = pools;
    }

    /** Goes to {@code path}, and on as long as it is sent to another page of the pool's. */
    Browser open(String path) {
        last = send("GET", path, "", Map.of());
        while (last.status() == 302 && location().startsWith(Pools.BASE.toString())) {
            last = send("GET", location().substring(Pools.BASE.toString().length()), "", Map.of());
        }
        return this;
    }

    /** Fills in the page's form and sends it. */
    Browser fill(Map<String, String> fields) {
        return fill(fields, Map.of("Origin", Pools.BASE.toString(), "Sec-Fetch-Site", "same-origin"));
    }

    Browser fill(Map<String, String> fields, Map<String, String> headers) {
        Map<String, String> form = new LinkedHashMap<>(inputs());
        form.putAll(fields);
        last = send("POST", action(), encoded(form), headers);
        return this;
    }

    String action() {
        Matcher action = ACTION.matcher(last.body());
        if (!action.find()) {
            throw new AssertionError("no form: " + last.status() + " " + last.headers() + last.body());
        }
        return unescaped(action.group(1)).substring(Pools.BASE.toString().length());
    }

    private Map<String, String> inputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        Matcher input = INPUT.matcher(last.body());
        while (input.find()) {
            inputs.put(input.group(1), unescaped(input.group(2)));
        }
        return inputs;
    }

    TokenAnswer send(String method, String path, String body, Map<String, String> more) {
        SortedMap<String, String> headers = new TreeMap<>(more);
        if (!cookies.isEmpty()) {
            headers.put(
                    "Cookie",
                    String.join(
                            "; ",
                            cookies.entrySet().stream()
                                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                    .toList()));
        }
        if (method.equals("POST")) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
        }
        TokenAnswer answer = pools.ask(method, path, headers, body);
        String set = answer.headers().getOrDefault("Set-Cookie", "");
        if (!set.isEmpty()) {
            String[] pair = set.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    String location() {
        return last.headers().getOrDefault("Location", "");
    }

    /** A parameter of the address that the client was sent. */
    String parameter(String name) {
        String text = location();
        String tail = text.contains("#")
                ? text.substring(text.indexOf('#') + 1)
                : URI.create(text).getRawQuery();
        for (String pair : List.of(tail.split("&", -1))) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no " + name + " in " + text);
    }

    static String encoded(Map<String, String> form) {
        return String.join(
                "&",
                form.entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                        .toList());
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
