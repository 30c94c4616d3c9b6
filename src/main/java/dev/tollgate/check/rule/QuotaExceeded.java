package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.CustomDomain;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * More than AWS's quota before anybody asks for a higher one. A preflight's OPTIONS is a method, not a resource, and
 * does not count.
 */
final class QuotaExceeded {

    static final CheckRule RULE = CheckRule.ofFile(
            "quota-exceeded", Severity.ERROR, "more of something than AWS lets an account have", QuotaExceeded::judge);

    private QuotaExceeded() {}

    private static final String GUIDE = "https://docs.aws.amazon.com/apigateway/latest/developerguide/";
    private static final String HTTP = GUIDE + "http-api-quotas.html";
    private static final String REST = GUIDE + "api-gateway-execution-service-limits-table.html";
    private static final String CERTIFICATE = "https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html";
    private static final int ROUTES = 300;
    private static final int SCOPES = 10;
    private static final int NAMES = 10;

    private static void judge(Environment environment, Report report) {
        if (environment.kind() == ApiKind.HTTP) {
            routes(environment, report);
            scopes(environment, report);
        }
        if (environment.kind() == ApiKind.REST) {
            resources(environment, report);
        }
        environment.customDomain().ifPresent(domain -> names(domain, environment.region(), report));
    }

    private static void routes(Environment environment, Report report) {
        if (environment.routes().size() > ROUTES) {
            report.error(
                    KeyPath.of("routes"),
                    "the API has " + environment.routes().size() + " routes; an HTTP API takes " + ROUTES,
                    "gather routes under a greedy parameter, `{proxy+}`, or ask AWS for more; see " + HTTP);
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

    private static void resources(Environment environment, Report report) {
        Set<List<String>> resources = new HashSet<>();
        environment.routes().forEach(route -> resources.addAll(route.key().resources()));
        if (resources.size() > ROUTES) {
            report.error(
                    KeyPath.of("routes"),
                    "the routes have " + resources.size()
                            + " path resources, those in between counted; a REST API takes " + ROUTES,
                    "gather routes under a greedy parameter, `{proxy+}`, or ask AWS for more; see " + REST);
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
                    "leave names out, or ask AWS for more; see " + CERTIFICATE);
        }
    }
}
