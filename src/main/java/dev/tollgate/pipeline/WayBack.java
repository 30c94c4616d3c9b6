package dev.tollgate.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.deploy.Besides;
import dev.tollgate.deploy.PulledState;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.Definition;
import dev.tollgate.pipeline.RestApiAtAws.Kind;
import dev.tollgate.pipeline.RestApiAtAws.Part;
import dev.tollgate.surface.RestParts;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * From one document back to a resource a route, on a REST API that is deployed: what AWS has already is imported, by
 * ids that only AWS knows, so that Terraform makes nothing a second time. What the state remembers is made anew, or its
 * precondition would stop the plan; the document's deployment becomes the resources'.
 */
final class WayBack {

    private static final String MEMORY = "terraform_data.definition";
    private static final String DEPLOYMENT = "aws_api_gateway_deployment";

    private WayBack() {}

    /** Whether what was applied last is one document. */
    static boolean isDocument(PulledState state) {
        return state.attribute(MEMORY, "/output/value")
                .filter(Definition.OPENAPI.word()::equals)
                .isPresent();
    }

    /** Whether {@code emitted} has a resource a route. */
    static boolean isResources(Infrastructure emitted) {
        return emitted.find(MEMORY)
                .flatMap(memory -> memory.get("input").text())
                .filter(Definition.RESOURCES.word()::equals)
                .isPresent();
    }

    /**
     * What the plan of {@code emitted} is made with besides it; {@code deployed} are the parts that AWS has, none where
     * somebody deleted the API.
     */
    static Besides of(Infrastructure emitted, PulledState state, SortedMap<String, Part> deployed) {
        SortedMap<String, Resource> wanted = RestParts.of(emitted);
        SortedSet<String> strangers = strangers(wanted, deployed);
        if (!strangers.isEmpty()) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "AWS has `" + String.join("`, `", strangers)
                            + "` in this API, and this file does not: a plan that makes resources of the document would"
                            + " leave them there",
                    "first deploy this file with `definition = \"openapi\"`, then change to `resources`; what somebody"
                            + " added at AWS, delete there");
        }
        ObjectNode configuration = JsonNodeFactory.instance.objectNode();
        ArrayNode imports = configuration.putArray("import");
        wanted.forEach((name, resource) -> {
            Part part = deployed.get(name);
            if (part != null) {
                imports.addObject().put("to", resource.address()).put("id", part.importId());
            }
        });
        List<String> now =
                emitted.ofType(DEPLOYMENT).stream().map(Resource::address).toList();
        List<String> was = state.ofType(DEPLOYMENT);
        if (now.size() == 1 && was.size() == 1 && !now.equals(was)) {
            configuration.putArray("moved").addObject().put("from", was.get(0)).put("to", now.get(0));
        }
        return new Besides(configuration.toPrettyString() + "\n", List.of(MEMORY));
    }

    /** What AWS has and the file has not; a path only where none of its methods says as much. */
    private static SortedSet<String> strangers(SortedMap<String, Resource> wanted, SortedMap<String, Part> deployed) {
        SortedSet<String> found = new TreeSet<>();
        List<String> paths = new ArrayList<>();
        deployed.forEach((name, part) -> {
            if (wanted.containsKey(name) || part.kind() == Kind.DETAIL) {
                return;
            }
            if (part.kind() == Kind.PATH) {
                paths.add(part.name());
            } else {
                found.add(part.name());
            }
        });
        paths.removeIf(path -> found.stream().anyMatch(name -> (name + "/").contains(" " + path + "/")));
        found.addAll(paths);
        return found;
    }
}
