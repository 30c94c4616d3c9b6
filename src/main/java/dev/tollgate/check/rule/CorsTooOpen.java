package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** Every website may let its visitors' browsers call the API. */
final class CorsTooOpen {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "cors-too-open", Severity.ERROR, "an API that any website may call", CorsTooOpen::judge)
            .andOfFile(CorsTooOpenInFile::judge);

    private static final String CORS = "cors_configuration";
    private static final String HINT = "name the websites that may call, as in `https://app.example.com`";
    private static final Map<String, String> HEADERS = Map.of(
            "aws_api_gateway_integration_response", "method.response.header.",
            "aws_api_gateway_gateway_response", "gatewayresponse.header.");

    private CorsTooOpen() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            boolean demands =
                    api.routes().stream().anyMatch(route -> !route.access().isOpen());
            if (api.kind() == Api.Kind.REST) {
                judgeRest(infrastructure, api.resource(), demands, report);
            } else {
                judgeHttp(infrastructure, api.resource(), demands, report);
            }
        }
    }

    private static void judgeHttp(
            Infrastructure infrastructure, Resource api, boolean demands, TerraformReport report) {
        Value cors = infrastructure.resolve(api.argument(CORS));
        Value origins = cors.get("allow_origins");
        Value credentials = cors.get("allow_credentials");
        Place place = Place.of(api, CORS, "allow_origins");
        SortedSet<String> named = Texts.of(origins);
        boolean any = named.contains("*") || named.contains("https://*") || named.contains("http://*");
        if (!any) {
            report.knows(place, origins);
        } else if (credentials.is("true")) {
            report.error(place, "any website may call `" + api.address() + "` with its visitors' credentials", HINT);
        } else if (report.knows(Place.of(api, CORS, "allow_credentials"), credentials) && demands) {
            report.warning(place, "any website may call `" + api.address() + "`, which requires a token", HINT);
        }
    }

    /** A REST API sets its headers in many places; one that is too open is enough. */
    private static void judgeRest(
            Infrastructure infrastructure, Resource api, boolean demands, TerraformReport report) {
        List<Resource> responses = HEADERS.keySet().stream()
                .sorted()
                .flatMap(type -> infrastructure.ofType(type).stream())
                .filter(response -> infrastructure.follow(response.get("rest_api_id")) instanceof ReferenceTarget.To to
                        && to.resource().isSame(api))
                .toList();
        Optional<Resource> credentials = responses.stream()
                .filter(response -> header(infrastructure, response, "Access-Control-Allow-Origin")
                        .is("'*'"))
                .filter(response -> header(infrastructure, response, "Access-Control-Allow-Credentials")
                        .is("'true'"))
                .findFirst();
        Optional<Resource> any = responses.stream()
                .filter(response -> header(infrastructure, response, "Access-Control-Allow-Origin")
                        .is("'*'"))
                .findFirst();
        if (credentials.isPresent()) {
            report.error(
                    place(api, credentials.get()),
                    "any website may call `" + api.address() + "` with its visitors' credentials (`"
                            + credentials.get().address() + "`)",
                    HINT);
        } else if (any.isPresent() && demands) {
            report.warning(
                    place(api, any.get()),
                    "any website may call `" + api.address() + "`, which requires a token (`"
                            + any.get().address() + "`)",
                    HINT);
        } else {
            responses.stream()
                    .filter(response -> !header(infrastructure, response, "Access-Control-Allow-Origin")
                            .isCertain())
                    .forEach(response -> report.undecided(
                            Place.of(response, "response_parameters"), "which websites may call is not known"));
        }
    }

    private static Place place(Resource api, Resource response) {
        return new Place(api.address(), response.path(), List.of("response_parameters"));
    }

    private static Value header(Infrastructure infrastructure, Resource response, String name) {
        Value parameters = infrastructure.resolve(response.argument("response_parameters"));
        String prefix = HEADERS.getOrDefault(response.type(), "");
        if (parameters instanceof Value.Mapping mapping) {
            return mapping.members().entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(prefix + name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(Value.absent());
        }
        return parameters;
    }
}
