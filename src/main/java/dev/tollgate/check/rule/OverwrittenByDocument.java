package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.ApiDocument;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import java.util.List;

/** An API's OpenAPI document replaces what the API has; a resource beside it is gone with its next change. */
final class OverwrittenByDocument {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "overwritten-by-document",
            Severity.ERROR,
            "a part of an API that its OpenAPI body deletes",
            OverwrittenByDocument::judge);

    private static final List<String> OF_REST = List.of(
            "aws_api_gateway_authorizer",
            "aws_api_gateway_gateway_response",
            "aws_api_gateway_integration",
            "aws_api_gateway_integration_response",
            "aws_api_gateway_method",
            "aws_api_gateway_method_response",
            "aws_api_gateway_model",
            "aws_api_gateway_request_validator",
            "aws_api_gateway_resource",
            "aws_api_gateway_rest_api_policy");
    private static final List<String> OF_HTTP =
            List.of("aws_apigatewayv2_authorizer", "aws_apigatewayv2_integration", "aws_apigatewayv2_route");

    private OverwrittenByDocument() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        OF_REST.forEach(type -> judge(infrastructure, type, "rest_api_id", report));
        OF_HTTP.forEach(type -> judge(infrastructure, type, "api_id", report));
    }

    private static void judge(Infrastructure infrastructure, String type, String owner, TerraformReport report) {
        for (Resource part : infrastructure.ofType(type)) {
            boolean beside = part.document().isEmpty();
            if (beside
                    && infrastructure.follow(part.get(owner)) instanceof ReferenceTarget.To to
                    && ApiDocument.overwrites(to.resource())) {
                report.error(
                        Place.of(part),
                        "`" + part.address() + "` is deleted whenever the body of `"
                                + to.resource().address()
                                + "` changes, and Terraform creates it again only in the next run",
                        "describe it in the body, or remove the body");
            }
        }
    }
}
