package dev.tollgate.init.openapi;

import dev.tollgate.finding.UserError;
import dev.tollgate.init.Client;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Authorization;
import dev.tollgate.model.Route;
import dev.tollgate.model.RouteKey;
import dev.tollgate.model.Scope;
import dev.tollgate.model.Target;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Takes routes, scopes and clients out of an OpenAPI 3.0 or 3.1 document. */
public final class OpenApiImport {

    /** The largest document that is read. */
    public static final int MAX_BYTES = 32 * 1024 * 1024;

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final String ANY = "x-amazon-apigateway-any-method";
    private static final int SCOPES_OF_A_CLIENT = 50;

    private final Notes notes = new Notes();
    private final SortedMap<RouteKey, Route> routes = new TreeMap<>();
    private final SortedMap<RouteKey, Authorization> origins = new TreeMap<>();
    private final SortedMap<String, String> about = new TreeMap<>();
    private final Tree document;
    private final String function;
    private final RefResolver references;
    private final ScopeNames scopes;
    private final SecuritySchemes schemes;
    private final DocumentRouteKeys keys;

    private OpenApiImport(Tree document, String file, ApiKind kind, String name, String function) {
        this.keys = new DocumentRouteKeys(kind, notes);
        this.document = document;
        this.function = function;
        this.references = new RefResolver(document, notes);
        this.scopes = new ScopeNames(name, notes);
        Map<String, Tree> declared = document.at("components")
                .map(c -> c.membersAt("securitySchemes"))
                .orElse(Map.of());
        this.schemes = new SecuritySchemes(file, declared, references, scopes, notes);
    }

    /**
     * What the document {@code bytes}, called {@code file}, gives an environment.
     *
     * @param kind of API that the routes are for
     * @param name resource server of scopes that name none
     * @param function what its routes call
     */
    public static Imported of(String file, byte[] bytes, ApiKind kind, String name, String function) {
        Tree document = new DocumentReader(file).read(bytes);
        requireVersion(document, file);
        return new OpenApiImport(document, file, kind, name, function).imported();
    }

    private static void requireVersion(Tree document, String file) {
        String version = document.text("openapi").orElse("");
        if (version.matches("3\\.[01](\\..*)?")) {
            return;
        }
        boolean swagger = document.at("swagger").isPresent();
        throw new UserError(
                UserError.Exit.ENVIRONMENT,
                swagger
                        ? "`" + file + "` is Swagger 2.0; OpenAPI 3.0 and 3.1 are read"
                        : version.isEmpty()
                                ? "`" + file + "` is not an OpenAPI document: `openapi` is missing"
                                : "`" + file + "` is OpenAPI `" + version + "`; 3.0 and 3.1 are read",
                swagger ? "convert it first, with swagger2openapi or editor.swagger.io" : "name an OpenAPI 3 document");
    }

    private Imported imported() {
        basePaths();
        document.membersAt("paths").forEach((path, item) -> {
            if (!path.startsWith("x-")) {
                references.follow(item, "`" + path + "`").ifPresent(found -> path(path, found));
            }
        });
        if (!document.membersAt("webhooks").isEmpty()) {
            notes.add("webhooks are served by others and are not routes: "
                    + String.join(", ", document.membersAt("webhooks").keySet()));
        }
        if (routes.isEmpty()) {
            notes.add("the document has no path that could be a route");
        }
        return new Imported(List.copyOf(routes.values()), scopes.descriptions(), clients(), about, notes.lines());
    }

    private void basePaths() {
        for (Tree server : document.at("servers").map(Tree::items).orElse(List.of())) {
            String path = server.text("url").map(OpenApiImport::pathOf).orElse("");
            if (!path.isEmpty() && !path.equals("/")) {
                notes.add("the base path `" + path + "` of `servers` is not in the routes");
            }
        }
    }

