package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.surface.Access;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What operations demand. API Gateway is content with any one of a route's scopes, so each is an alternative of its
 * own. A scheme that cannot carry scopes leaves them to {@code x-tollgate-scopes}.
 */
final class Security {

    static final String NOBODY = "authorizer";

    private static final String API_KEY = "api_key";
    private static final String SIGNATURE = "sigv4";
    private static final String UNKNOWN = "unknown";
    private static final String OURS = "named here";

    /** Names that no authorizer's scheme takes. */
    static final Map<String, String> OWN = Map.of(NOBODY, OURS, API_KEY, OURS, SIGNATURE, OURS, UNKNOWN, OURS);

    private final TokenSchemes tokens;
    private final List<String> notes;
    private final TreeMap<String, ObjectNode> schemes = new TreeMap<>();

    Security(Infrastructure infrastructure, Surface surface, Api api, ServerUrls addresses, List<String> notes) {
        this.tokens = new TokenSchemes(infrastructure, surface, api, addresses);
        this.notes = notes;
    }

    /** Writes what {@code route} requires into {@code operation}. */
    void demand(ObjectNode operation, ApiRoute route) {
        List<ObjectNode> alternatives = route.access().match(new Alternatives(operation, route));
        if (route.apiKey()) {
            schemes.put(API_KEY, apiKey("x-api-key", "A key of a usage plan, which is not authorization."));
            if (alternatives.isEmpty()) {
                alternatives.add(JsonNodeFactory.instance.objectNode());
            }
            alternatives.forEach(one -> one.putArray(API_KEY));
        }
        operation.putArray("security").addAll(alternatives);
    }

    /** Writes out the schemes that were named. */
    void describe(ObjectNode components) {
        if (!schemes.isEmpty()) {
            components.putObject("securitySchemes").setAll(schemes);
        }
    }

    /** What is enough to be let in, any one of these. */
    private final class Alternatives implements Access.Cases<List<ObjectNode>> {

        private final ObjectNode operation;
        private final ApiRoute route;

        private Alternatives(ObjectNode operation, ApiRoute route) {
            this.operation = operation;
            this.route = route;
        }

        @Override
        public List<ObjectNode> open(Access.Open access) {
            return new ArrayList<>();
        }

        @Override
        public List<ObjectNode> token(Access.Token access) {
            if (!access.scopes().certain()) {
                notes.add("not all scopes of `" + route.key() + "` are known");
            }
            List<ObjectNode> alternatives = new ArrayList<>();
            List<String> scopes = List.copyOf(access.scopes().names());
            for (TokenScheme scheme : tokens.of(access)) {
                schemes.put(scheme.name(), scheme.json());
                if (scopes.isEmpty() || !scheme.carriesScopes()) {
                    alternatives.add(requirement(scheme.name(), Optional.empty()));
                } else {
                    scopes.forEach(scope -> alternatives.add(requirement(scheme.name(), Optional.of(scope))));
                }
                if (!scopes.isEmpty() && !scheme.carriesScopes()) {
                    ArrayNode kept = operation.putArray("x-tollgate-scopes");
                    scopes.forEach(kept::add);
                }
            }
            return alternatives;
        }

        @Override
        public List<ObjectNode> iam(Access.Iam access) {
            return other(
                    SIGNATURE,
                    apiKey("Authorization", "An AWS signature, version 4.")
                            .put("x-amazon-apigateway-authtype", "awsSigv4"));
        }

        @Override
        public List<ObjectNode> custom(Access.Custom access) {
            return other(
                    access.authorizer()
                            .map(authorizer -> tokens.name(authorizer, ""))
                            .orElse(NOBODY),
                    apiKey("Authorization", "What a Lambda authorizer accepts.")
                            .put("x-amazon-apigateway-authtype", "custom"));
        }

        @Override
        public List<ObjectNode> undecided(Access.Undecided access) {
            notes.add("who may call `" + route.key() + "` cannot be told");
            return other(UNKNOWN, apiKey("Authorization", "What is required is not known; it is not open."));
        }

        private List<ObjectNode> other(String name, ObjectNode scheme) {
            schemes.put(name, scheme);
            return new ArrayList<>(List.of(requirement(name, Optional.empty())));
        }
    }

    private static ObjectNode requirement(String scheme, Optional<String> scope) {
        ObjectNode requirement = JsonNodeFactory.instance.objectNode();
        ArrayNode scopes = requirement.putArray(scheme);
        scope.ifPresent(scopes::add);
        return requirement;
    }

    private static ObjectNode apiKey(String header, String description) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "apiKey")
                .put("description", description)
                .put("name", header)
                .put("in", "header");
    }
}
