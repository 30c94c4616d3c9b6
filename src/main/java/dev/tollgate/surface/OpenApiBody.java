package dev.tollgate.surface;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.JsonText;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Routes that an API takes from an OpenAPI document in {@code body}, with what their security asks for.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
final class OpenApiBody {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "x-amazon-apigateway-any-method");
    private static final String AUTHORIZER = "x-amazon-apigateway-authorizer";

    private final Infrastructure infrastructure;
    private final Resource api;
    private final Integrations integrations;
    private final Map<String, Authorizer> authorizers = new TreeMap<>();
    private final List<ApiRoute> routes = new ArrayList<>();
    private final boolean certain;

    OpenApiBody(Infrastructure infrastructure, Resource api, List<String> unjudged) {
        this.infrastructure = infrastructure;
        this.api = api;
        this.integrations = new Integrations(infrastructure);
        Value body = infrastructure.resolve(api.get("body"));
        Optional<Value> document = JsonText.read(body).filter(Value.Mapping.class::isInstance);
        this.certain = body.isAbsent() || document.isPresent();
        if (!certain) {
            unjudged.add(
                    "the OpenAPI body of `" + api.address() + "` cannot be read: only JSON that is known before apply");
        }
        document.ifPresent(this::read);
    }

    List<ApiRoute> routes() {
        return routes;
    }

    List<Authorizer> authorizers() {
        return List.copyOf(authorizers.values());
    }

    /** Whether there is no body, or it could be read. */
    boolean certain() {
        return certain;
    }

    private void read(Value document) {
        Value schemes = document.get("components").get("securitySchemes");
        SortedMap<String, Value> all = members(schemes.isAbsent() ? document.get("securityDefinitions") : schemes);
        all.forEach((name, scheme) -> {
            if (!scheme.get(AUTHORIZER).isAbsent()) {
                authorizers.put(name, new AuthorizerReader(infrastructure).body(api, name, scheme.get(AUTHORIZER)));
            }
        });
        members(document.get("paths")).forEach((path, item) -> members(item).forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                routes.add(route(path, method, operation, document.get("security"), all));
            }
        }));
    }

    private ApiRoute route(
            String path, String method, Value operation, Value common, SortedMap<String, Value> schemes) {
        Value own = operation.get("security");
        Value security = own.isAbsent() ? common : own;
        Value integration = operation.get("x-amazon-apigateway-integration");
        String verb = method.startsWith("x-") ? "ANY" : method.toUpperCase(Locale.ROOT);
        boolean isDefault = path.equals("/$default");
        return new ApiRoute(
                api,
                isDefault ? "" : verb,
                isDefault ? "$default" : path,
                access(operation, security, schemes),
                integration.isAbsent()
                        ? Optional.empty()
                        : Optional.of(integrations.of(api, integration.get("type"), integration.get("uri"))),
                security.items().stream().anyMatch(one -> members(one).keySet().stream()
                        .anyMatch(name -> isApiKey(schemes.getOrDefault(name, Value.absent())))));
    }

    private Access access(Value operation, Value security, SortedMap<String, Value> schemes) {
        if (operation.get("x-amazon-apigateway-auth").get("type").is("AWS_IAM")) {
            return new Access.Iam();
        }
        for (Value alternative : security.items()) {
            for (Map.Entry<String, Value> demanded : members(alternative).entrySet()) {
                Value scheme = schemes.getOrDefault(demanded.getKey(), Value.absent());
                if (!isApiKey(scheme)) {
                    return access(demanded.getKey(), scheme, demanded.getValue());
                }
            }
        }
        return new Access.Open();
    }

    private Access access(String name, Value scheme, Value scopes) {
        if (scheme.get("x-amazon-apigateway-authtype").is("awsSigv4")) {
            return new Access.Iam();
        }
        Authorizer authorizer = authorizers.get(name);
        Access nobody = new Access.Undecided("API Gateway has no authorizer for the security scheme `" + name + "`");
        return authorizer == null
                ? nobody
                : authorizer
                        .kind()
                        .match(new Required(authorizer, new ScopeReader(infrastructure).read(scopes), nobody));
    }

    /** What is required where a scheme's authorizer decides. */
    private record Required(Authorizer authorizer, Scopes scopes, Access nobody)
            implements Authorizer.Kind.Cases<Access> {

        @Override
        public Access cognito(Authorizer.Cognito kind) {
            return new Access.Token(Optional.of(authorizer), scopes);
        }

        @Override
        public Access jwt(Authorizer.Jwt kind) {
            return new Access.Token(Optional.of(authorizer), scopes);
        }

        @Override
        public Access lambda(Authorizer.Lambda kind) {
            return new Access.Custom(Optional.of(authorizer));
        }

        @Override
        public Access undecided(Authorizer.Undecided kind) {
            return nobody;
        }
    }

    /** An API key alone, which is no authorization; Lambda and Cognito authorizers are written as API keys too. */
    private static boolean isApiKey(Value scheme) {
        return scheme.get("type").is("apiKey")
                && scheme.get(AUTHORIZER).isAbsent()
                && scheme.get("x-amazon-apigateway-authtype").isAbsent();
    }

    private static SortedMap<String, Value> members(Value value) {
        return value instanceof Value.Mapping mapping ? mapping.members() : new TreeMap<>();
    }
}
