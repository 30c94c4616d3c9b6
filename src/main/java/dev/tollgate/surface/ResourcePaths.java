package dev.tollgate.surface;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The paths of a REST API's resources, put together from their parents'. */
final class ResourcePaths {

    private static final String RESOURCE = "aws_api_gateway_resource";
    private static final String API = "aws_api_gateway_rest_api";
    /** Deeper than any API; ends a circle of parents. */
    private static final int DEEPEST = 100;

    private final Infrastructure infrastructure;
    private final Map<String, Optional<String>> known = new HashMap<>();

    ResourcePaths(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    /** The path that {@code resourceId} leads to, {@code /} for the API's root; empty when it is not known. */
    Optional<String> at(Value resourceId) {
        return at(resourceId, 0);
    }

    /** The path of {@code resource} itself. */
    Optional<String> of(Resource resource) {
        return path(resource, 0);
    }

    private Optional<String> at(Value resourceId, int depth) {
        ReferenceTarget followed = infrastructure.follow(resourceId, RESOURCE, API);
        if (depth > DEEPEST || !(followed instanceof ReferenceTarget.To to)) {
            return Optional.empty();
        }
        if (to.resource().type().equals(API)) {
            return Optional.of("/");
        }
        Optional<String> before = known.get(to.resource().address());
        if (before != null) {
            return before;
        }
        Optional<String> path = path(to.resource(), depth);
        known.put(to.resource().address(), path);
        return path;
    }

    private Optional<String> path(Resource resource, int depth) {
        Optional<String> whole = resource.get("path").text();
        if (whole.isPresent()) {
            return whole;
        }
        Optional<String> part =
                infrastructure.resolve(resource.get("path_part")).text();
        return at(resource.get("parent_id"), depth + 1)
                .flatMap(parent -> part.map(last -> parent.equals("/") ? "/" + last : parent + "/" + last));
    }
}
