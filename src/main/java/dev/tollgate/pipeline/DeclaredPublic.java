package dev.tollgate.pipeline;

import dev.tollgate.check.terraform.Place;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.JsonText;
import dev.tollgate.terraform.Value;
import java.util.Map;
import java.util.TreeMap;

/**
 * The routes that an environment file declares as open to anyone, with its reasons. What Tollgate emits carries the
 * file's keys as variables, so that they are found in it and in its plan alike.
 */
final class DeclaredPublic {

    /** The rule that a declared reason accepts. */
    static final String RULE = "route-without-authorization";

    private DeclaredPublic() {}

    /** The reasons in the configuration {@code text}, by the subjects of findings about {@code surface}. */
    static Map<String, String> inConfiguration(String text, Surface surface) {
        Value routes = JsonText.read(text)
                .orElse(Value.absent())
                .get("variable")
                .get("routes")
                .get("default");
        return in(routes, surface);
    }

    /** The reasons in the variable {@code routes}, by the subjects of findings about {@code surface}. */
    static Map<String, String> in(Value routes, Surface surface) {
        Map<String, String> reasons = new TreeMap<>();
        if (routes instanceof Value.Mapping mapping) {
            surface.apis().forEach(api -> api.routes().forEach(route -> {
                Value declared = mapping.members().getOrDefault(route.key(), Value.absent());
                declared.get("anonymous")
                        .text()
                        .filter(reason -> !reason.isBlank())
                        .ifPresent(reason -> reasons.put(Place.of(route).subject(), reason));
            }));
        }
        return reasons;
    }
}
