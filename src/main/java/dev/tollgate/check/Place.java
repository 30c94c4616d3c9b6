package dev.tollgate.check;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Location;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Output;
import dev.tollgate.terraform.Resource;
import java.util.List;

/**
 * What a finding is about, and the part of it that has to change.
 *
 * @param subject as a suppression names it: the resource's address
 * @param path where the thing stands in the configuration's JSON
 * @param attribute the way from there to the part, as in {@code schema, 0, name}; empty for the thing as a whole
 */
public record Place(String subject, KeyPath path, List<String> attribute) {

    public Place {
        attribute = List.copyOf(attribute);
    }

    /** {@code resource}, or {@code attribute} of it, whether that is written or missing. */
    public static Place of(Resource resource, String... attribute) {
        return new Place(resource.address(), resource.path(), List.of(attribute));
    }

    /** {@code route}; one that has no resource of its own is told from its neighbours there by its key. */
    public static Place of(ApiRoute route, String... attribute) {
        Resource resource = route.resource();
        boolean own = resource.is("aws_api_gateway_method") || resource.is("aws_apigatewayv2_route");
        return own
                ? of(resource, attribute)
                : new Place(resource.address() + " " + route.key(), resource.path(), List.of());
    }

    /** {@code output}. */
    public static Place of(Output output) {
        return new Place("output." + output.name(), output.path(), List.of());
    }

    /** Where it stands in the files, or the nearest thing around it. */
    Location in(Infrastructure infrastructure) {
        return infrastructure.locate(path, attribute.toArray(String[]::new));
    }
}
