package dev.tollgate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Method and path of a route as both kinds of API write it: {@code GET /book/{bookId}}, or {@code $default}.
 *
 * @param method an HTTP method or {@code ANY}; {@code ANY} for {@code $default}
 * @param path {@code /} and segments; {@code $default} for the route that catches what no other does
 */
public record RouteKey(String method, String path) implements Comparable<RouteKey> {

    /** The route that catches what no other does; HTTP APIs only. */
    public static final String DEFAULT = "$default";

    /** The methods a route key may begin with. */
    public static final List<String> METHODS =
            List.of("ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    private static final Pattern PARAMETER = Pattern.compile("\\{[A-Za-z0-9._-]+\\+?}");
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
    private static final String REST_CHARACTERS = "._:,-";
    private static final String HTTP_CHARACTERS = "._~$:-";
    private static final String ALL_CHARACTERS = "._~$:,-";
    private static final Set<String> RELATIVE = Set.of(".", "..");

    /** What is wrong with {@code text} as a route key of any kind of API, in the user's terms; empty for nothing. */
    public static Optional<String> problem(String text) {
        return problem(text, ALL_CHARACTERS);
    }

    /** What is wrong with {@code text} as a route key of an API of {@code kind}. */
    public static Optional<String> problem(String text, ApiKind kind) {
        return problem(text, kind == ApiKind.REST ? REST_CHARACTERS : HTTP_CHARACTERS);
    }

    private static Optional<String> problem(String text, String characters) {
        if (text.equals(DEFAULT)) {
            return Optional.empty();
        }
        String[] words = text.split(" ", -1);
        if (words.length != 2) {
            return Optional.of("is not a method, one space and a path");
        }
        if (!METHODS.contains(words[0])) {
            return Optional.of("begins with `" + words[0] + "`, which is none of " + String.join(", ", METHODS));
        }
        return pathProblem(words[1], characters);
    }

    private static Optional<String> pathProblem(String path, String characters) {
        if (!path.startsWith("/")) {
            return Optional.of("has a path without a `/` at its beginning");
        }
        if (path.length() > 1 && path.endsWith("/")) {
            return Optional.of("ends with a `/`, which API Gateway does not keep");
        }
        List<String> segments = segmentsOf(path);
        Set<String> parameters = new TreeSet<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (segment.startsWith("{") && segment.endsWith("+}") && i < segments.size() - 1) {
                return Optional.of("has `" + segment + "` before its end; a greedy parameter comes last");
            }
            if (!PARAMETER.matcher(segment).matches() && !segment.matches("[A-Za-z0-9" + characters + "]+")) {
                return Optional.of("has the segment `" + segment + "`; letters, digits and `" + characters
                        + "` are allowed, or a parameter that fills it, `{name}` or `{name+}`");
            }
            if (RELATIVE.contains(segment)) {
                return Optional.of("has the segment `" + segment + "`, which clients resolve before they call");
            }
            if (segment.startsWith("{") && !parameters.add(segment.replace("+", ""))) {
                return Optional.of("names the parameter `" + segment + "` twice");
            }
        }
        return Optional.empty();
    }

    /** The key that {@code text} writes; {@code text} has no {@link #problem}. */
    public static RouteKey parse(String text) {
        if (problem(text).isPresent()) {
            throw new IllegalArgumentException("not a route key: " + text);
        }
        int space = text.indexOf(' ');
        return space < 0
                ? new RouteKey("ANY", DEFAULT)
                : new RouteKey(text.substring(0, space), text.substring(space + 1));
    }

    /** The path's segments; none for {@code /} and for {@code $default}. */
    public List<String> segments() {
        return isDefault() ? List.of() : segmentsOf(path);
    }

    private static List<String> segmentsOf(String path) {
        return path.equals("/") ? List.of() : List.of(path.substring(1).split("/", -1));
    }

    /** The segments of each path resource that a REST API needs for the route, from the top; none for {@code /}. */
    public List<List<String>> resources() {
        List<String> segments = segments();
        List<List<String>> resources = new ArrayList<>();
        for (int length = 1; length <= segments.size(); length++) {
            resources.add(segments.subList(0, length));
        }
        return resources;
    }

    /** Whether this is the route that catches what no other does. */
    public boolean isDefault() {
        return path.equals(DEFAULT);
    }

    /** The path with every parameter's name left out: two routes of one shape answer the same requests. */
    public String shape() {
        return isDefault() ? DEFAULT : shape(segments());
    }

    /** The path of {@code segments} with every parameter's name left out. */
    public static String shape(List<String> segments) {
        StringBuilder shape = new StringBuilder();
        for (String segment : segments) {
            shape.append('/').append(segment.endsWith("+}") ? "{+}" : segment.startsWith("{") ? "{}" : segment);
        }
        return shape.isEmpty() ? "/" : shape.toString();
    }

    /**
     * The name of the route's resources in Terraform, part of their address: {@code get_book_param}. It is made of the
     * path's shape, so that a parameter that gets another name is changed and not made again beside the old one, which
     * API Gateway refuses.
     */
    public String id(ApiKind kind) {
        return method.toLowerCase(Locale.ROOT) + "_"
                + Label.part(words(segments(), kind), isDefault() ? "default" : "root");
    }

    /** The name of a path's resource in Terraform: {@code book_param}; {@code empty} when there are no segments. */
    public static String pathId(List<String> segments, ApiKind kind, String empty) {
        return Label.of(words(segments, kind), empty);
    }

    private static String words(List<String> segments, ApiKind kind) {
        return segments.stream().map(segment -> word(segment, kind)).collect(Collectors.joining("_"));
    }

    /** In a REST API a path has one parameter below it, greedy or not; in an HTTP API it may have one of each. */
    private static String word(String segment, ApiKind kind) {
        if (!segment.startsWith("{")) {
            return segment;
        }
        return segment.endsWith("+}") && kind == ApiKind.HTTP ? "proxy" : "param";
    }

    @Override
    public int compareTo(RouteKey other) {
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : method.compareTo(other.method);
    }

    @Override
    public String toString() {
        return isDefault() ? DEFAULT : method + " " + path;
    }
}
