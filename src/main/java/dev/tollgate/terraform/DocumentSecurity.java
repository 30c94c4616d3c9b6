package dev.tollgate.terraform;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the operations of an OpenAPI document demand of callers, as API Gateway understands it: a scheme with an
 * authorizer of its own, an API key, or IAM. https://docs.aws.amazon.com/apigateway/latest/developerguide/
 * api-gateway-swagger-extensions-authorizer.html
 */
final class DocumentSecurity {

    static final String AUTHORIZER = "x-amazon-apigateway-authorizer";
    private static final String ATTRIBUTE = "authorization";
    private static final Map<String, String> WORDS =
            Map.of("COGNITO_USER_POOLS", "COGNITO_USER_POOLS", "JWT", "JWT", "TOKEN", "CUSTOM", "REQUEST", "CUSTOM");

    private final Resource api;
    private final Value document;
    private final SortedMap<String, Value> schemes;
    private final boolean rest;

    DocumentSecurity(Resource api, Value document) {
        this.api = api;
        this.document = document;
        this.rest = api.is(ApiDocument.REST);
        Value written = document.get("components").get("securitySchemes");
        this.schemes =
                new TreeMap<>(DocumentPart.members(written.isAbsent() ? document.get("securityDefinitions") : written));
    }

    /** The schemes that have an authorizer. */
    SortedMap<String, Value> authorizers() {
        SortedMap<String, Value> found = new TreeMap<>(schemes);
        found.values().removeIf(scheme -> scheme.get(AUTHORIZER).isAbsent());
        return found;
    }

    /** What the authorizer of the scheme {@code name} is called in the document. */
    static String label(String name) {
        return "authorizer " + name;
    }

    /** The attributes that say what {@code operation} demands, as a method or a route has them. */
    Map<String, Value> demand(Value operation) {
        Value own = operation.get("security");
        String auth = operation
                .get("x-amazon-apigateway-auth")
                .get("type")
                .text()
                .map(text -> text.toUpperCase(java.util.Locale.ROOT))
                .orElse("");
        if (auth.equals("AWS_IAM")) {
            return authorization(Value.of(auth));
        }
        Value common = document.get("security");
        if (own.isAbsent() && rest && !common.items().isEmpty()) {
            return unknown("its document has `security` at its root only, which API Gateway does not use, says AWS's"
                    + " guide: write it at each operation");
        }
        Map<String, Value> demanded = demanded(own.isAbsent() ? common : own);
        return auth.equals("NONE") && !isOpen(demanded)
                ? unknown("its `x-amazon-apigateway-auth` says NONE, and its `security` something else")
                : demanded;
    }

    private Map<String, Value> demanded(Value security) {
        Map<String, Value> found = authorization(Value.of("NONE"));
        boolean apiKey = false;
        for (Value alternative : security.items()) {
            if (!(alternative instanceof Value.Mapping)) {
                return unknown("its `security` is not known yet");
            }
            for (Map.Entry<String, Value> one :
                    DocumentPart.members(alternative).entrySet()) {
                Value scheme = schemes.getOrDefault(one.getKey(), Value.absent());
                if (isApiKey(scheme)) {
                    apiKey = true;
                } else if (isOpen(found)) {
                    found = demanded(one.getKey(), scheme, one.getValue());
                }
            }
        }
        if (apiKey) {
            found.put("api_key_required", Value.scalar(true));
        }
        return found;
    }

    private Map<String, Value> demanded(String name, Value scheme, Value scopes) {
        if (scheme.get("x-amazon-apigateway-authtype").is("awsSigv4")) {
            return authorization(Value.of("AWS_IAM"));
        }
        String type =
                DocumentPart.capitals(scheme.get(AUTHORIZER).get("type")).text().orElse("");
        String word = WORDS.get(type);
        if (word == null) {
            return unknown("API Gateway has no authorizer for the security scheme `" + name + "`");
        }
        Map<String, Value> found = authorization(Value.of(word));
        found.put("authorizer_id", DocumentPart.reference(api, label(name), "id"));
        if (!scopes.items().isEmpty()) {
            found.put("authorization_scopes", scopes);
        }
        return found;
    }

    private boolean isOpen(Map<String, Value> demand) {
        return authorization(Value.of("NONE")).entrySet().stream()
                .allMatch(none -> none.getValue().equals(demand.get(none.getKey())));
    }

    private Map<String, Value> unknown(String because) {
        return authorization(new Value.Unknown(because, List.of()));
    }

    private Map<String, Value> authorization(Value value) {
        Map<String, Value> made = new TreeMap<>();
        made.put(rest ? ATTRIBUTE : ATTRIBUTE + "_type", value);
        return made;
    }

    /** An API key alone, which is no authorization; Lambda and Cognito authorizers are written as API keys too. */
    private static boolean isApiKey(Value scheme) {
        return scheme.get("type").is("apiKey")
                && scheme.get(AUTHORIZER).isAbsent()
                && scheme.get("x-amazon-apigateway-authtype").isAbsent();
    }
}
