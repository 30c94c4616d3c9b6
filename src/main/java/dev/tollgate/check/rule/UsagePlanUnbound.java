package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A key opens a method only through a plan that names the stage; a plan limits only methods that demand a key. */
final class UsagePlanUnbound {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "usage-plan-unbound",
            Severity.ERROR,
            "an API key or usage plan that is bound to nothing",
            UsagePlanUnbound::judge);

    private static final String PLAN = "aws_api_gateway_usage_plan";
    private static final String STAGES = "api_stages";

    private UsagePlanUnbound() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        List<Resource> plans = infrastructure.ofType(PLAN);
        boolean certain = infrastructure.unread().isEmpty();
        for (Api api : surface.apis()) {
            if (api.kind() != Api.Kind.REST || !api.resource().is("aws_api_gateway_rest_api")) {
                continue;
            }
            List<String> keyed = api.routes().stream()
                    .filter(ApiRoute::apiKey)
                    .map(ApiRoute::key)
                    .toList();
            boolean planned = plans.stream().anyMatch(plan -> names(infrastructure, plan, api));
            if (!keyed.isEmpty() && !planned && certain) {
                report.error(
                        Place.of(api.resource()),
                        "no usage plan names a stage of `" + api.resource().address()
                                + "`, and an API key is required for "
                                + Wording.listed(new TreeSet<>(keyed)) + ": every call is refused",
                        "add an `aws_api_gateway_usage_plan` with the stage in `api_stages`");
            }
        }
        for (Resource plan : plans) {
            judgePlan(infrastructure, surface, plan, report);
        }
        keys(infrastructure, certain, report);
    }

    private static boolean names(Infrastructure infrastructure, Resource plan, Api api) {
        return plan.argument(STAGES).items().stream()
                .map(stage -> infrastructure.follow(stage.get("api_id"), "aws_api_gateway_rest_api"))
                .anyMatch(followed -> followed instanceof ReferenceTarget.Undecided
                        || (followed instanceof ReferenceTarget.To to
                                && to.resource().isSame(api.resource())));
    }

    private static void judgePlan(
            Infrastructure infrastructure, Surface surface, Resource plan, TerraformReport report) {
        String subject = "usage plan `" + plan.address() + "` ";
        if (plan.argument(STAGES).isAbsent()) {
            report.error(Place.of(plan, STAGES), subject + "names no stage: it limits nothing", "add `" + STAGES + "`");
            return;
        }
        for (Value stage : plan.argument(STAGES).items()) {
            ReferenceTarget followed =
                    infrastructure.follow(stage.get("api_id"), "aws_api_gateway_rest_api", "aws_apigatewayv2_api");
            Optional<Api> api = followed instanceof ReferenceTarget.To to
                    ? surface.apis().stream()
                            .filter(one -> one.resource().isSame(to.resource()))
                            .findFirst()
                    : Optional.empty();
            if (api.isEmpty()) {
                continue;
            }
            if (api.get().kind() != Api.Kind.REST) {
                report.error(
                        Place.of(plan, STAGES),
                        subject + "names `" + api.get().resource().address() + "`, and an HTTP API has no usage plans",
                        "use a REST API, or the stage's own throttling");
            } else if (api.get().certain() && api.get().routes().stream().noneMatch(ApiRoute::apiKey)) {
                report.warning(
                        Place.of(plan, STAGES),
                        subject + "limits nobody: no method of `"
                                + api.get().resource().address() + "` demands an API key",
                        "set `api_key_required = true` on the methods that it is for");
            }
            String name = infrastructure.resolve(stage.get("stage")).text().orElse("");
            boolean certain = api.get().stages().stream()
                    .allMatch(
                            one -> infrastructure.resolve(one.get("stage_name")).isCertain());
            boolean isThere = api.get().stages().stream()
                    .anyMatch(
                            one -> infrastructure.resolve(one.get("stage_name")).is(name));
            if (!name.isEmpty()
                    && certain
                    && !api.get().stages().isEmpty()
                    && !isThere
                    && api.get().kind() == Api.Kind.REST) {
                report.error(
                        Place.of(plan, STAGES),
                        subject + "names stage `" + name + "`, which `"
                                + api.get().resource().address() + "` does not have",
                        "take the stage's own name, as in `aws_api_gateway_stage.NAME.stage_name`");
            }
        }
    }

    private static void keys(Infrastructure infrastructure, boolean certain, TerraformReport report) {
        for (Resource key : infrastructure.ofType("aws_api_gateway_api_key")) {
            List<ReferenceTarget> bound = infrastructure.ofType("aws_api_gateway_usage_plan_key").stream()
                    .map(one -> infrastructure.follow(one.get("key_id"), "aws_api_gateway_api_key"))
                    .toList();
            boolean isBound = bound.stream()
                    .anyMatch(one -> !(one instanceof ReferenceTarget.To to)
                            || to.resource().isSame(key));
            if (!isBound && certain) {
                report.warning(
                        Place.of(key),
                        "API key `" + key.address() + "` is in no usage plan: no method takes it",
                        "add an `aws_api_gateway_usage_plan_key`");
            }
            String value = infrastructure.resolve(key.argument("value")) instanceof Value.Sensitive hidden
                    ? hidden.hidden().text().orElse("")
                    : infrastructure.resolve(key.argument("value")).text().orElse("");
            if (!value.isEmpty() && (value.length() < 20 || value.length() > 128)) {
                report.error(
                        Place.of(key, "value"),
                        "API key `" + key.address() + "` has a value of " + value.length()
                                + " characters; API Gateway takes 20 to 128",
                        "leave `value` out: API Gateway makes one");
            }
        }
    }
}
