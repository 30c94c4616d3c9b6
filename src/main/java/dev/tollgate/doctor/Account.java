package dev.tollgate.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.aws.AwsCli;
import dev.tollgate.aws.AwsCli.Answer;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.model.RouteKey;
import dev.tollgate.model.UserPool;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.ThrottleKeys;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What an environment needs of the account that it goes into. */
final class Account {

    private static final int FEW_EXECUTIONS = 100;

    private final AwsCli aws;

    Account(AwsCli aws) {
        this.aws = aws;
    }

    /** Who asks, and whether the region answers. */
    Check caller() {
        return told(
                "AWS identity",
                aws.ask("sts", "get-caller-identity"),
                "aws configure sso, or set AWS_PROFILE; see `aws sts get-caller-identity`",
                json -> Check.ok(
                        "AWS identity",
                        json.path("Arn").asText() + ", account "
                                + json.path("Account").asText() + ", region " + aws.region()));
    }

    /** Everything that {@code environment} needs. */
    List<Check> of(Environment environment) {
        List<Check> checks = new ArrayList<>();
        environment.customDomain().ifPresent(domain -> checks.addAll(new Zone(aws, domain).checks()));
        environment
                .userPool()
                .flatMap(pool -> pool instanceof UserPool.Created created ? created.domainPrefix() : Optional.empty())
                .ifPresent(prefix -> checks.add(prefix(prefix)));
        if (environment.kind() != ApiKind.NONE) {
            Answer account = aws.ask("apigateway", "get-account");
            if (environment.kind() == ApiKind.REST) {
                checks.add(told("role for logs", account, allow("apigateway:GET"), json -> role(json, environment)));
            }
            checks.add(told("request rate", account, allow("apigateway:GET"), json -> rate(json, environment)));
            checks.add(size(environment));
            checks.add(executions());
        }
        return checks;
    }

    private Check prefix(String prefix) {
        Answer answer = aws.ask("cognito-idp", "describe-user-pool-domain", "--domain", prefix);
        return told("domain prefix", answer, allow("cognito-idp:DescribeUserPoolDomain"), json -> {
            JsonNode domain = json.path("DomainDescription");
            String owner = domain.path("UserPoolId").asText("");
            return owner.isEmpty()
                    ? Check.ok("domain prefix", "`" + prefix + "` is not taken, as far as this account can see")
                    : Check.warning(
                            "domain prefix",
                            "`" + prefix + "` is user pool " + owner + "'s"
                                    + Optional.of(domain.path("AWSAccountId").asText(""))
                                            .filter(id -> !id.isEmpty())
                                            .map(id -> " in account " + id)
                                            .orElse(""),
                            "fine if it is this environment's pool; otherwise change `user_pool.domain_prefix`");
        });
    }

    private static Check role(JsonNode account, Environment environment) {
        String arn = account.path("cloudwatchRoleArn").asText("");
        boolean makes = environment.accessLog().accountRole().orElse(false);
        if (arn.isEmpty()) {
            return makes
                    ? Check.ok("role for logs", "none yet; this environment creates it")
                    : Check.failed(
                            "role for logs",
                            "API Gateway has no role for logs in this account and region, and the stage logs",
                            "write `access_log = { account_role = true }`");
        }
        return makes
                ? Check.warning(
                        "role for logs",
                        "`" + arn + "` exists, and this environment sets its own",
                        "fine if it is this environment's; otherwise set `access_log = { account_role = false }`")
                : Check.ok("role for logs", arn);
    }

    private static Check rate(JsonNode account, Environment environment) {
        double limit = account.path("throttleSettings").path("rateLimit").asDouble(0);
        if (limit <= 0) {
            return Check.unknown("request rate", "the account limit is unknown", "aws apigateway get-account");
        }
        double asked = environment
                .written(EnvironmentKeys.THROTTLE, ThrottleKeys.RATE)
                .map(rate -> ((BigDecimal) rate).doubleValue())
                .orElse(0.0);
        String limits = "the account's limit is " + Math.round(limit) + " a second for all its APIs";
        return asked > limit
                ? Check.warning(
                        "request rate",
                        "`throttle.rate` is " + Math.round(asked) + "; " + limits,
                        "lower `throttle.rate`, or request more: aws service-quotas request-service-quota-increase")
                : Check.ok("request rate", limits);
    }

    /** Routes of an HTTP API, resources of a REST API, against the account's own quota. */
    private Check size(Environment environment) {
        boolean rest = environment.kind() == ApiKind.REST;
        String wanted = rest ? "Resources per API" : "Routes per API";
        int has = rest ? resources(environment) : environment.routes().size();
        Answer answer = aws.ask("service-quotas", "list-service-quotas", "--service-code", "apigateway");
        return told("size of the API", answer, allow("servicequotas:ListServiceQuotas"), json -> {
            for (JsonNode quota : json.path("Quotas")) {
                // Service Quotas says REST and WebSocket in one, in words of its own.
                String name = quota.path("QuotaName").asText().replace("Resources/Routes per ", "Resources per ");
                if (name.startsWith(wanted.replace(" API", "")) && name.contains(rest ? "Resources" : "Routes")) {
                    long limit = quota.path("Value").asLong();
                    String found = has + " of " + limit + " ("
                            + quota.path("QuotaName").asText() + ")";
                    return has > limit
                            ? Check.failed(
                                    "size of the API",
                                    found,
                                    "combine routes under `{proxy+}`, or request a higher quota: "
                                            + "aws service-quotas request-service-quota-increase --service-code apigateway"
                                            + " --quota-code "
                                            + quota.path("QuotaCode").asText())
                            : Check.ok("size of the API", found);
                }
            }
            return Check.unknown(
                    "size of the API",
                    "the account's quota is not in the list",
                    "aws service-quotas list-service-quotas --service-code apigateway");
        });
    }

    private static int resources(Environment environment) {
        Set<List<String>> resources = new HashSet<>();
        environment.routes().stream()
                .map(route -> route.key())
                .map(RouteKey::resources)
                .forEach(resources::addAll);
        return resources.size();
    }

    private Check executions() {
        Answer answer = aws.ask("lambda", "get-account-settings");
        return told("concurrent executions", answer, allow("lambda:GetAccountSettings"), json -> {
            JsonNode limit = json.path("AccountLimit").path("ConcurrentExecutions");
            if (!limit.isNumber()) {
                return Check.unknown(
                        "concurrent executions", "the account limit is unknown", "aws lambda get-account-settings");
            }
            return limit.asInt() < FEW_EXECUTIONS
                    ? Check.warning(
                            "concurrent executions",
                            limit.asInt() + " for all functions of the account and region, as new accounts have",
                            "aws service-quotas request-service-quota-increase --service-code lambda --quota-code"
                                    + " L-B99A9384 --desired-value 1000 --region " + aws.region())
                    : Check.ok("concurrent executions", limit.asInt() + " for all functions of the account and region");
        });
    }

    static Check told(String name, Answer answer, String fix, Function<JsonNode, Check> check) {
        return answer instanceof Answer.Given given
                ? check.apply(given.json())
                : Check.unknown(name, ((Answer.Refused) answer).why(), fix);
    }

    static String allow(String action) {
        return "allow `" + action + "` to your AWS identity, or look in the console";
    }
}
