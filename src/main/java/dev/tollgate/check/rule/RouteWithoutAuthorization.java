package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import java.util.Optional;

/** A route that requires nothing is open to the whole internet; an API key says who is counted, not who may. */
final class RouteWithoutAuthorization {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "route-without-authorization",
                    Severity.ERROR,
                    "a route that anyone may call",
                    RouteWithoutAuthorization::judge)
            .fixedInFile("remove `anonymous`: the route then requires a token");

    /**
     * The one route of a WebSocket API that authorizes: the others answer on a connection that it let in.
     * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access-iam.html
     */
    private static final String CONNECT = "$connect";

    private RouteWithoutAuthorization() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        ClientCertificates certificates = new ClientCertificates(infrastructure);
        for (Api api : surface.apis()) {
            Optional<Boolean> demanded = certificates.areDemandedBy(api.resource());
            if (demanded.isEmpty()) {
                report.undecided(
                        Place.of(api.resource()), "whether its domain demands client certificates is not known");
            }
            if (demanded.orElse(true)) {
                continue;
            }
            api.routes().stream()
                    .filter(route ->
                            api.kind() == Api.Kind.WEBSOCKET ? route.key().equals(CONNECT) : !route.isPreflight())
                    .forEach(route -> judge(route, report));
        }
    }

    private static void judge(ApiRoute route, TerraformReport report) {
        Place place = Place.of(route, attribute(route));
        route.access().unknown().ifPresent(because -> report.undecided(place, because));
        if (route.access().isOpen() && route.apiKey()) {
            report.warning(
                    place,
                    "whoever has an API key may call `" + route.key() + "` (`" + place.subject()
                            + "`): a key says who is counted, not who may",
                    "give it an authorizer as well");
        } else if (route.access().isOpen()) {
            report.error(
                    place,
                    "anyone may call `" + route.key() + "` (`" + place.subject() + "`)",
                    "give it an authorizer, or suppress this with the reason why it is public");
        }
    }

    private static String attribute(ApiRoute route) {
        return route.resource().is("aws_api_gateway_method") ? "authorization" : "authorization_type";
    }
}
