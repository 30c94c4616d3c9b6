package dev.tollgate.gateway.read;

import dev.tollgate.finding.UserError;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What stands in the way of callers in AWS and does not here: named at start, or reason enough not to start. */
public final class Unenforced {

    /** Attributes that decide who gets in. */
    private static final SortedMap<String, String> REFUSED = new TreeMap<>(Map.of(
            "aws_api_gateway_rest_api.policy", "a resource policy",
            "aws_api_gateway_rest_api_policy.policy", "a resource policy",
            "aws_api_gateway_domain_name.mutual_tls_authentication", "client certificates",
            "aws_apigatewayv2_domain_name.mutual_tls_authentication", "client certificates"));

    /** Types whose work is not done here. */
    private static final SortedMap<String, String> NAMED = new TreeMap<>(Map.of(
            "aws_scheduler_schedule", "what calls functions by the clock",
            "aws_sns_topic_subscription", "what topics send to functions",
            "aws_lambda_event_source_mapping", "what queues and streams send to functions",
            "aws_lambda_function_event_invoke_config", "what becomes of calls whose callers do not wait",
            "aws_wafv2_web_acl_association", "a web ACL",
            "aws_api_gateway_usage_plan", "usage plans",
            "aws_api_gateway_request_validator", "request validation beyond required parameters of methods",
            "aws_api_gateway_domain_name", "the custom domain",
            "aws_apigatewayv2_domain_name", "the custom domain",
            "aws_api_gateway_vpc_link", "VPC links"));

    private Unenforced() {}

    /** What is there and not enforced, a line each. */
    public static List<String> in(Infrastructure infrastructure) {
        REFUSED.forEach((what, name) -> {
            String type = what.substring(0, what.indexOf('.'));
            String attribute = what.substring(what.indexOf('.') + 1);
            for (Resource resource : infrastructure.ofType(type)) {
                if (!resource.get(attribute).items().isEmpty()
                        && !resource.get(attribute).is("")) {
                    throw new UserError(
                            UserError.Exit.ENVIRONMENT,
                            "`" + resource.address() + "` has " + name + ", which `tollgate serve` cannot enforce",
                            "test this API on AWS: a local gateway that lets more callers in would prove nothing");
                }
            }
        });
        List<String> lines = new ArrayList<>();
        NAMED.forEach((type, name) -> {
            if (!infrastructure.ofType(type).isEmpty()) {
                lines.add(name + " (`" + type + "`) is not served here");
            }
        });
        stages(infrastructure, lines);
        return lines;
    }

    /** What a REST API does to requests and answers beside calling its routes. */
    private static void stages(Infrastructure infrastructure, List<String> lines) {
        for (Resource stage : infrastructure.ofType("aws_api_gateway_stage")) {
            if (!stage.get("canary_settings").items().isEmpty()) {
                lines.add("the canary of `" + stage.address() + "` is not served here: all calls go to one deployment");
            }
            if (infrastructure.resolve(stage.get("cache_cluster_enabled")).is("true")) {
                lines.add("the cache of `" + stage.address() + "` is not served here: every call reaches its function");
            }
        }
        for (Resource api : infrastructure.ofType("aws_api_gateway_rest_api")) {
            if (infrastructure
                    .resolve(api.get("minimum_compression_size"))
                    .number()
                    .isPresent()) {
                lines.add("answers of `" + api.address() + "` are not compressed here");
            }
            Value types =
                    infrastructure.resolve(api.get("endpoint_configuration")).get("types");
            if (infrastructure.resolve(types).items().stream().anyMatch(type -> type.is("PRIVATE"))) {
                lines.add("`" + api.address() + "` is private: that only its network reaches it is not held here");
            }
        }
    }
}
