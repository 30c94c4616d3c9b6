package dev.tollgate.cli.step;

import dev.tollgate.model.LogGroups;
import dev.tollgate.terraform.Plan;
import dev.tollgate.terraform.PlanReader;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Says, before anybody agrees to destroy an environment, what AWS is slow to let go of and what stays. */
public final class DestroyWarnings {

    private final List<ResourceChange> going;
    private final List<String> lines = new ArrayList<>();

    private DestroyWarnings(Plan plan) {
        this.going = plan.changes().stream()
                .filter(change -> change.action().loses())
                .toList();
    }

    /** A line for each thing in the plan {@code json} that is not simply gone afterwards. */
    public static List<String> lines(String environment, String json) {
        return new DestroyWarnings(PlanReader.read(environment, json)).lines();
    }

    private List<String> lines() {
        if (any("aws_cognito_user_pool_domain", domain -> text(domain, "domain").contains("."))) {
            lines.add("deleting the pool's domain takes up to an hour"
                    + (any("aws_acm_certificate", certificate -> true)
                            ? ", and AWS refuses to delete its certificate until then: if this ends with \"certificate is"
                                    + " in use\", destroy again an hour later"
                            : ""));
        }
        if (any("aws_lambda_function", DestroyWarnings::isInNetwork)) {
            lines.add("network interfaces of functions in a VPC stay for 20 to 40 minutes: until then, its"
                    + " subnets and security groups cannot be deleted");
        }
        for (ResourceChange settings : of("aws_api_gateway_method_settings")) {
            String level = settings.before()
                    .get("settings")
                    .get("logging_level")
                    .text()
                    .orElse("OFF");
            if (!level.equals("OFF")) {
                lines.add("the log group `"
                        + LogGroups.execution(text(settings, "rest_api_id"), text(settings, "stage_name"))
                        + "` belongs to API Gateway, which may create it again after a late call: delete it by hand");
            }
        }
        for (ResourceChange parameter : of("aws_ssm_parameter")) {
            lines.add("environments that read the parameter `" + text(parameter, "name")
                    + "` can be neither planned nor destroyed afterwards: destroy those with that `ssm_prefix` first");
        }
        if (any("aws_api_gateway_account", account -> true)) {
            lines.add("REST APIs of other stacks in the region lose the role that writes their logs");
        }
        return List.copyOf(lines);
    }

    private List<ResourceChange> of(String type) {
        return going.stream().filter(change -> change.type().equals(type)).toList();
    }

    private boolean any(String type, Predicate<ResourceChange> test) {
        return of(type).stream().anyMatch(test);
    }

    private static String text(ResourceChange change, String attribute) {
        return change.before().get(attribute).text().orElse("");
    }

    private static boolean isInNetwork(ResourceChange function) {
        Value network = function.before().get("vpc_config");
        return !network.get("subnet_ids").items().isEmpty();
    }
}
