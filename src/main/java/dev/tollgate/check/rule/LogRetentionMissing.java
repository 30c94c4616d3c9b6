package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;

/** Logs without an end are kept, and paid for, for ever; so are those that a function makes for itself. */
final class LogRetentionMissing {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "log-retention-missing", Severity.NOTE, "logs that are kept forever", LogRetentionMissing::judge);

    private static final String RETENTION = "retention_in_days";

    private LogRetentionMissing() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource group : infrastructure.ofType("aws_cloudwatch_log_group")) {
            Value days = infrastructure.resolve(group.argument(RETENTION));
            Place place = Place.of(group, RETENTION);
            if (report.knows(place, days) && (days.isAbsent() || days.is("0"))) {
                report.note(
                        place,
                        "log group `" + group.address() + "` keeps its events forever",
                        "set `" + RETENTION + "`, to 30 for example");
            }
        }
        for (Resource function : infrastructure.ofType("aws_lambda_function")) {
            judgeFunction(infrastructure, function, report);
        }
    }

    private static void judgeFunction(Infrastructure infrastructure, Resource function, TerraformReport report) {
        Value named = infrastructure.resolve(function.argument("logging_config").get("log_group"));
        Value name = infrastructure.resolve(function.get("function_name"));
        Place place = Place.of(function);
        if (!named.isAbsent() || !report.knows(Place.of(function, "function_name"), name)) {
            return;
        }
        String expected = "/aws/lambda/" + name.text().orElse("");
        boolean there = infrastructure.ofType("aws_cloudwatch_log_group").stream()
                .anyMatch(group -> isOf(infrastructure, group, function, expected));
        if (!there) {
            report.note(
                    place,
                    "function `" + function.address() + "` has no log group here: Lambda creates one that keeps"
                            + " its events forever",
                    "add an `aws_cloudwatch_log_group` named `" + expected + "`, with `" + RETENTION + "`");
        }
    }

    private static boolean isOf(Infrastructure infrastructure, Resource group, Resource function, String expected) {
        Value name = group.get("name");
        return infrastructure.resolve(name).is(expected)
                || name.references().stream()
                        .anyMatch(reference -> reference.address().equals(function.address()))
                || function.dependencies().contains(group.address());
    }
}
