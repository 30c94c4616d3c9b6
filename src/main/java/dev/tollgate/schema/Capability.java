package dev.tollgate.schema;

import static dev.tollgate.model.ApiKind.HTTP;
import static dev.tollgate.model.ApiKind.REST;

import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A thing that a key of the environment file asks for and that not every kind of API has. As of 2026-11-20.
 *
 * @param feature what it is called, as the object of a sentence
 * @param key the way to what asks for it, from the top of the file
 * @param value the value that asks for it; any value when empty
 * @param ignored the value that asks for nothing
 * @param kinds the kinds of API that have it
 * @param instead what to do where it is missing
 * @param source AWS's page that says so
 */
public record Capability(
        String feature,
        List<String> key,
        Optional<Object> value,
        Optional<Object> ignored,
        Set<ApiKind> kinds,
        String instead,
        String source) {

    private static final String GUIDE = "https://docs.aws.amazon.com/apigateway/latest/developerguide/";
    private static final String REMOVE = "remove it";

    public Capability {
        key = List.copyOf(key);
        kinds = Set.copyOf(kinds);
    }

    /** What every kind has but {@code none}, which is no API. */
    static Capability ofApis(String feature) {
        return of(feature, REMOVE, GUIDE + "http-api-vs-rest.html", REST, HTTP);
    }

    /** What {@code kinds} have, as AWS's {@code page} says; {@code instead} is what to do on another kind. */
    static Capability of(String feature, String instead, String page, ApiKind... kinds) {
        return new Capability(
                feature,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                EnumSet.copyOf(Arrays.asList(kinds)),
                instead,
                page.startsWith("https:") ? page : GUIDE + page);
    }

    /** The same, where removing the key is all there is to do. */
    static Capability of(String feature, String page, ApiKind kind) {
        return of(feature, REMOVE, page, kind);
    }

    /** The same, asked for by the entry {@code name} of a map only. */
    Capability entry(String name) {
        return new Capability(feature, List.of(name), value, ignored, kinds, instead, source);
    }

    /** The same, asked for by {@code asked} only. */
    Capability asking(Object asked) {
        return new Capability(feature, key, Optional.of(asked), ignored, kinds, instead, source);
    }

    /** The same, asked for by any value but {@code nothing}. */
    Capability unless(Object nothing) {
        return new Capability(feature, key, value, Optional.of(nothing), kinds, instead, source);
    }

    /** The same, asked for by what stands at {@code path}. */
    Capability at(List<String> path) {
        List<String> whole = new ArrayList<>(path);
        whole.addAll(key);
        return new Capability(feature, whole, value, ignored, kinds, instead, source);
    }

    /** Whether {@code environment} asks for it. */
    public boolean isAskedBy(Environment environment) {
        return environment.written(key).filter(this::isAskedBy).isPresent();
    }

    /** Whether {@code written}, which stands at the key, asks for it. */
    public boolean isAskedBy(Object written) {
        return !written.equals(List.of())
                && !written.equals(Map.of())
                && value.map(written::equals).orElse(true)
                && ignored.map(nothing -> !written.equals(nothing)).orElse(true);
    }

    /** Whether {@code kind} has it. */
    public boolean isOf(ApiKind kind) {
        return kinds.contains(kind);
    }

    /** The kinds that have it, as a hint names them. */
    public String alternative() {
        List<String> words = new TreeSet<>(kinds)
                .stream().map(kind -> "`api_type = \"" + kind.word() + "\"`").toList();
        return String.join(" or ", words);
    }
}
