package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;

/** A stage whose log cannot be set up is not made, and calls that are not logged cannot be traced. */
final class AccessLogRefused {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "access-log-refused", Severity.ERROR, "an access log that API Gateway refuses", AccessLogRefused::judge);

    private static final int LONGEST = 3072;

    private AccessLogRefused() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (String type : List.of("aws_api_gateway_stage", "aws_apigatewayv2_stage")) {
            infrastructure.ofType(type).forEach(stage -> judge(infrastructure, stage, report));
        }
    }

    private static void judge(Infrastructure infrastructure, Resource stage, TerraformReport report) {
        Value settings = stage.argument(AccessLogs.BLOCK);
        String format =
                infrastructure.resolve(settings.get(AccessLogs.FORMAT)).text().orElse("");
        Value destination = infrastructure.resolve(settings.get("destination_arn"));
        String arn = destination
                .text()
                .orElse(
                        destination instanceof Value.Template template
                                ? template.parts()
                                        .get(template.parts().size() - 1)
                                        .text()
                                        .orElse("")
                                : "");
        String subject = "the access log of `" + stage.address() + "` ";
        if (format.strip().contains("\n")) {
            report.error(
                    Place.of(stage, AccessLogs.BLOCK, AccessLogs.FORMAT),
                    subject + "has a format of several lines, which API Gateway refuses",
                    "write it on one line, as `jsonencode` does");
        }
        if (format.length() > LONGEST) {
            report.error(
                    Place.of(stage, AccessLogs.BLOCK, AccessLogs.FORMAT),
                    subject + "has a format of " + format.length() + " characters; API Gateway takes " + LONGEST,
                    "log fewer fields");
        }
        if (arn.endsWith(":*")) {
            report.error(
                    Place.of(stage, AccessLogs.BLOCK, "destination_arn"),
                    subject + "goes to an ARN that ends in `:*`, which is none of a log group",
                    "set `destination_arn = aws_cloudwatch_log_group.NAME.arn`");
        }
        boolean isHttp = stage.is("aws_apigatewayv2_stage");
        if (arn.contains(":firehose:") && (isHttp || !arn.contains("deliverystream/amazon-apigateway-"))) {
            report.error(
                    Place.of(stage, AccessLogs.BLOCK, "destination_arn"),
                    subject
                            + (isHttp
                                    ? "goes to Firehose, and an HTTP API logs to CloudWatch only"
                                    : "goes to a stream whose name does not begin with `amazon-apigateway-`"),
                    isHttp ? "name a log group" : "name the stream `amazon-apigateway-NAME`");
        }
    }
}
