package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.cloudwatch_log_group.CloudwatchLogGroupConfig;
import com.hashicorp.cdktf.providers.aws.lambda_permission.LambdaPermissionConfig;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import dev.tollgate.model.RouteKey;
import dev.tollgate.schema.AccessLogKeys;
import dev.tollgate.schema.EnvironmentKeys;
import java.util.List;
import java.util.stream.Collectors;

/** What both kinds of API are made with in the same way. */
final class Api {

    private Api() {}

    /** The log of every request; its name and address are the same for both kinds. */
    static Element accessLog(Elements elements) {
        return elements.add(
                "access_log",
                CloudwatchLogGroupConfig.builder()
                        .name("/aws/apigateway/"
                                + Variable.of(EnvironmentKeys.NAME).text())
                        .retentionInDays(Variable.of(EnvironmentKeys.ACCESS_LOG, AccessLogKeys.RETENTION_DAYS)
                                .number())
                        .build());
    }

    /** Lets API Gateway call the route's function, where it calls one, for this route and no other. */
    static void permission(
            Elements elements,
            Environment environment,
            Compute compute,
            Route route,
            String executionArn,
            String stage) {
        route.target()
                .function()
                .map(compute::callable)
                .ifPresent(function -> permission(elements, environment, route, function, executionArn, stage));
    }

    private static void permission(
            Elements elements,
            Environment environment,
            Route route,
            Callable function,
            String executionArn,
            String stage) {
        elements.add(
                route.key().id(),
                LambdaPermissionConfig.builder()
                        .statementId(environment.permissionId(route))
                        .action("lambda:InvokeFunction")
                        .functionName(function.functionName())
                        .principal("apigateway.amazonaws.com")
                        .sourceArn(executionArn + "/" + stage + "/" + resource(route.key()))
                        .build());
    }

    /** The route as an execution ARN ends; a parameter may be anything, and so may {@code ANY} method. */
    private static String resource(RouteKey key) {
        if (key.isDefault()) {
            return RouteKey.DEFAULT;
        }
        return (key.method().equals("ANY") ? "*" : key.method())
                + key.segments().stream()
                        .map(segment -> segment.startsWith("{") ? "*" : segment)
                        .collect(Collectors.joining("/", "/", ""));
    }

    /** A log format of one JSON object a line, {@code fields} in pairs of name and value. */
    static String logFormat(List<String> fields) {
        StringBuilder format = new StringBuilder("{");
        for (int i = 0; i < fields.size(); i += 2) {
            format.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(fields.get(i))
                    .append("\":\"")
                    .append(fields.get(i + 1))
                    .append('"');
        }
        return format.append('}').toString();
    }
}
