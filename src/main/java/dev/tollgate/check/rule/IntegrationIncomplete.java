package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Integration;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What an integration needs besides its type: API Gateway refuses it without, or each call fails. */
final class IntegrationIncomplete {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "integration-incomplete",
            Severity.ERROR,
            "an integration that is configured by half",
            IntegrationIncomplete::judge);

    /**
     * What each AWS service's action needs;
     * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html
     */
    private static final Map<String, List<String>> ACTIONS = Map.of(
            "EventBridge-PutEvents", List.of("Detail", "DetailType", "Source"),
            "SQS-SendMessage", List.of("QueueUrl", "MessageBody"),
            "SQS-ReceiveMessage", List.of("QueueUrl"),
            "SQS-DeleteMessage", List.of("QueueUrl", "ReceiptHandle"),
            "SQS-PurgeQueue", List.of("QueueUrl"),
            "AppConfig-GetConfiguration", List.of("Application", "Environment", "Configuration", "ClientId"),
            "Kinesis-PutRecord", List.of("StreamName", "Data", "PartitionKey"),
            "StepFunctions-StartExecution", List.of("StateMachineArn"),
            "StepFunctions-StartSyncExecution", List.of("StateMachineArn"),
            "StepFunctions-StopExecution", List.of("ExecutionArn"));

    private static final String FORMAT = "payload_format_version";
    private static final String WAIT = "timeout_milliseconds";

    private IntegrationIncomplete() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            if (api.kind() == Api.Kind.HTTP) {
                for (Resource integration : infrastructure.ofType("aws_apigatewayv2_integration")) {
                    if (infrastructure.follow(integration.get("api_id"), "aws_apigatewayv2_api")
                                    instanceof ReferenceTarget.To to
                            && to.resource().isSame(api.resource())) {
                        http(infrastructure, integration, report);
                    }
                }
            }
        }
        infrastructure.ofType("aws_api_gateway_integration").forEach(one -> rest(infrastructure, one, report));
    }

    private static void http(Infrastructure infrastructure, Resource integration, TerraformReport report) {
        String type = text(infrastructure, integration, "integration_type");
        String subtype = text(infrastructure, integration, "integration_subtype");
        String format = text(infrastructure, integration, FORMAT);
        String subject = "integration `" + integration.address() + "` ";
        if (List.of("MOCK", "AWS", "HTTP").contains(type)) {
            report.error(
                    Place.of(integration, "integration_type"),
                    subject + "is `" + type + "`, which an HTTP API does not have",
                    "use `AWS_PROXY` or `HTTP_PROXY`, or a REST API");
        }
        if ((type.equals("HTTP_PROXY") || !subtype.isEmpty()) && format.equals("2.0")) {
            report.error(
                    Place.of(integration, FORMAT),
                    subject + "has format 2.0, which functions alone are called with",
                    "set `" + FORMAT + " = \"1.0\"`");
        }
        if (!integration.argument("integration_subtype").isAbsent()) {
            service(infrastructure, integration, subtype, report);
        } else if (type.endsWith("PROXY")
                && integration.argument("integration_uri").isAbsent()) {
            report.error(Place.of(integration, "integration_uri"), subject + "leads nowhere", "set `integration_uri`");
        }
        if (text(infrastructure, integration, "connection_type").equals("VPC_LINK")) {
            link(infrastructure, integration, "integration_uri", true, report);
        }
        if (type.equals("HTTP_PROXY")
                && integration.argument("integration_method").isAbsent()) {
            report.error(
                    Place.of(integration, "integration_method"),
                    subject + "has no method",
                    "set `integration_method`, `ANY` for the caller's own");
        }
        wait(infrastructure, integration, 30_000, report);
    }

    private static void service(
            Infrastructure infrastructure, Resource integration, String action, TerraformReport report) {
        String subject = "integration `" + integration.address() + "` ";
        if (!action.isEmpty() && !ACTIONS.containsKey(action)) {
            report.error(
                    Place.of(integration, "integration_subtype"),
                    subject + "calls `" + action + "`, which an HTTP API does not have",
                    "one of " + Wording.listed(new TreeSet<>(ACTIONS.keySet())));
            return;
        }
        if (integration.argument("credentials_arn").isAbsent()) {
            report.error(
                    Place.of(integration, "credentials_arn"),
                    subject + "calls a service of AWS without a role",
                    "set `credentials_arn` to a role that API Gateway may assume");
        }
        Value parameters = infrastructure.resolve(integration.argument("request_parameters"));
        TreeSet<String> missing = new TreeSet<>(ACTIONS.getOrDefault(action, List.of()));
        if (parameters instanceof Value.Mapping mapping) {
            missing.removeAll(mapping.members().keySet());
        }
        if (!missing.isEmpty() && (parameters.isAbsent() || parameters instanceof Value.Mapping)) {
            report.error(
                    Place.of(integration, "request_parameters"),
                    subject + "calls `" + action + "` without " + Wording.listed(missing),
                    "add them to `request_parameters`");
        }
        String target = parameters instanceof Value.Mapping mapping
                ? mapping.members()
                        .getOrDefault("QueueUrl", Value.absent())
                        .text()
                        .orElse("")
                : "";
        if (target.startsWith("$request.")) {
            report.error(
                    Place.of(integration, "request_parameters"),
                    subject + "lets the caller choose the queue: any that its role may use",
                    "name the queue itself in `QueueUrl`");
        }
    }

    private static void rest(Infrastructure infrastructure, Resource integration, TerraformReport report) {
        String type = text(infrastructure, integration, "type");
        String subject = "integration `" + integration.address() + "` ";
        if (!type.isEmpty()
                && !type.equals("MOCK")
                && integration.argument("uri").isAbsent()) {
            report.error(Place.of(integration, "uri"), subject + "leads nowhere", "set `uri`");
        }
        boolean isHttp = type.startsWith("HTTP") || type.equals("AWS");
        if (isHttp && integration.argument("integration_http_method").isAbsent()) {
            report.error(
                    Place.of(integration, "integration_http_method"),
                    subject + "has no method",
                    "set `integration_http_method`");
        }
        if (Integration.of(infrastructure, integration) instanceof Integration.Service
                && integration.argument("credentials").isAbsent()
                && !integration.argument("uri").isAbsent()) {
            report.error(
                    Place.of(integration, "credentials"),
                    subject + "calls a service of AWS without a role",
                    "set `credentials` to a role that API Gateway may assume");
        }
        Value templates = infrastructure.resolve(integration.argument("request_templates"));
        if (type.equals("MOCK") && (templates.isAbsent() || isWithoutStatus(templates))) {
            report.error(
                    Place.of(integration, "request_templates"),
                    subject + "is `MOCK` without a status in its template: every call is answered with 500",
                    "set `request_templates = { \"application/json\" = \"{\\\"statusCode\\\": 200}\" }`");
        }
        if (text(infrastructure, integration, "connection_type").equals("VPC_LINK")) {
            link(infrastructure, integration, "uri", false, report);
        }
        wait(infrastructure, integration, 300_000, report);
    }

    private static boolean isWithoutStatus(Value templates) {
        return templates instanceof Value.Mapping mapping
                && mapping.members().values().stream().allMatch(one -> one.text()
                        .filter(text -> !text.contains("statusCode"))
                        .isPresent());
    }

    private static void link(
            Infrastructure infrastructure, Resource integration, String uri, boolean isArn, TerraformReport report) {
        if (integration.argument("connection_id").isAbsent()) {
            report.error(
                    Place.of(integration, "connection_id"),
                    "integration `" + integration.address() + "` goes through a VPC link and names none",
                    "set `connection_id`");
        }
        boolean isUrl = infrastructure
                .resolve(integration.argument(uri))
                .text()
                .filter(text -> text.startsWith("http"))
                .isPresent();
        if (isArn && isUrl) {
            report.error(
                    Place.of(integration, uri),
                    "integration `" + integration.address()
                            + "` goes through a VPC link to a URL; it takes the ARN of a listener or a service",
                    "set `" + uri + "` to the ARN of a load balancer's listener, or of a Cloud Map service");
        }
    }

    private static void wait(Infrastructure infrastructure, Resource integration, int most, TerraformReport report) {
        Value written = infrastructure.resolve(integration.argument(WAIT));
        if (written.number()
                .filter(wait -> wait.intValue() < 50 || wait.intValue() > most)
                .isPresent()) {
            report.error(
                    Place.of(integration, WAIT),
                    "integration `" + integration.address() + "` waits "
                            + written.text().orElse("") + " milliseconds, which API Gateway refuses",
                    "set 50 to " + most);
        }
    }

    private static String text(Infrastructure infrastructure, Resource resource, String argument) {
        return infrastructure.resolve(resource.argument(argument)).text().orElse("");
    }
}
