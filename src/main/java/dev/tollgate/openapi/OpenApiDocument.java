package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.finding.UserError;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The OpenAPI 3.0.3 document of an API.
 *
 * @param notes what the document cannot express, or what is unknown
 */
public record OpenApiDocument(ObjectNode json, List<String> notes) {

    private static final String VERSION = "3.0.3";

    public OpenApiDocument {
        json = json.deepCopy();
        notes = List.copyOf(notes);
    }

    /** A copy of the document. */
    @Override
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** The document of the one API in {@code surface}; without paths where there is none. */
    public static OpenApiDocument of(Infrastructure infrastructure, Surface surface, ServerUrls addresses) {
        List<String> notes = new ArrayList<>(surface.unjudged());
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("openapi", VERSION);
        Optional<Api> api = only(surface);
        info(json, infrastructure, api.map(Api::resource));
        if (api.isEmpty()) {
            notes.add("no API, so the document has no paths");
            json.putObject("paths");
            return new OpenApiDocument(json, notes);
        }
        servers(json, addresses.servers(api.get()), notes);
        Security security = new Security(infrastructure, surface, api.get(), addresses, notes);
        Paths paths = new Paths(infrastructure, api.get(), security, notes);
        json.set("paths", paths.json());
        ObjectNode components = JsonNodeFactory.instance.objectNode();
        security.describe(components);
        paths.refusals().describe(components);
        if (!components.isEmpty()) {
            json.set("components", components);
        }
        return new OpenApiDocument(json, notes.stream().distinct().toList());
    }

    private static Optional<Api> only(Surface surface) {
        List<Api> apis = surface.apis().stream()
                .filter(api -> api.kind() != Api.Kind.WEBSOCKET)
                .toList();
        if (apis.size() > 1) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "there are " + apis.size() + " APIs, and a document describes one",
                    "name a configuration with one API");
        }
        return apis.stream().findFirst();
    }

    private static void info(ObjectNode json, Infrastructure infrastructure, Optional<Resource> api) {
        ObjectNode info = json.putObject("info");
        info.put("title", text(infrastructure, api, "name").orElse("no API"));
        text(infrastructure, api, "description").ifPresent(description -> info.put("description", description));
        info.put("version", text(infrastructure, api, "version").orElse("1.0"));
    }

    private static Optional<String> text(Infrastructure infrastructure, Optional<Resource> api, String attribute) {
        return api.flatMap(resource ->
                        infrastructure.resolve(resource.get(attribute)).text())
                .filter(text -> !text.isBlank());
    }

    private static void servers(ObjectNode json, List<Server> servers, List<String> notes) {
        if (servers.isEmpty()) {
            notes.add("the URL of the API is unknown: it has no stage or no name, or its region is not known");
            return;
        }
        ArrayNode all = json.putArray("servers");
        servers.forEach(server -> all.add(server.json()));
    }
}
