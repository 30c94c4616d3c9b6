package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What guards the custom domain, a firewall or mutual TLS, is passed by on the way through {@code execute-api}. */
final class DefaultEndpointOpen {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "default-endpoint-open",
            Severity.ERROR,
            "a custom domain that can be bypassed",
            DefaultEndpointOpen::judge);

    private static final String ATTRIBUTE = "disable_execute_api_endpoint";
    private static final String[] APIS = {"aws_api_gateway_rest_api", "aws_apigatewayv2_api"};
    private static final Set<String> MAPPINGS =
            Set.of("aws_api_gateway_base_path_mapping", "aws_apigatewayv2_api_mapping");

    private DefaultEndpointOpen() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        TreeMap<String, Resource> mapped = new TreeMap<>();
        MAPPINGS.stream()
                .sorted()
                .flatMap(type -> infrastructure.ofType(type).stream())
                .forEach(mapping -> {
                    ReferenceTarget followed = infrastructure.follow(mapping.get("api_id"), APIS);
                    if (followed instanceof ReferenceTarget.To to) {
                        mapped.put(to.resource().address(), to.resource());
                    } else if (!(followed instanceof ReferenceTarget.Elsewhere elsewhere && elsewhere.isKnown())) {
                        report.undecided(Place.of(mapping, "api_id"), "which API it maps is not known");
                    }
                });
        mapped.values().stream()
                .filter(api -> Stream.of(APIS).anyMatch(api::is))
                .forEach(api -> judge(infrastructure, api, report));
    }

    private static void judge(Infrastructure infrastructure, Resource api, TerraformReport report) {
        Value disabled = infrastructure.resolve(api.argument(ATTRIBUTE));
        Place place = Place.of(api, ATTRIBUTE);
        if (report.knows(place, disabled) && !disabled.is("true")) {
            report.error(
                    place,
                    "`" + api.address() + "` has a custom domain, and answers at its `execute-api` address as well",
                    "set `" + ATTRIBUTE + " = true`");
        }
    }
}
