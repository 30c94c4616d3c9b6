package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.Report;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.CalledFunction;
import dev.tollgate.surface.Integration;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** API Gateway waits 29 seconds on REST and 30 on HTTP; what the function does after that, the caller never learns. */
final class TimeoutExceedsGateway {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "timeout-exceeds-gateway",
                    Severity.WARNING,
                    "a function that may run longer than API Gateway waits",
                    TimeoutExceedsGateway::judge)
            .andOfFile(TimeoutExceedsGateway::judge);

    private static final int REST = 29;
    private static final int HTTP = 30;
    private static final String WAIT = "timeout_milliseconds";

    private TimeoutExceedsGateway() {}

    private static void judge(Environment environment, Report report) {
        int longest = environment.kind() == ApiKind.REST ? REST : HTTP;
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            boolean called = environment.routes().stream()
                    .anyMatch(route -> route.target().calls(function.id()));
            if (called && function.timeoutSeconds() > longest) {
                report.warning(
                        KeyPath.of("functions", function.id(), "timeout"),
                        message(
                                "function `" + function.id() + "`",
                                BigDecimal.valueOf(function.timeoutSeconds()),
                                BigDecimal.valueOf(longest)),
                        hint(environment.kind() == ApiKind.REST, BigDecimal.valueOf(longest)));
            }
        }
    }

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        Set<String> told = new HashSet<>();
        for (Api api : surface.apis()) {
            for (ApiRoute route : api.routes()) {
                route.integration()
                        .filter(integration -> integration.function().isPresent())
                        .ifPresent(integration -> judge(infrastructure, api, integration, told, report));
            }
        }
    }

    private static void judge(
            Infrastructure infrastructure, Api api, Integration integration, Set<String> told, TerraformReport report) {
        Resource function = CalledFunction.of(
                        infrastructure, integration.function().orElseThrow())
                .function();
        Value timeout = infrastructure.resolve(function.argument("timeout"));
        if (!function.is("aws_lambda_function") || !report.knows(Place.of(function, "timeout"), timeout)) {
            return;
        }
        boolean rest = api.kind() == Api.Kind.REST;
        Optional<BigDecimal> longest = longest(infrastructure, integration.resource(), rest);
        Optional<BigDecimal> seconds = timeout.number();
        if (seconds.isPresent()
                && longest.isPresent()
                && seconds.get().compareTo(longest.get()) > 0
                && told.add(function.address())) {
            report.warning(
                    Place.of(function, "timeout"),
                    message("function `" + function.address() + "`", seconds.get(), longest.get()),
                    hint(rest, longest.get()));
        }
    }

    /** What API Gateway waits by default, or what the integration says: an account may be allowed more on REST. */
    private static Optional<BigDecimal> longest(Infrastructure infrastructure, Resource integration, boolean rest) {
        Value written = infrastructure.resolve(integration.argument(WAIT));
        return written.isAbsent()
                ? Optional.of(BigDecimal.valueOf(rest ? REST : HTTP))
                : written.number().map(milliseconds -> milliseconds.movePointLeft(3));
    }

    private static String message(String function, BigDecimal seconds, BigDecimal longest) {
        return function + " may run " + shown(seconds) + " seconds; API Gateway waits " + shown(longest);
    }

    private static String hint(boolean rest, BigDecimal longest) {
        return "set `timeout` to " + shown(longest) + " or less; see"
                + " https://docs.aws.amazon.com/apigateway/latest/developerguide/"
                + (rest ? "api-gateway-execution-service-limits-table.html" : "http-api-quotas.html");
    }

    private static String shown(BigDecimal seconds) {
        return seconds.stripTrailingZeros().toPlainString();
    }
}
