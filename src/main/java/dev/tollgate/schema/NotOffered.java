package dev.tollgate.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that people look for in the file and that it does not offer, and what to do instead.
 *
 * @param keys what it is looked for under: the key, after the section that it is in where that is not the top of the
 *     file
 * @param thing what it is
 * @param section the heading of {@code docs/own-terraform.md} with the Terraform for it; empty where none is needed
 * @param answer what to do, as a sentence for the page
 */
public record NotOffered(List<String> keys, String thing, Optional<String> section, String answer) {

    /** The page that says how. */
    public static final String PAGE = "docs/own-terraform.md";

    private static final String TABLE = "What the file does not offer";

    public NotOffered {
        keys = List.copyOf(keys);
    }

    /** In the order of the page. */
    public static final List<NotOffered> ALL = List.of(
            in("A web ACL", "a web ACL", "REST only", "waf", "web_acl", "web_acl_arn"),
            in(
                    "A route that sends to a queue",
                    "a route that calls an AWS service",
                    "the same way for SNS, Step Functions and EventBridge",
                    "routes.sqs",
                    "routes.sns",
                    "routes.send_to",
                    "routes.step_function",
                    "routes.eventbridge",
                    "routes.service"),
            in(
                    "A route that sends to a queue",
                    "mapping templates and parameters",
                    "`request_templates` there",
                    "routes.request_templates",
                    "routes.mapping",
                    "routes.parameters"),
            in(
                    "Another HTTP service",
                    "an HTTP proxy, a VPC link",
                    "",
                    "routes.url",
                    "routes.http",
                    "routes.vpc_link",
                    "vpc_link",
                    "vpc_links"),
            in(
                    "A route that answers itself",
                    "a route without a backend (MOCK), a gateway response of your own",
                    "",
                    "routes.answer",
                    "routes.mock",
                    "gateway_responses"),
            in(
                    "A route for callers with AWS credentials",
                    "IAM authorization",
                    "",
                    "routes.iam",
                    "routes.authorization"),
            in(
                    "A Lambda authorizer",
                    "a Lambda authorizer, several authorizers",
                    "",
                    "authorizers",
                    "routes.authorizer",
                    "authorizer.function",
                    "authorizer.lambda"),
            in(
                    "API keys, usage plans and a limit for one route",
                    "API keys and usage plans",
                    "",
                    "usage_plans",
                    "api_keys",
                    "routes.api_key",
                    "routes.api_key_required"),
            in("API keys, usage plans and a limit for one route", "a limit for one route", "", "routes.throttle"),
            in(
                    "An argument that the file does not offer",
                    "a request validator",
                    "",
                    "routes.request_validator",
                    "routes.validate",
                    "routes.request_schema",
                    "routes.models"),
            in(
                    "An argument that the file does not offer",
                    "X-Ray on the stage, caching, a canary",
                    "",
                    "xray",
                    "tracing",
                    "cache",
                    "canary"),
            in("An argument that the file does not offer", "a log format of your own", "", "access_log.format"),
            in(
                    "An argument of an HTTP API",
                    "payload format 1.0, a time-out of a route",
                    "",
                    "routes.timeout",
                    "routes.payload_version",
                    "routes.payload_format_version"),
            in(
                    "A variable of a function",
                    "a variable that another resource gives",
                    "a queue's URL; of the pool, clients and tables: `functions.NAME.environment_from`",
                    "functions.variables"),
            in("An alarm", "alarms, dashboards", "", "alarms", "alarm", "dashboard"),
            in(
                    "An identity pool",
                    "an identity pool",
                    "AWS credentials for people who have signed in",
                    "identity_pool",
                    "identity_pools"),
            in(
                    "Somebody who is there from the start",
                    "users that are there from the start",
                    "",
                    "users",
                    "user_pool.users"),
            in(
                    "Anything else",
                    "queues, topics, buckets, databases, registry modules",
                    "",
                    "queues",
                    "sqs",
                    "topics",
                    "sns",
                    "buckets",
                    "s3",
                    "databases",
                    "modules",
                    "events"),
            in(
                    "A second stack that reads this one",
                    "a pool or an API of another stack",
                    "a pool: `user_pool.source`",
                    "remote_state",
                    "data"),
            none(
                    "a published version",
                    "`functions.NAME.alias` publishes one with every change, and routes call it.",
                    "functions.publish",
                    "functions.version"),
            none(
                    "one map for whatever calls a function",
                    "Each kind has a key of its own: `functions.NAME.schedules`, `queues`, `streams` and `topics`.",
                    "functions.events",
                    "functions.triggers",
                    "functions.event_sources"),
            none(
                    "a step that builds every function",
                    "Each function has a `build` of its own: a command that runs in a copy of its `source`.",
                    "functions.command",
                    "build"),
            none(
                    "mutual TLS",
                    "An override sets `mutual_tls_authentication` of `aws_api_gateway_domain_name.api`.",
                    "custom_domain.mutual_tls",
                    "custom_domain.mtls",
                    "custom_domain.truststore"),
            none(
                    "a private or an edge endpoint, a resource policy",
                    "An override sets `endpoint_configuration` or `policy` of `aws_api_gateway_rest_api.api`.",
                    "endpoint",
                    "endpoint_type",
                    "endpoint_configuration",
                    "policy",
                    "resource_policy"),
            none(
                    "an OpenAPI document of your own",
                    "`tollgate init --openapi` reads one into the file; a document that somebody else writes makes an API of its own.",
                    "openapi",
                    "body",
                    "spec"),
            none(
                    "a WebSocket API",
                    "It has other routes, authorizers and stages. Make it in your own Terraform, with the stack's pool.",
                    "websocket",
                    "web_socket",
                    "websockets"),
            none(
                    "a second user pool",
                    "One environment has one pool. Make the other in your own Terraform, or as an environment with `api_type = \"none\"`.",
                    "user_pools"),
            none(
                    "the look of the hosted pages",
                    "`aws_cognito_user_pool_ui_customization` in your own Terraform takes CSS and a picture.",
                    "user_pool.ui",
                    "user_pool.branding",
                    "branding"),
            none("PKCE", "Public clients with the code flow use it; Cognito needs nothing for it.", "clients.pkce"));

