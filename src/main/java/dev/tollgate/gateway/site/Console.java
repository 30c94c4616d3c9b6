package dev.tollgate.gateway.site;

import dev.tollgate.gateway.engine.Call;
import dev.tollgate.gateway.engine.Header;
import dev.tollgate.gateway.engine.Reply;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The pages for people: routes, tokens, what was asked; and Swagger UI over the API's own document. */
final class Console {

    /** Where it is. */
    static final String ROOT = LocalSite.PREFIX + "/";

    /** The page's own files and nothing else; pictures in Swagger UI's style sheet are written into it. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self';"
                    + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    /** What is served under which name. */
    private static final Map<String, String> FILES = Map.of(
            "", "index.html",
            "console.css", "console.css",
            "console.js", "console.js",
            "page.js", "page.js",
            "tokens.js", "tokens.js",
            "routes.js", "routes.js",
            "icon.svg", "icon.svg",
            "swagger", "swagger.html",
            "swagger.js", "swagger.js");

    private static final List<String> SWAGGER = List.of("swagger-ui.css", "swagger-ui-bundle.js");

    private final TokenDesk tokens = new TokenDesk();

    /** The answer to {@code call}, unless it is not the console's. */
    Optional<Reply> answer(Call call, Visitor visitor, LocalGateway gateway) {
        String name = call.rawPath().substring(ROOT.length());
        if (name.equals("token")) {
            return Optional.of(visitor.mayAct() ? tokens.answer(call, gateway) : forbidden());
        }
        if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
            return Optional.empty();
        }
        if (!visitor.mayLook()) {
            return Optional.of(forbidden());
        }
        return switch (name) {
            case "state" -> Optional.of(json(200, ConsoleState.of(gateway).toString()));
            case "openapi.json" ->
                Optional.of(json(
                        200, gateway.document(URI.create(visitor.site())).json().toString()));
            default -> file(name);
        };
    }

    static Reply forbidden() {
        return json(403, "{\"message\":\"the console is for pages of its own on this machine\"}");
    }

    static Reply json(int status, String body) {
        return Reply.text(
                status,
                List.of(
                        new Header("Content-Type", "application/json"),
                        new Header("Cache-Control", "no-store"),
                        new Header("X-Content-Type-Options", "nosniff")),
                body,
                "");
    }

    private static Optional<Reply> file(String name) {
        String resource = FILES.get(name);
        if (resource != null) {
            return Optional.of(page(resource, "/dev/tollgate/gateway/console/" + resource));
        }
        return SWAGGER.contains(name)
                ? Optional.of(page(name, "/META-INF/resources/webjars/swagger-ui/" + swaggerVersion() + "/" + name))
                : Optional.empty();
    }

    private static Reply page(String name, String resource) {
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        List<Header> headers = new ArrayList<>(List.of(
                new Header("Content-Type", type),
                new Header("Content-Security-Policy", POLICY),
                new Header("Referrer-Policy", "no-referrer"),
                new Header("X-Content-Type-Options", "nosniff"),
                new Header("Cache-Control", "no-cache")));
        return new Reply(200, headers, new String(read(resource), StandardCharsets.ISO_8859_1), "");
    }

    private static byte[] read(String resource) {
        try (InputStream stream = Console.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(stream, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String swaggerVersion() {
        Properties properties = new Properties();
        try (InputStream stream = Console.class.getResourceAsStream("/tollgate.properties")) {
            properties.load(Objects.requireNonNull(stream));
            return properties.getProperty("swagger-ui");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The client called {@code id}, and its pool. */
    static Optional<Map.Entry<LocalPool, LocalClient>> client(LocalGateway gateway, String id) {
        return gateway.pools().stream()
                .flatMap(pool -> pool.client(id).map(client -> Map.entry(pool, client)).stream())
                .findFirst();
    }
}
