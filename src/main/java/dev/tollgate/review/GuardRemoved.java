package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Set;

/** A guard that is a resource of its own goes, and what it guards stays. */
final class GuardRemoved {

    static final ReviewRule FIREWALL = new ReviewRule(
            "firewall-removed",
            Kind.WEAKENED,
            "a web ACL is removed from what it protects",
            (comparison, report) -> judge(
                    comparison,
                    report,
                    Set.of("aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association"),
                    "resource_arn",
                    "arn",
                    "what the web ACL blocked reaches `%s`"),
            "web ACL removed");

    static final ReviewRule POLICY = new ReviewRule(
            "api-policy-removed",
            Kind.WIDENED,
            "an API's resource policy is deleted",
            (comparison, report) -> judge(
                    comparison,
                    report,
                    Set.of("aws_api_gateway_rest_api_policy"),
                    "rest_api_id",
                    "id",
                    "what the policy kept out, by address, account or endpoint, may call `%s`"),
            "resource policy removed");

    static final ReviewRule LIMITS = new ReviewRule(
            "method-settings-removed",
            Kind.WEAKENED,
            "the limits and logs of a stage's methods are removed",
            GuardRemoved::judgeSettings,
            "throttle removed");

    private GuardRemoved() {}

    private static void judge(
            Comparison comparison,
            ReviewReport report,
            Set<String> types,
            String attribute,
            String identity,
            String harm) {
        for (ResourceChange change : comparison.all(Action.DELETE)) {
            Value guarded = change.before().get(attribute);
            if (!types.contains(change.type())
                    || guarded.text().isEmpty()
                    || isMadeAgain(comparison, change, attribute)
                    || goes(comparison, identity, guarded)) {
                continue;
            }
            report.say(
                    change.address(),
                    "`" + change.address() + "` goes: " + harm.formatted(name(comparison, identity, guarded)),
                    "keep it, or put another in its place in the same change");
        }
    }

    private static void judgeSettings(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.all(Action.DELETE)) {
            boolean limits = change.type().equals("aws_api_gateway_method_settings")
                    && Protection.THROTTLE.settings().stream()
                            .anyMatch(setting -> setting.isLooser(at(change.before(), setting), Value.absent())
                                    .orElse(false));
            if (limits && !isMadeAgain(comparison, change, "rest_api_id") && staysDeployed(comparison, change)) {
                report.say(
                        change.address(),
                        "`" + change.address() + "` is removed, and with it the limit of calls: "
                                + Protection.THROTTLE.harm(),
                        Protection.THROTTLE.keep());
            }
        }
    }

    private static Value at(Value values, Setting setting) {
        Value value = values;
        for (String step : setting.path()) {
            value = value.get(step);
        }
        return value;
    }

    private static boolean staysDeployed(Comparison comparison, ResourceChange settings) {
        return comparison.plan().after().ofType("aws_api_gateway_stage").stream()
                .anyMatch(stage -> same(
                                stage.get("stage_name"), settings.before().get("stage_name"))
                        && same(stage.get("rest_api_id"), settings.before().get("rest_api_id")));
    }

    private static boolean isMadeAgain(Comparison comparison, ResourceChange gone, String attribute) {
        return comparison.all(Action.CREATE).stream()
                .anyMatch(made -> made.type().equals(gone.type())
                        && !differ(made.after().get(attribute), gone.before().get(attribute)));
    }

    private static boolean goes(Comparison comparison, String identity, Value guarded) {
        return holder(comparison.plan().before().resources(), identity, guarded).isPresent()
                && holder(comparison.plan().after().resources(), identity, guarded)
                        .isEmpty();
    }

    private static String name(Comparison comparison, String identity, Value guarded) {
        return holder(comparison.plan().after().resources(), identity, guarded)
                .map(Resource::address)
                .orElse(guarded.text().orElse(""));
    }

    private static java.util.Optional<Resource> holder(List<Resource> resources, String identity, Value guarded) {
        return resources.stream()
                .filter(one -> same(one.get(identity), guarded))
                .findFirst();
    }

    private static boolean same(Value one, Value other) {
        return one.text().isPresent() && one.text().equals(other.text());
    }

    /** Known on both sides, and not the same. */
    private static boolean differ(Value one, Value other) {
        return one.text().isPresent() && other.text().isPresent() && !same(one, other);
    }
}
