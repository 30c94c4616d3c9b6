package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.Report;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.CustomDomain;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.RolePolicy;
import dev.tollgate.model.Route;
import dev.tollgate.schema.AccountThrottle;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.Key;
import dev.tollgate.schema.ThrottleKeys;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * More than AWS's quota before anybody asks for a higher one. A preflight's OPTIONS is a method, not a resource, and
 * does not count.
 */
final class QuotaExceeded {

    static final CheckRule RULE = CheckRule.ofFile(
                    "quota-exceeded",
                    Severity.ERROR,
                    "more of something than AWS lets an account have",
                    QuotaExceeded::judge)
            .andOfTerraform(QuotaExceeded::judge);

    private QuotaExceeded() {}

    private static final String GUIDE = "https://docs.aws.amazon.com/apigateway/latest/developerguide/";
    private static final String HTTP = GUIDE + "http-api-quotas.html";
    private static final String REST = GUIDE + "api-gateway-execution-service-limits-table.html";
    private static final String CERTIFICATE = "https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html";
    private static final String ROLES = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";
    private static final String THROTTLES = GUIDE + "limits.html";
    private static final String CONCURRENCY =
            "https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html";
    /** Of the 1,000 of an account and region, 100 stay with the functions that reserve none. */
    private static final int RESERVABLE = 900;

    private static final int AUDIENCES = 50;
    private static final int ROUTES = 300;
    private static final int SCOPES = 10;
    private static final int NAMES = 10;

