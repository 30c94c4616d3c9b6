package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;

/** What an authorizer needs besides its type: API Gateway refuses it without, or it refuses everybody. */
final class AuthorizerIncomplete {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "authorizer-incomplete",
            Severity.ERROR,
            "an authorizer that is configured for nobody",
            AuthorizerIncomplete::judge);

    private static final String FORMAT = "authorizer_payload_format_version";
    private static final String SOURCES = "identity_sources";

    private AuthorizerIncomplete() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            for (Authorizer authorizer : api.authorizers()) {
                Resource resource = authorizer.resource();
                if (resource.is("aws_apigatewayv2_authorizer") && api.kind() == Api.Kind.HTTP) {
                    http(infrastructure, authorizer, report);
                } else if (resource.is("aws_api_gateway_authorizer")) {
                    rest(infrastructure, api, authorizer, report);
                }
            }
        }
    }

    private static void http(Infrastructure infrastructure, Authorizer authorizer, TerraformReport report) {
        Resource resource = authorizer.resource();
        String subject = "authorizer `" + resource.address() + "` ";
        Value sources = infrastructure.resolve(resource.argument(SOURCES));
        boolean isLambda = authorizer.kind() instanceof Authorizer.Lambda;
        if (Texts.of(sources).stream().anyMatch(source -> source.startsWith("method.request."))) {
            report.error(
                    Place.of(resource, SOURCES),
                    subject + "names its identity sources as a REST API does, which an HTTP API refuses",
                    "write `$request.header.NAME`, `$request.querystring.NAME` or `$context.NAME`");
        }
        if (authorizer.kind() instanceof Authorizer.Jwt && sources.items().size() > 1) {
            report.error(
                    Place.of(resource, SOURCES),
                    subject + "reads a token in " + sources.items().size() + " places; a JWT authorizer has one",
                    "keep one, such as `$request.header.Authorization`");
        }
        if (!isLambda) {
            return;
        }
        uri(infrastructure, resource, report);
        Value format = infrastructure.resolve(resource.argument(FORMAT));
        Value simple = infrastructure.resolve(resource.argument("enable_simple_responses"));
        if (format.isAbsent()) {
            report.error(
                    Place.of(resource, FORMAT),
                    subject + "has no payload format, which AWS demands",
                    "set `" + FORMAT + " = \"2.0\"`");
        } else if (simple.is("true") && format.is("1.0")) {
            report.error(
                    Place.of(resource, "enable_simple_responses"),
                    subject + "wants simple responses, which format 1.0 does not have",
                    "set `" + FORMAT + " = \"2.0\"`");
        }
    }

    private static void rest(Infrastructure infrastructure, Api api, Authorizer authorizer, TerraformReport report) {
        Resource resource = authorizer.resource();
        String subject = "authorizer `" + resource.address() + "` ";
        if (authorizer.kind() instanceof Authorizer.Lambda lambda) {
            uri(infrastructure, resource, report);
            Value source = infrastructure.resolve(resource.argument("identity_source"));
            Value seconds = infrastructure.resolve(resource.argument("authorizer_result_ttl_in_seconds"));
            if (lambda.wholeRequest() && source.is("") && !seconds.is("0")) {
                report.error(
                        Place.of(resource, "identity_source"),
                        subject + "caches decisions and has no identity source, which API Gateway refuses",
                        "name one, such as `method.request.header.Authorization`, or cache nothing");
            }
        }
        boolean isCognito = authorizer.kind() instanceof Authorizer.Cognito;
        if (isCognito && resource.argument("provider_arns").items().isEmpty()) {
            report.error(
                    Place.of(resource, "provider_arns"),
                    subject + "takes the tokens of no user pool",
                    "set `provider_arns`");
        }
        boolean scoped = api.routes().stream()
                .filter(route ->
                        route.access().authorizer().filter(authorizer::isSame).isPresent())
                .anyMatch(route -> !route.resource()
                        .argument("authorization_scopes")
                        .items()
                        .isEmpty());
        if (isCognito
                && scoped
                && !resource.argument("identity_validation_expression").isAbsent()) {
            report.error(
                    Place.of(resource, "identity_validation_expression"),
                    subject + "compares the `aud` of tokens, which access tokens do not have: its scopes let nobody in",
                    "remove `identity_validation_expression`");
        }
    }

    private static void uri(Infrastructure infrastructure, Resource resource, TerraformReport report) {
        Value uri = infrastructure.resolve(resource.argument("authorizer_uri"));
        boolean isArn =
                uri.text().filter(text -> text.matches("arn:[^:]*:lambda:.*")).isPresent()
                        || (uri.text().isEmpty()
                                && infrastructure.follow(resource.argument("authorizer_uri"), "aws_lambda_function")
                                        instanceof ReferenceTarget.To to
                                && to.attribute().equals("arn"));
        if (uri.isAbsent() || isArn) {
            report.error(
                    Place.of(resource, "authorizer_uri"),
                    "authorizer `" + resource.address() + "` "
                            + (isArn ? "names the function's ARN" : "names no function")
                            + "; API Gateway takes its `invoke_arn`",
                    "set `authorizer_uri = aws_lambda_function.NAME.invoke_arn`");
        }
    }
}
