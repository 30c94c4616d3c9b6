package dev.tollgate.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.aws.AwsCli;
import dev.tollgate.deploy.PulledState;
import dev.tollgate.finding.UserError;
import dev.tollgate.surface.RestParts;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A REST API as API Gateway has it at this moment, part by part, whatever its stages answer. */
public final class RestApiAtAws {

    private static final String API = "aws_api_gateway_rest_api.api";

    /**
     * A part of it.
     *
     * @param name what it is called, with its parameters' names
     * @param importId what Terraform imports it by
     * @param kind what kind of part it is
     * @param demand what a method demands of callers: {@code NONE}, {@code COGNITO_USER_POOLS books/read}
     */
    public record Part(String name, String importId, Kind kind, String demand) {}

    /** What a part is. */
    public enum Kind {
        PATH,
        METHOD,
        AUTHORIZER,
        REFUSAL,
        /** What a method has: its integration, its answers. */
        DETAIL
    }

    private final AwsCli aws;
    private final String id;
    private final SortedMap<String, Part> parts = new TreeMap<>();

    private RestApiAtAws(AwsCli aws, String id) {
        this.aws = aws;
        this.id = id;
    }

    /** Where an API of {@code state} is: its id and its region; empty where there is none. */
    record Place(String id, String region) {

        static Optional<Place> in(PulledState state) {
            return state.attribute(API, "/id").flatMap(id -> state.attribute(API, "/arn")
                    .map(arn -> arn.split(":", -1))
                    .filter(parts -> parts.length > 3)
                    .map(parts -> new Place(id, parts[3])));
        }
    }

    /** Asks {@code aws} for all of {@code id}, three calls for up to 500 paths; empty where AWS has no such API. */
    static Optional<RestApiAtAws> ask(AwsCli aws, String id) {
        RestApiAtAws api = new RestApiAtAws(aws, id);
        boolean there = api.each(api::path, "get-resources", "--embed", "methods", "--page-size", "500")
                && api.each(api::authorizer, "get-authorizers", "--page-size", "500")
                && api.each(api::refusal, "get-gateway-responses", "--page-size", "500");
        return there ? Optional.of(api) : Optional.empty();
    }

    /** Gives each item of an answer to {@code taker}; false where AWS has no such API. */
    private boolean each(Consumer<JsonNode> taker, String operation, String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "--rest-api-id";
        arguments[1] = id;
        System.arraycopy(more, 0, arguments, 2, more.length);
        AwsCli.Answer answer = aws.ask("apigateway", operation, arguments);
        if (answer instanceof AwsCli.Answer.Given given) {
            given.json().path("items").forEach(taker);
            return true;
        }
        AwsCli.Answer.Refused refused = (AwsCli.Answer.Refused) answer;
        if (refused.isNotFound()) {
            return false;
        }
        throw new UserError(
                UserError.Exit.ENVIRONMENT,
                "cannot read the REST API `" + id + "` in " + aws.region() + " from AWS: " + refused.why(),
                "this needs the AWS CLI, with the credentials that Terraform uses, and `apigateway:GET`: see `tollgate"
                        + " doctor --aws`");
    }

    private void path(JsonNode resource) {
        String path = resource.path("path").asText();
        String resourceId = resource.path("id").asText();
        if (!path.equals("/")) {
            add(RestParts.path(path), path, resourceId, Kind.PATH, "");
        }
        resource.path("resourceMethods").properties().forEach(method -> {
            String verb = method.getKey();
            method(verb, path, resourceId + "/" + verb, method.getValue());
        });
    }

    private void method(String verb, String path, String at, JsonNode method) {
        String name = RestParts.method(verb, path);
        String shown = verb + " " + path;
        add(name, shown, at, Kind.METHOD, demand(method));
        JsonNode integration = method.path("methodIntegration");
        if (integration.isObject()) {
            add(RestParts.integration(name), shown, at, Kind.DETAIL, "");
        }
        method.path("methodResponses")
                .fieldNames()
                .forEachRemaining(
                        status -> add(RestParts.response(name, status), shown, at + "/" + status, Kind.DETAIL, ""));
        integration
                .path("integrationResponses")
                .fieldNames()
                .forEachRemaining(
                        status -> add(RestParts.answer(name, status), shown, at + "/" + status, Kind.DETAIL, ""));
    }

    private static String demand(JsonNode method) {
        SortedSet<String> scopes = new TreeSet<>();
        method.path("authorizationScopes").forEach(scope -> scopes.add(scope.asText()));
        String key = method.path("apiKeyRequired").asBoolean() ? " and an API key" : "";
        return (method.path("authorizationType").asText("NONE") + " " + String.join(", ", scopes)).strip() + key;
    }

    private void authorizer(JsonNode authorizer) {
        String name = RestParts.AUTHORIZER + " " + authorizer.path("name").asText();
        String key = parts.containsKey(RestParts.AUTHORIZER) ? name : RestParts.AUTHORIZER;
        add(key, name, authorizer.path("id").asText(), Kind.AUTHORIZER, "");
    }

    private void refusal(JsonNode response) {
        if (!response.path("defaultResponse").asBoolean()) {
            String type = response.path("responseType").asText();
            add(RestParts.refusal(type), RestParts.refusal(type), type, Kind.REFUSAL, "");
        }
    }

    private void add(String key, String name, String at, Kind kind, String demand) {
        parts.put(key, new Part(name, id + "/" + at, kind, demand));
    }

    /** By what they are called where parameters have no name, as {@link RestParts} says. */
    public SortedMap<String, Part> parts() {
        return Collections.unmodifiableSortedMap(parts);
    }
}
