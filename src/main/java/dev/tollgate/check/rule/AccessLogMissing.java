package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;

/** Who was refused, and why, is in the access log or nowhere. */
final class AccessLogMissing {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "access-log-missing",
            Severity.WARNING,
            "a stage without an access log, or with one that does not say why a caller was refused",
            AccessLogMissing::judge);

    private AccessLogMissing() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource stage : AccessLogs.stages(infrastructure)) {
            Value settings = infrastructure.resolve(stage.argument(AccessLogs.BLOCK));
            if (settings.items().isEmpty()) {
                report.warning(
                        Place.of(stage, AccessLogs.BLOCK),
                        "stage `" + stage.address() + "` has no access log: refused calls leave no trace",
                        "add `access_log_settings`");
            } else {
                judgeFormat(stage, settings.get(AccessLogs.FORMAT), report);
            }
        }
    }

    private static void judgeFormat(Resource stage, Value format, TerraformReport report) {
        Place place = Place.of(stage, AccessLogs.BLOCK, AccessLogs.FORMAT);
        if (!report.knows(place, format)) {
            return;
        }
        String text = format.text().orElse("").strip();
        if (!text.startsWith("{")) {
            report.note(
                    place,
                    "the access log of stage `" + stage.address() + "` is not JSON, so it cannot be searched by field",
                    "write `format` as a JSON object, in `jsonencode({ … })`");
        }
        List<String> missing =
                new ArrayList<>(List.of("$context.requestId", "$context.status", "$context.authorizer.error"));
        missing.removeIf(text::contains);
        if (text.contains("$context.extendedRequestId")) {
            missing.remove("$context.requestId");
        }
        if (text.contains("$context.error.message")) {
            missing.remove("$context.authorizer.error");
        }
        if (!missing.isEmpty()) {
            report.warning(
                    place,
                    "the access log of stage `" + stage.address() + "` leaves out " + Wording.listed(missing),
                    "add them to `format`");
        }
    }
}