    private static NotOffered in(String section, String thing, String more, String... keys) {
        return new NotOffered(List.of(keys), thing, Optional.of(section), more);
    }

    private static NotOffered none(String thing, String answer, String... keys) {
        return new NotOffered(List.of(keys), thing, Optional.empty(), answer);
    }

    /** What is looked for under {@code path}, a way from the top of the file to a key that the schema lacks. */
    public static Optional<NotOffered> under(List<String> path) {
        String key = path.get(path.size() - 1);
        String looked = path.size() == 1 ? key : path.get(0) + "." + key;
        return ALL.stream().filter(one -> one.keys().contains(looked)).findFirst();
    }

    /** Where the page says more: {@code docs/own-terraform.md#an-alarm}. */
    public String link() {
        return PAGE + "#" + anchor(section.orElse(TABLE));
    }

    /** As GitHub makes one of a heading. */
    public static String anchor(String heading) {
        StringBuilder anchor = new StringBuilder();
        heading.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                anchor.appendCodePoint(c);
            } else if (c == ' ' || c == '-') {
                anchor.append('-');
            }
        });
        return anchor.toString();
    }

    /** The keys that the schema does not have by now. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (String key : keys) {
            String[] parts = key.split("\\.", -1);
            // In a map of objects, whatever comes first is a name that the user gives.
            boolean isInMap = parts.length > 1 && !EnvironmentSchema.isObject(parts[0]);
            boolean isKnown = EnvironmentSchema.knows(
                    isInMap ? List.of(parts[0], "any", parts[parts.length - 1]) : List.of(parts));
            if (!isKnown) {
                missing.add(key);
            }
        }
        return missing;
    }
}
