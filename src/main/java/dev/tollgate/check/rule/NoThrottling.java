package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.schema.AccountThrottle;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;

/** One caller in a loop uses up what the whole account may do, and every other API of it answers 429. */
final class NoThrottling {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "no-throttling",
                    Severity.ERROR,
                    "a stage without limits of its own, or with limits of 0",
                    NoThrottling::judge)
            .fixedInFile("add `throttle = { rate = 100, burst = 50 }`, with what your functions can handle");

    private static final String RATE = "throttling_rate_limit";
    private static final String BURST = "throttling_burst_limit";

    private NoThrottling() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource stage : infrastructure.ofType("aws_api_gateway_stage")) {
            List<Value> limits = StageSettings.rest(infrastructure).stream()
                    .filter(settings -> settings.resource().get("method_path").is("*/*"))
                    .filter(settings -> isOf(infrastructure, settings.resource(), stage))
                    .map(StageSettings::values)
                    .toList();
            judge(infrastructure, stage, limits, "aws_api_gateway_method_settings", report);
        }
        for (Resource stage : infrastructure.ofType("aws_apigatewayv2_stage")) {
            if (refusesAll(infrastructure, stage)) {
                report.error(
                        Place.of(stage, "default_route_settings"),
                        "stage `" + stage.address()
                                + "` has `default_route_settings` without limits, which the provider"
                                + " sends as 0: it answers everyone with 429",
                        "set `" + RATE + "` and `" + BURST + "` in `default_route_settings`");
                continue;
            }
            judge(
                    infrastructure,
                    stage,
                    stage.argument("default_route_settings").items(),
                    "default_route_settings",
                    report);
        }
    }

    /**
     * Whether the block is there without its limits. Provider 5 and 6 send 0 for a number that is not written.
     * https://github.com/hashicorp/terraform-provider-aws/issues/27674
     */
    private static boolean refusesAll(Infrastructure infrastructure, Resource stage) {
        return stage.argument("default_route_settings").items().stream()
                .anyMatch(settings -> isNothing(infrastructure.resolve(settings.get(RATE)))
                        && isNothing(infrastructure.resolve(settings.get(BURST))));
    }

    private static boolean isNothing(Value limit) {
        return limit.isAbsent() || limit.is("0");
    }

    private static boolean isOf(Infrastructure infrastructure, Resource settings, Resource stage) {
        ReferenceTarget followed = infrastructure.follow(settings.get("stage_name"), "aws_api_gateway_stage");
        if (followed instanceof ReferenceTarget.To to) {
            return to.resource().isSame(stage);
        }
        Value named = infrastructure.resolve(stage.get("stage_name"));
        Value api = infrastructure.resolve(stage.get("rest_api_id"));
        return followed instanceof ReferenceTarget.Elsewhere elsewhere
                && elsewhere.value().equals(named)
                && infrastructure.resolve(settings.get("rest_api_id")).equals(api);
    }

    private static void judge(
            Infrastructure infrastructure, Resource stage, List<Value> limits, String where, TerraformReport report) {
        Place place = Place.of(stage);
        boolean unknown = false;
        for (Value settings : limits) {
            Value rate = infrastructure.resolve(settings.get(RATE));
            Value burst = infrastructure.resolve(settings.get(BURST));
            if (limits(rate) && limits(burst)) {
                if (isTheAccounts(rate, burst)) {
                    continue;
                }
                return;
            }
            unknown |= !rate.isCertain() || !burst.isCertain();
        }
        if (unknown) {
            report.undecided(place, "its limits are not known");
        } else {
            report.warning(
                    place,
                    "stage `" + stage.address() + "` has no limit of its own: one caller can use up the account's",
                    "set `" + RATE + "` and `" + BURST + "` in `" + where + "`");
        }
    }

    /**
     * A stage that names what the account has anyway, as one must that has no limit: the provider sends 0 otherwise.
     */
    private static boolean isTheAccounts(Value rate, Value burst) {
        return AccountThrottle.ALL.stream()
                .anyMatch(account -> rate.number()
                                .filter(n -> n.intValue() == account.rate())
                                .isPresent()
                        && burst.number()
                                .filter(n -> n.intValue() == account.burst())
                                .isPresent());
    }

    /** API Gateway takes -1 for none. */
    private static boolean limits(Value limit) {
        return limit.number().filter(number -> number.signum() > 0).isPresent();
    }
}
