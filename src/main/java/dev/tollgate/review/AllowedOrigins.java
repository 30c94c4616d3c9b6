package dev.tollgate.review;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The origins of web pages that may call an API: an HTTP API's own list, or what a REST API's answers carry.
 *
 * @param certain whether these are all
 */
record AllowedOrigins(SortedSet<String> names, boolean certain) {

    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]*-]+");
    private static final String HEADER = "Access-Control-Allow-Origin";
    private static final List<String> ANSWERS =
            List.of("aws_api_gateway_integration_response", "aws_api_gateway_gateway_response");

    static AllowedOrigins of(Infrastructure infrastructure, Resource api) {
        TreeSet<String> names = new TreeSet<>();
        boolean certain = true;
        for (Value origin : api.get("cors_configuration").get("allow_origins").items()) {
            Value known = infrastructure.resolve(origin);
            certain &= known.text().isPresent();
            known.text().ifPresent(names::add);
        }
        for (String type : ANSWERS) {
            for (Resource answer : infrastructure.ofType(type)) {
                certain &= !belongs(infrastructure, answer, api) || read(infrastructure, answer, names);
            }
        }
        return new AllowedOrigins(names, certain);
    }

    private static boolean belongs(Infrastructure infrastructure, Resource answer, Resource api) {
        return infrastructure.follow(answer.get("rest_api_id"), api.type()) instanceof ReferenceTarget.To to
                && to.resource().address().equals(api.address());
    }

    /** False when what the answer carries is not known. */
    private static boolean read(Infrastructure infrastructure, Resource answer, SortedSet<String> names) {
        boolean certain = true;
        for (String attribute : List.of("response_parameters", "response_templates")) {
            Value held = infrastructure.resolve(answer.get(attribute));
            if (!(held instanceof Value.Mapping mapping)) {
                certain &= held.isAbsent();
                continue;
            }
            for (var member : mapping.members().entrySet()) {
                boolean header = member.getKey().endsWith(HEADER);
                String text = member.getValue().text().orElse("");
                certain &= !header || member.getValue().text().isPresent();
                if (header || text.contains(HEADER)) {
                    collect(text, names);
                }
            }
        }
        return certain;
    }

    private static void collect(String text, SortedSet<String> names) {
        Matcher matcher = ORIGIN.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        if (text.contains("'*'") || text.equals("*")) {
            names.add("*");
        }
    }

    /** What is in this and not in {@code other}. */
    SortedSet<String> without(AllowedOrigins other) {
        TreeSet<String> left = new TreeSet<>(names);
        left.removeAll(other.names);
        return left;
    }
}
