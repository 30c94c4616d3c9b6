package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.Integration;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Locale;
import java.util.Set;

/** A cache that does not tell callers or routes apart gives one what was meant for another. */
final class SharedResponse {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "shared-response",
            Severity.ERROR,
            "a cached answer or decision that one caller leaves for others",
            SharedResponse::judge);

    private SharedResponse() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            if (api.kind() == Api.Kind.HTTP) {
                api.authorizers().forEach(authorizer -> decision(infrastructure, api, authorizer, report));
            }
            if (api.kind() == Api.Kind.REST) {
                answers(infrastructure, api, report);
            }
        }
    }

    private static void decision(
            Infrastructure infrastructure, Api api, Authorizer authorizer, TerraformReport report) {
        Resource resource = authorizer.resource();
        boolean isSimple = infrastructure
                .resolve(resource.argument("enable_simple_responses"))
                .is("true");
        Value written = infrastructure.resolve(resource.argument("authorizer_result_ttl_in_seconds"));
        boolean isOff = written.is("0") || !written.isCertain();
        Set<String> sources = Texts.of(infrastructure.resolve(resource.argument("identity_sources")));
        long routes = api.routes().stream()
                .filter(route ->
                        route.access().authorizer().filter(authorizer::isSame).isPresent())
                .count();
        boolean distinguishes = sources.contains("$context.routeKey") || sources.contains("$context.path");
        if (authorizer.kind() instanceof Authorizer.Lambda && isSimple && !isOff && routes > 1 && !distinguishes) {
            report.error(
                    Place.of(resource, "identity_sources"),
                    "authorizer `" + resource.address() + "` keeps one decision for all of its " + routes
                            + " routes: who may use one may use each",
                    "add `$context.routeKey` to `identity_sources`, or set `authorizer_result_ttl_in_seconds = 0`");
        }
    }

    private static void answers(Infrastructure infrastructure, Api api, TerraformReport report) {
        for (Resource settings : infrastructure.ofType("aws_api_gateway_method_settings")) {
            Value block = settings.argument("settings");
            boolean isOwn = infrastructure.follow(settings.get("rest_api_id"), "aws_api_gateway_rest_api")
                            instanceof ReferenceTarget.To to
                    && to.resource().isSame(api.resource());
            if (!isOwn || !infrastructure.resolve(block.get("caching_enabled")).is("true")) {
                continue;
            }
            String path =
                    infrastructure.resolve(settings.get("method_path")).text().orElse("*/*");
            for (ApiRoute route : api.routes()) {
                boolean isMeant = path.equals("*/*") || ("/" + path).equals(route.path() + "/" + route.method());
                if (isMeant
                        && (route.method().equals("GET") || !path.equals("*/*"))
                        && isOfOne(route)
                        && !isKeyed(infrastructure, route)) {
                    report.error(
                            Place.of(settings, "settings", "caching_enabled"),
                            "`" + settings.address() + "` caches `" + route.key()
                                    + "`, which demands an authorization: one caller gets the answer of another",
                            "name `method.request.header.Authorization` in the integration's `cache_key_parameters`, or"
                                    + " do not cache it");
                    return;
                }
            }
            if (infrastructure
                    .resolve(block.get("require_authorization_for_cache_control"))
                    .is("false")) {
                report.warning(
                        Place.of(settings, "settings", "require_authorization_for_cache_control"),
                        "`" + settings.address() + "` lets every caller empty the cache",
                        "leave `require_authorization_for_cache_control` at `true`");
            }
        }
    }

    private static boolean isOfOne(ApiRoute route) {
        return !route.access().isOpen() && route.access().unknown().isEmpty();
    }

    private static boolean isKeyed(Infrastructure infrastructure, ApiRoute route) {
        return route.integration()
                .map(Integration::resource)
                .map(one -> Texts.of(infrastructure.resolve(one.argument("cache_key_parameters"))))
                .filter(keys -> keys.stream()
                        .anyMatch(key -> key.toLowerCase(Locale.ROOT).endsWith(".authorization")))
                .isPresent();
    }
}
