package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Integration;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;

/** A method or route that leads nowhere cannot be deployed; a Lambda function is invoked by {@code POST} only. */
final class IntegrationMissing {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "integration-missing",
            Severity.ERROR,
            "a method or route without a working integration",
            IntegrationMissing::judge);

    private static final String METHOD = "integration_http_method";

    private IntegrationMissing() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        boolean allPaired = infrastructure.ofType("aws_api_gateway_integration").stream()
                .allMatch(integration ->
                        infrastructure.follow(integration.get("resource_id")) instanceof ReferenceTarget.To
                                && (infrastructure.follow(integration.get("http_method"), "aws_api_gateway_method")
                                                instanceof ReferenceTarget.To
                                        || infrastructure
                                                .resolve(integration.get("http_method"))
                                                .isCertain()));
        for (Api api : surface.apis()) {
            for (ApiRoute route : api.routes()) {
                if (route.resource().is("aws_api_gateway_method")
                        && route.integration().isEmpty()) {
                    missing(route, allPaired && infrastructure.unread().isEmpty(), report);
                } else if (api.kind() == Api.Kind.HTTP && route.resource().is("aws_apigatewayv2_route")) {
                    judgeTarget(infrastructure, route, report);
                }
            }
        }
        infrastructure.ofType("aws_api_gateway_integration").forEach(one -> judgeMethod(infrastructure, one, report));
    }

    private static void missing(ApiRoute route, boolean certain, TerraformReport report) {
        Place place = Place.of(route);
        if (certain) {
            report.error(
                    place,
                    "`" + route.key() + "` (`" + place.subject() + "`) has no integration, so the API cannot be"
                            + " deployed",
                    "add an `aws_api_gateway_integration`");
        } else {
            report.undecided(place, "its integration is not known");
        }
    }

    private static void judgeTarget(Infrastructure infrastructure, ApiRoute route, TerraformReport report) {
        Value target = infrastructure.resolve(route.resource().argument("target"));
        if (target.isAbsent() || target.is("")) {
            Place place = Place.of(route, "target");
            report.error(
                    place,
                    "`" + route.key() + "` (`" + place.subject() + "`) leads nowhere",
                    "set `target = \"integrations/${aws_apigatewayv2_integration.NAME.id}\"`");
        }
    }

    private static void judgeMethod(Infrastructure infrastructure, Resource integration, TerraformReport report) {
        Value type = infrastructure.resolve(integration.get("type"));
        boolean proxies = Integration.of(infrastructure, integration) instanceof Integration.Lambda;
        Place place = Place.of(integration, METHOD);
        if (!report.knows(Place.of(integration, "type"), type) || !proxies) {
            return;
        }
        Value method = infrastructure.resolve(integration.argument(METHOD));
        if (report.knows(place, method) && !method.is("POST")) {
            report.error(
                    place,
                    "`" + integration.address() + "` calls a function with "
                            + method.text().map(text -> "`" + text + "`").orElse("no method")
                            + ", which Lambda refuses",
                    "set `" + METHOD + " = \"POST\"`, whatever the caller's method is");
        }
    }
}
