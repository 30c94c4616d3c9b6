package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Map;

/** AWS deletes no stage that a custom domain is mapped to, and a mapping moves only once the new stage is there. */
final class StageMapped {

    static final ReviewRule RULE = new ReviewRule(
            "stage-mapped",
            Kind.REFUSED,
            "a stage that a custom domain is mapped to is deleted before the mapping moves",
            StageMapped::judge);

    private StageMapped() {}

    /** What belongs to one kind of mapping: the type of its stage, what that calls itself and its API, and the name. */
    private record Mapped(String stage, String name, String api, String stageId) {}

    private static final Map<String, Mapped> MAPPINGS = Map.of(
            "aws_api_gateway_base_path_mapping",
            new Mapped("aws_api_gateway_stage", "stage_name", "rest_api_id", "stage_name"),
            "aws_apigatewayv2_api_mapping",
            new Mapped("aws_apigatewayv2_stage", "name", "api_id", "stage"));

    private static void judge(Comparison comparison, ReviewReport report) {
        List<ResourceChange> changes = comparison.plan().changes();
        for (ResourceChange mapping : changes) {
            Mapped mapped = MAPPINGS.get(mapping.type());
            if (mapped == null || (mapping.action() != Action.UPDATE && mapping.action() != Action.NONE)) {
                continue;
            }
            changes.stream()
                    .filter(stage -> stage.type().equals(mapped.stage()) && stage.action() == Action.REPLACE)
                    .filter(stage -> isOf(mapping.before(), stage.before(), mapped))
                    .forEach(stage -> report.say(
                            stage.address(),
                            "`" + stage.address() + "` is deleted while `" + mapping.address()
                                    + "` still maps a domain to it, which AWS refuses: \"Please remove all base path"
                                    + " mappings related to the stage\"",
                            "give the stage `create_before_destroy`; or in steps: remove the mapping and apply, rename"
                                    + " the stage, then add the mapping again"));
        }
    }

    private static boolean isOf(Value mapping, Value stage, Mapped mapped) {
        return isSame(mapping.get(mapped.stageId()), stage.get(mapped.name()))
                && isSame(mapping.get("api_id"), stage.get(mapped.api()));
    }

    private static boolean isSame(Value one, Value other) {
        return one.text().isPresent() && one.text().equals(other.text());
    }
}
