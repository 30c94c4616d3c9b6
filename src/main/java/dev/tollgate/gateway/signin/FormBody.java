package dev.tollgate.gateway.signin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parameters of a form-encoded request. */
final class FormBody {

    private static final String CONTENT_TYPE = "application/x-www-form-urlencoded";
    private static final int MAX_LENGTH = 64 * 1024;

    private final SortedMap<String, String> parameters;

    private FormBody(SortedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /** Reads {@code request}'s body. Another content type, a parameter given twice or too much of it is refused. */
    static FormBody of(TokenRequest request) throws OAuthRefusal {
        String type = request.header("Content-Type").orElse("").split(";", 2)[0].strip();
        if (!type.toLowerCase(Locale.ROOT).equals(CONTENT_TYPE)
                || request.body().length() > MAX_LENGTH) {
            throw new OAuthRefusal("invalid_request");
        }
        return of(request.body());
    }

    /** Reads a query, which has the same form. */
    static FormBody query(TokenRequest request) throws OAuthRefusal {
        return of(request.query());
    }

    private static FormBody of(String text) throws OAuthRefusal {
        SortedMap<String, String> parameters = new TreeMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String value = parts.length == 2 ? decoded(parts[1]) : "";
            if (!pair.isEmpty() && parameters.put(decoded(parts[0]), value) != null) {
                throw new OAuthRefusal("invalid_request");
            }
        }
        return new FormBody(parameters);
    }

    /** A form of just these. */
    static FormBody of(Map<String, String> parameters) {
        return new FormBody(new TreeMap<>(parameters));
    }

    /** The same with one parameter more, or another value of one. */
    FormBody with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new FormBody(more);
    }

    private static String decoded(String text) throws OAuthRefusal {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new OAuthRefusal("invalid_request");
        }
    }

    /** The parameter {@code name}; one without a value counts as left out, as OAuth has it. */
    Optional<String> value(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }
}
