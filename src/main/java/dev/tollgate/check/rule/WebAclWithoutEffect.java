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
import java.util.List;

/** A web ACL that nothing is associated with filters nothing, and API Gateway takes only some. */
final class WebAclWithoutEffect {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "web-acl-without-effect", Severity.ERROR, "a web ACL that protects nothing", WebAclWithoutEffect::judge);

    private WebAclWithoutEffect() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        List<Resource> associations = infrastructure.ofType("aws_wafv2_web_acl_association");
        for (Resource acl : infrastructure.ofType("aws_wafv2_web_acl")) {
            String subject = "web ACL `" + acl.address() + "` ";
            boolean isCloudFront = infrastructure.resolve(acl.get("scope")).is("CLOUDFRONT");
            List<Resource> own = associations.stream()
                    .filter(one -> infrastructure.follow(one.get("web_acl_arn"), "aws_wafv2_web_acl")
                                    instanceof ReferenceTarget.To to
                            && to.resource().isSame(acl))
                    .toList();
            boolean isCertain = infrastructure.unread().isEmpty()
                    && associations.stream()
                            .allMatch(one -> infrastructure.follow(one.get("web_acl_arn"), "aws_wafv2_web_acl")
                                    instanceof ReferenceTarget.To);
            boolean isDistributed =
                    !infrastructure.ofType("aws_cloudfront_distribution").isEmpty();
            if (own.isEmpty() && isCertain && !(isCloudFront && isDistributed)) {
                report.warning(
                        Place.of(acl),
                        subject + "is associated with nothing: it filters nothing",
                        "add an `aws_wafv2_web_acl_association` with the stage's ARN");
            }
            if (isCloudFront && !own.isEmpty()) {
                report.error(
                        Place.of(acl, "scope"),
                        subject + "is for CloudFront, and is associated with something else",
                        "set `scope = \"REGIONAL\"`");
            }
        }
        for (Resource one : associations) {
            Value arn = infrastructure.resolve(one.get("resource_arn"));
            boolean isHttp =
                    infrastructure.follow(one.get("resource_arn"), "aws_apigatewayv2_stage", "aws_apigatewayv2_api")
                                    instanceof ReferenceTarget.To
                            || arn.text()
                                    .filter(text -> text.matches("arn:[^:]*:apigateway:[^:]*::/apis/.*"))
                                    .isPresent();
            if (isHttp) {
                report.error(
                        Place.of(one, "resource_arn"),
                        "`" + one.address() + "` is for an HTTP API, which takes no web ACL",
                        "use a REST API, or put CloudFront before it");
            }
        }
    }
}
