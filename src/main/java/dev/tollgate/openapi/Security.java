package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.surface.Access;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Route;
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

    /** Writes what {@code route} demands into {@code operation}. */
    void demand(ObjectNode operation, Route route) {
        List<ObjectNode> alternatives = new ArrayList<>();
        if (route.access() instanceof Access.Token token) {
            tokens(operation, route, token, alternatives);
        } else if (!(route.access() instanceof Access.Open)) {
            alternatives.add(other(route));
        }
        if (route.apiKey()) {
            schemes.put(API_KEY, apiKey("x-api-key", "A key of a usage plan, which is no authorization."));
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

    private void tokens(ObjectNode operation, Route route, Access.Token token, List<ObjectNode> alternatives) {
        if (!token.scopes().certain()) {
            notes.add("not all scopes of `" + route.key() + "` are known");
        }
        List<String> scopes = List.copyOf(token.scopes().names());
        for (TokenScheme scheme : tokens.of(token)) {
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
    }

    private ObjectNode other(Route route) {
        if (route.access() instanceof Access.Iam) {
            schemes.put(
                    SIGNATURE,
                    apiKey("Authorization", "An AWS signature, version 4.")
                            .put("x-amazon-apigateway-authtype", "awsSigv4"));
            return requirement(SIGNATURE, Optional.empty());
        }
        if (route.access() instanceof Access.Custom custom) {
            String name = custom.authorizer()
                    .map(authorizer -> tokens.name(authorizer, ""))
                    .orElse(NOBODY);
            schemes.put(
                    name,
                    apiKey("Authorization", "What a Lambda authorizer accepts.")
                            .put("x-amazon-apigateway-authtype", "custom"));
            return requirement(name, Optional.empty());
        }
        notes.add("who may call `" + route.key() + "` cannot be told");
        schemes.put(UNKNOWN, apiKey("Authorization", "What is demanded cannot be told; it is not open."));
        return requirement(UNKNOWN, Optional.empty());
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
