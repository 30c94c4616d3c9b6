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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * API Gateway knows a custom domain by its own address; a record that names another gets a certificate that does not
 * fit.
 */
final class RecordBypassesDomain {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "record-bypasses-domain",
            Severity.ERROR,
            "a DNS record that does not point to the custom domain",
            RecordBypassesDomain::judge);

    /** A regional domain's own target is {@code d-….execute-api…}, an API's own host its id. */
    private static final Pattern EXECUTE =
            Pattern.compile("(https?://)?(?!d-)[^/]*\\.execute-api\\.[^/]*amazonaws\\.com(\\.cn)?.*");

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:]*:[0-9a-fA-F:]*");
    private static final String[] BEHIND = {
        "aws_api_gateway_rest_api", "aws_api_gateway_stage", "aws_apigatewayv2_api", "aws_apigatewayv2_stage"
    };
    private static final String HINT = "alias the domain's own address: `regional_domain_name` of a REST API's domain,"
            + " `domain_name_configuration[0].target_domain_name` of an HTTP API's";

    private RecordBypassesDomain() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        Set<String> domains = new HashSet<>();
        for (String type : List.of("aws_api_gateway_domain_name", "aws_apigatewayv2_domain_name")) {
            infrastructure.ofType(type).forEach(domain -> infrastructure
                    .resolve(domain.get("domain_name"))
                    .text()
                    .ifPresent(domains::add));
        }
        infrastructure.ofType("aws_route53_record").forEach(one -> judge(infrastructure, domains, one, report));
    }

    private static void judge(
            Infrastructure infrastructure, Set<String> domains, Resource one, TerraformReport report) {
        String attribute = one.argument("alias").isAbsent() ? "records" : "alias";
        List<Value> targets = new ArrayList<>(one.argument("records").items());
        targets.addAll(one.argument("alias").get("name").items());
        Place place = Place.of(one, attribute);
        boolean isDomain = infrastructure
                .resolve(one.get("name"))
                .text()
                .filter(domains::contains)
                .isPresent();
        for (Value target : targets) {
            String text = infrastructure.resolve(target).text().orElse("");
            boolean executes = EXECUTE.matcher(text).matches()
                    || (infrastructure.follow(target, BEHIND) instanceof ReferenceTarget.To to
                            && (to.attribute().equals("api_endpoint")
                                    || to.attribute().equals("invoke_url")));
            if (executes) {
                report.error(
                        place,
                        "`" + one.address() + "` points to an `execute-api` address, whose certificate is for"
                                + " another name",
                        HINT);
            } else if (isDomain && ADDRESS.matcher(text).matches()) {
                report.error(
                        place,
                        "`" + one.address() + "` gives the custom domain the fixed address `" + text
                                + "`, where no API Gateway is",
                        HINT);
            } else if (isDomain && text.isEmpty() && !leadsToDomain(infrastructure, target)) {
                report.undecided(place, "its target is not known");
            }
        }
    }

    private static boolean leadsToDomain(Infrastructure infrastructure, Value target) {
        return infrastructure.follow(
                        target,
                        "aws_api_gateway_domain_name",
                        "aws_apigatewayv2_domain_name",
                        "aws_cloudfront_distribution")
                instanceof ReferenceTarget.To;
    }
}