    private static String pathOf(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getPath()).orElse("");
        } catch (IllegalArgumentException e) {
            return url.contains("{") ? url.replaceFirst("^[a-z]+://[^/]*", "") : "";
        }
    }

    private void path(String path, Tree item) {
        item.members().forEach((key, operation) -> {
            if (METHODS.contains(key) || key.equals(ANY)) {
                references
                        .follow(operation, "`" + key + " " + path + "`")
                        .ifPresent(found -> operation(key, path, item, found));
            }
        });
    }

    private void operation(String method, String path, Tree item, Tree operation) {
        String verb = method.equals(ANY) ? "ANY" : method.toUpperCase(Locale.ROOT);
        Optional<RouteKey> origin = Origin.of(operation, item, verb, path);
        if (origin.filter(route -> isTaken(route, operation)).isPresent()) {
            return;
        }
        Optional<RouteKey> untaken = origin.filter(route -> !origins.containsKey(route));
        Optional<RouteKey> key = untaken.isPresent()
                ? keys.of(
                        untaken.get().method(),
                        untaken.get().isDefault() ? path : untaken.get().path())
                : keys.of(verb, path);
        if (key.isEmpty()) {
            return;
        }
        String place = "`" + key.get() + "`";
        Authorization authorization = authorization(operation, place);
        untaken.ifPresent(route -> origins.put(route, authorization));
        routes.put(key.get(), new Route(key.get(), new Target.Function(function), authorization));
        if (operation.at("callbacks").isPresent()) {
            notes.add(place + ": callbacks are served by others and are not routes");
        }
        String id = operation.text("operationId").orElse("");
        String summary = operation.text("summary").orElse("");
        String told = id.isEmpty() || summary.isEmpty() ? id + summary : id + ": " + summary;
        if (!told.isBlank()) {
            about.put(key.get().toString(), told);
        }
    }

    /** Whether another operation gave the route already, and this one requires the same. */
    private boolean isTaken(RouteKey route, Tree operation) {
        Authorization before = origins.get(route);
        return before != null && before.equals(authorization(operation, "`" + route + "`"));
    }

    private Authorization authorization(Tree operation, String place) {
        return schemes.authorization(operation, document.at("security"), place);
    }

    private List<Client> clients() {
        Set<String> demanded = new TreeSet<>(scopes.descriptions().keySet());
        boolean unscoped = false;
        for (Route route : routes.values()) {
            demanded.addAll(route.authorization().scopes());
            unscoped |= route.isSecured() && route.authorization().scopes().isEmpty();
        }
        List<String> custom =
                demanded.stream().filter(scope -> !Scope.isStandard(scope)).toList();
        List<Client> clients = new ArrayList<>();
        for (int from = 0; from < custom.size(); from += SCOPES_OF_A_CLIENT) {
            List<String> part = custom.subList(from, Math.min(from + SCOPES_OF_A_CLIENT, custom.size()));
            clients.add(new Client(
                    from == 0 ? "machine" : "machine-" + (from / SCOPES_OF_A_CLIENT + 1),
                    Client.Flow.CLIENT_CREDENTIALS,
                    part));
        }
        people(demanded, custom, unscoped).ifPresent(clients::add);
        return clients;
    }

    private Optional<Client> people(Set<String> demanded, List<String> custom, boolean unscoped) {
        boolean code =
                schemes.flows().contains("authorizationCode") || schemes.flows().contains("implicit");
        if (schemes.flows().contains("implicit")) {
            notes.add("the `implicit` flow puts tokens into URLs; the client `people` uses `code` instead");
        }
        if (schemes.flows().contains("password")) {
            notes.add("Cognito tokens of the `password` flow have no resource server scopes");
        }
        if (code || demanded.size() > custom.size()) {
            List<String> asked = new ArrayList<>(List.of(Scope.OPENID));
            demanded.stream()
                    .filter(scope -> !asked.contains(scope))
                    .limit(SCOPES_OF_A_CLIENT - 1L)
                    .forEach(asked::add);
            return Optional.of(new Client("people", Client.Flow.CODE, asked));
        }
        return unscoped || (schemes.flows().contains("password") && custom.isEmpty())
                ? Optional.of(new Client("people", Client.Flow.PASSWORD, List.of()))
                : Optional.empty();
    }
}
