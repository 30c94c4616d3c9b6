package dev.tollgate.check.rule;

import dev.tollgate.check.Place;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings that hold for a stage's methods or routes: all of them, or those of one.
 *
 * @param resource where they stand
 * @param block the name of their block
 * @param values what is set
 */
record StageSettings(Resource resource, String block, Value values) {

    /** Those of {@code aws_api_gateway_method_settings}. */
    static List<StageSettings> rest(Infrastructure infrastructure) {
        return of(infrastructure.ofType("aws_api_gateway_method_settings"), "settings");
    }

    /** Those of {@code aws_apigatewayv2_stage}. */
    static List<StageSettings> http(Infrastructure infrastructure) {
        List<Resource> stages = infrastructure.ofType("aws_apigatewayv2_stage");
        List<StageSettings> all = new ArrayList<>(of(stages, "default_route_settings"));
        all.addAll(of(stages, "route_settings"));
        return all;
    }

    private static List<StageSettings> of(List<Resource> resources, String block) {
        return resources.stream()
                .flatMap(resource -> resource.argument(block).items().stream()
                        .map(values -> new StageSettings(resource, block, values)))
                .toList();
    }

    /** An attribute as somebody wrote it. */
    Value argument(String attribute) {
        return values.get(attribute);
    }

    /** Where {@code attribute} of them stands. */
    Place place(String attribute) {
        return Place.of(resource, block, attribute);
    }
}
