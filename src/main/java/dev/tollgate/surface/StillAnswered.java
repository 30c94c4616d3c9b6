package dev.tollgate.surface;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ApiDocument;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.ResourceChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Routes that a plan takes away and that a REST API's stage answers all the same: a deployment is a copy of the API,
 * and Terraform makes it before it deletes the methods that have left the configuration.
 *
 * @param deployment the address of the deployment that holds them
 * @param api the API's address
 * @param routes their keys, sorted; gateway responses that go are among them, by their types
 */
public record StillAnswered(String deployment, String api, List<String> routes) {

    private static final String API = "aws_api_gateway_rest_api";
    private static final Set<String> STALE = Set.of("aws_api_gateway_method", "aws_api_gateway_gateway_response");

    public StillAnswered {
        routes = List.copyOf(routes);
    }

    /** Those of a plan that makes {@code changes}; {@code before} and {@code after} are what there is then. */
    public static List<StillAnswered> in(Infrastructure before, Infrastructure after, List<ResourceChange> changes) {
        List<ResourceChange> gone = changes.stream()
                .filter(change ->
                        STALE.contains(change.type()) && change.action().loses())
                .toList();
        if (gone.isEmpty()) {
            return List.of();
        }
        Surface was = SurfaceReader.read(before);
        Surface becomes = SurfaceReader.read(after);
        List<StillAnswered> found = new ArrayList<>();
        for (Api api : becomes.apis()) {
            boolean stays = api.resource().is(API)
                    && changes.stream()
                            .noneMatch(change ->
                                    change.address().equals(api.resource().address())
                                            && change.action().loses());
            if (stays
                    && !ApiDocument.overwrites(api.resource())
                    && !api.stages().isEmpty()) {
                List<String> routes = routes(api, was, gone, before);
                deployment(after, api, changes)
                        .filter(known -> !routes.isEmpty())
                        .ifPresent(known -> found.add(new StillAnswered(
                                known.address(), api.resource().address(), routes)));
            }
        }
        return found;
    }

    private static List<String> routes(Api api, Surface was, List<ResourceChange> gone, Infrastructure before) {
        List<String> keys = new ArrayList<>();
        for (Api earlier : was.apis()) {
            if (earlier.resource().address().equals(api.resource().address())) {
                earlier.routes().stream()
                        .filter(route -> gone.stream().anyMatch(change -> change.address()
                                .equals(route.resource().address())))
                        .map(ApiRoute::key)
                        .filter(key -> api.routes().stream()
                                .noneMatch(route -> route.key().equals(key)))
                        .forEach(keys::add);
            }
        }
        gone.stream()
                .filter(change -> change.action() == Action.DELETE
                        && change.type().equals("aws_api_gateway_gateway_response")
                        && leads(before, change.before().get("rest_api_id"), api))
                .flatMap(change -> change.before().get("response_type").text().stream())
                .forEach(keys::add);
        return keys;
    }

    private static boolean leads(Infrastructure infrastructure, dev.tollgate.terraform.Value id, Api api) {
        return infrastructure.follow(id, API) instanceof ReferenceTarget.To to
                && to.resource().address().equals(api.resource().address());
    }

    /** The deployment of {@code api} after the plan, unless it is destroyed before the next is made. */
    private static Optional<Resource> deployment(Infrastructure after, Api api, List<ResourceChange> changes) {
        return after.ofType("aws_api_gateway_deployment").stream()
                .filter(deployment -> leads(after, deployment.get("rest_api_id"), api))
                .filter(deployment -> changes.stream()
                        .noneMatch(change ->
                                change.address().equals(deployment.address()) && change.action() == Action.REPLACE))
                .findFirst();
    }

    /** The step that makes the stage answer what it should, for those who run Terraform themselves. */
    public String command() {
        return "terraform apply -replace='" + deployment + "'";
    }
}
