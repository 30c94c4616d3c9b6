package dev.tollgate.review;

import dev.tollgate.model.LogGroups;
import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.Optional;

/** API Gateway makes the log group of a stage that logs, and AWS makes no second one of its name. */
final class ExecutionLogThere {

    static final ReviewRule RULE = new ReviewRule(
            "execution-log-there",
            Kind.REFUSED,
            "the log group of a REST stage that has logged is made as if it were not there",
            ExecutionLogThere::judge);

    private ExecutionLogThere() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange settings : comparison.plan().changes()) {
            writesTo(settings).ifPresent(group -> comparison.all(Action.CREATE).stream()
                    .filter(made -> made.type().equals("aws_cloudwatch_log_group")
                            && made.after().get("name").is(group))
                    .forEach(made -> report.say(
                            made.address(),
                            "API Gateway has made the log group `" + group
                                    + "` already, because the stage logs, and AWS"
                                    + " refuses to make it a second time",
                            "hand it over to Terraform first: `terraform import " + made.address() + " '" + group
                                    + "'` in the stack's folder; then plan again")));
        }
    }

    /** The log group that the stage of {@code settings} has been writing to. */
    private static Optional<String> writesTo(ResourceChange settings) {
        Value before = settings.before();
        if (!settings.type().equals("aws_api_gateway_method_settings")
                || before.get("settings")
                        .get("logging_level")
                        .text()
                        .orElse("OFF")
                        .equals("OFF")) {
            return Optional.empty();
        }
        return before.get("rest_api_id")
                .text()
                .flatMap(api -> before.get("stage_name").text().map(stage -> LogGroups.execution(api, stage)));
    }
}