    private static void judge(Environment environment, Report report) {
        if (environment.kind() == ApiKind.HTTP) {
            routes(environment, report);
            scopes(environment, report);
            audience(environment, report);
        }
        if (environment.kind() == ApiKind.REST) {
            resources(environment, report);
        }
        environment.packagedFunctions().forEach(function -> policy(environment, function, report));
        concurrency(environment, report);
        throttle(environment, report);
        environment.customDomain().ifPresent(domain -> names(domain, environment.region(), report));
    }

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            if (api.kind() == Api.Kind.HTTP) {
                judge(infrastructure, api, report);
            }
        }
    }

    private static void judge(Infrastructure infrastructure, Api api, TerraformReport report) {
        String subject = "`" + api.resource().address() + "` ";
        if (api.routes().size() > ROUTES) {
            report.error(
                    Place.of(api.resource()),
                    subject + "has " + api.routes().size() + " routes; an HTTP API takes " + ROUTES,
                    "combine routes under a greedy parameter, `{proxy+}`, or ask AWS for more; see " + HTTP);
        }
        for (ApiRoute route : api.routes()) {
            int scopes = infrastructure
                    .resolve(route.resource().argument("authorization_scopes"))
                    .items()
                    .size();
            if (scopes > SCOPES) {
                report.error(
                        Place.of(route, "authorization_scopes"),
                        "`" + route.key() + "` names " + scopes + " scopes; a route of an HTTP API takes " + SCOPES,
                        "name fewer, broader scopes; AWS does not raise this; see " + HTTP);
            }
        }
        for (Authorizer authorizer : api.authorizers()) {
            int audience = authorizer.audience().size();
            if (audience > AUDIENCES) {
                report.error(
                        Place.of(authorizer.resource(), "jwt_configuration", "audience"),
                        "JWT authorizer `" + authorizer.resource().address() + "` lets in tokens of " + audience
                                + " clients; it takes " + AUDIENCES,
                        "make it a REST API, which has no such limit, or share clients; see " + HTTP);
            }
        }
    }

    private static void routes(Environment environment, Report report) {
        if (environment.routes().size() > ROUTES) {
            report.error(
                    KeyPath.of("routes"),
                    "the API has " + environment.routes().size() + " routes; an HTTP API takes " + ROUTES,
                    "combine routes under a greedy parameter, `{proxy+}`, or ask AWS for more; see " + HTTP);
        }
    }

    private static void scopes(Environment environment, Report report) {
        for (Route route : environment.routes()) {
            List<String> scopes = route.authorization().scopes();
            if (scopes.size() > SCOPES) {
                report.error(
                        KeyPath.of("routes", route.key(), "scopes"),
                        "route `" + route.key() + "` names " + scopes.size() + " scopes; a route of an HTTP API takes "
                                + SCOPES,
                        "name fewer, broader scopes; AWS does not raise this; see " + HTTP);
            }
        }
    }

    /** Each client of the file may call, so each is one that tokens may be meant for. */
    private static void audience(Environment environment, Report report) {
        int clients = environment.clients().size();
        if (clients > AUDIENCES
                && environment.authorizer().external().isEmpty()
                && !environment.securedRoutes().isEmpty()) {
            report.error(
                    KeyPath.of("clients"),
                    "the file has " + clients + " clients; the authorizer of an HTTP API lets in tokens of "
                            + AUDIENCES,
                    "make it a REST API, which has no such limit, or share clients; AWS does not raise this; see "
                            + HTTP);
        }
    }

    private static void policy(Environment environment, LambdaFunction.Packaged function, Report report) {
        int size = RolePolicy.size(environment, function);
        if (size > RolePolicy.LARGEST) {
            report.error(
                    KeyPath.of("functions", function.id()),
                    "the role of function `" + function.id() + "` would have a policy of " + size
                            + " characters; IAM takes " + RolePolicy.LARGEST,
                    "gather resources under a `*`, name fewer `tables`, or split the function; AWS does not raise this;"
                            + " see " + ROLES);
        }
    }

    private static void concurrency(Environment environment, Report report) {
        long reserved = environment.packagedFunctions().stream()
                .mapToLong(function -> function.reservedConcurrency()
                        .or(() -> function.alias().flatMap(LambdaFunction.Alias::provisionedConcurrency))
                        .orElse(0))
                .sum();
        if (reserved > RESERVABLE) {
            report.error(
                    KeyPath.of("functions"),
                    "the functions reserve or keep started " + reserved
                            + " calls at once; an account has 1000 in a region, and Lambda"
                            + " keeps 100 of them for functions that reserve none",
                    "keep less, or ask AWS for more and suppress this; see " + CONCURRENCY);
        }
    }

    /** The account's own limits hold however much more a stage allows. */
    private static void throttle(Environment environment, Report report) {
        AccountThrottle account = AccountThrottle.of(environment.region());
        throttle(environment, ThrottleKeys.RATE, account.rate(), "requests a second", report);
        throttle(environment, ThrottleKeys.BURST, account.burst(), "requests at once", report);
    }

    private static void throttle(Environment environment, Key key, int most, String what, Report report) {
        environment
                .written(List.of(EnvironmentKeys.THROTTLE.word(), key.word()))
                .map(BigDecimal.class::cast)
                .filter(value -> value.intValue() > most)
                .ifPresent(value -> report.warning(
                        KeyPath.of(EnvironmentKeys.THROTTLE, key),
                        "`throttle." + key.word() + "` is " + value.toPlainString() + "; an account has " + most + " "
                                + what + " in `" + environment.region() + "`, and no route gets more",
                        "lower it, or suppress this with the limit that AWS gave the account; see " + THROTTLES));
    }

    private static void resources(Environment environment, Report report) {
        Set<List<String>> resources = new HashSet<>();
        environment.routes().forEach(route -> resources.addAll(route.key().resources()));
        if (resources.size() > ROUTES) {
            report.error(
                    KeyPath.of("routes"),
                    "the routes have " + resources.size()
                            + " path resources, including those in between; a REST API allows " + ROUTES,
                    "combine routes under a greedy parameter, `{proxy+}`, or ask AWS for more; see " + REST);
        }
    }

    private static void names(CustomDomain domain, String region, Report report) {
        Set<String> names = new HashSet<>(domain.certificateNames());
        domain.api().ifPresent(names::add);
        // Elsewhere, Cognito's name is on a certificate of its own.
        domain.auth().filter(name -> region.equals("us-east-1")).ifPresent(names::add);
        if (names.size() > NAMES) {
            report.error(
                    KeyPath.of("custom_domain", "certificate_names"),
                    "the certificate has " + names.size() + " names; a certificate takes " + NAMES,
                    "remove names, or ask AWS for more; see " + CERTIFICATE);
        }
    }
}
