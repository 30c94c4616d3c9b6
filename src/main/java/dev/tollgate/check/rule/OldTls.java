package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Map;
import java.util.TreeMap;

/** TLS 1.0 and 1.1 are broken; a REST API's custom domain takes them unless it is told not to. */
final class OldTls {

    static final CheckRule RULE =
            CheckRule.ofTerraform("old-tls", Severity.ERROR, "a custom domain that accepts TLS 1.0", OldTls::judge);

    private static final String POLICY = "security_policy";
    private static final Map<String, String> BLOCKS = new TreeMap<>(Map.of(
            "aws_api_gateway_domain_name", "",
            "aws_apigatewayv2_domain_name", "domain_name_configuration"));

    private OldTls() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        BLOCKS.forEach((type, block) ->
                infrastructure.ofType(type).forEach(domain -> judge(infrastructure, domain, block, report)));
    }

    private static void judge(Infrastructure infrastructure, Resource domain, String block, TerraformReport report) {
        Value written =
                block.isEmpty() ? domain.argument(POLICY) : domain.get(block).get(POLICY);
        Value policy = infrastructure.resolve(written);
        Place place = block.isEmpty() ? Place.of(domain, POLICY) : Place.of(domain, block, POLICY);
        if (report.knows(place, policy) && (policy.isAbsent() || policy.is("TLS_1_0"))) {
            report.error(
                    place,
                    "custom domain `" + domain.address() + "` accepts TLS 1.0 and 1.1"
                            + (policy.isAbsent() ? ", the default" : ""),
                    "set `" + POLICY + " = \"TLS_1_2\"`");
        }
    }
}
