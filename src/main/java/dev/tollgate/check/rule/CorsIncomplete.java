package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Thing;
import dev.tollgate.check.ThingPart;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Cors;
import dev.tollgate.model.Environment;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * CORS that lets a page in and refuses what it must send. {@code *} does not cover Authorization, and covers nothing
 * beside credentials (Fetch standard, CORS protocol). GET, HEAD and POST need no permission.
 */
final class CorsIncomplete {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "cors-incomplete",
                    Severity.WARNING,
                    "CORS lets a page in, and refuses what it sends",
                    CorsIncomplete::judge)
            .andOfFile(CorsIncomplete::judge)
            .needing("routes");

    private static final String BLOCK = "cors_configuration";
    private static final ThingPart HEADERS = ThingPart.of("allow_headers", BLOCK + ".allow_headers");
    private static final ThingPart METHODS = ThingPart.of("allow_methods", BLOCK + ".allow_methods");
    private static final ThingPart EXPOSED = ThingPart.of("expose_headers", BLOCK + ".expose_headers");
    private static final Set<String> NEEDING_PERMISSION = Set.of("DELETE", "PATCH", "PUT");

    private CorsIncomplete() {}

    private static void judge(Environment environment, Report report) {
        environment
                .cors()
                .ifPresent(cors -> judge(environment, cors, new Thing.InFile("`cors`", KeyPath.of("cors"), report)));
    }

    private static void judge(Environment environment, Cors cors, Thing thing) {
        if (!environment.securedRoutes().isEmpty()) {
            headers(cors.allowHeaders(), thing);
        }
        methods(
                cors.allowMethods(),
                cors.allowCredentials(),
                environment.routes().stream().map(route -> route.key().method()).toList(),
                thing);
        exposed(cors.exposeHeaders(), cors.allowCredentials(), thing);
    }

    /** A REST API answers preflights itself, method by method; only an HTTP API says here what it allows. */
    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            Value cors = infrastructure.resolve(api.resource().argument(BLOCK));
            if (api.kind() != Api.Kind.HTTP || cors.items().isEmpty()) {
                continue;
            }
            Thing thing = new Thing.InTerraform("`" + api.resource().address() + "`", api.resource(), report);
            Value headers = cors.get("allow_headers");
            Value methods = cors.get("allow_methods");
            Value credentials = cors.get("allow_credentials");
            if (thing.knows(HEADERS, headers)
                    && api.routes().stream()
                            .anyMatch(route -> route.access().token().isPresent())) {
                headers(Texts.of(headers), thing);
            }
            if (thing.knows(METHODS, methods) && credentials.isCertain()) {
                methods(
                        Texts.of(methods),
                        credentials.is("true"),
                        api.routes().stream().map(ApiRoute::method).toList(),
                        thing);
            }
            Value exposed = cors.get("expose_headers");
            if (credentials.isCertain() && thing.knows(EXPOSED, exposed)) {
                exposed(Texts.of(exposed), credentials.is("true"), thing);
            }
        }
    }

    private static void headers(Collection<String> allowed, Thing thing) {
        if (allowed.stream().map(name -> name.toLowerCase(Locale.ROOT)).noneMatch("authorization"::equals)) {
            thing.warning(
                    HEADERS,
                    "pages may not send `Authorization`, which secured routes need"
                            + (allowed.contains("*") ? "; `*` does not cover it" : ""),
                    "add `Authorization` to `allow_headers`");
        }
    }

    private static void exposed(Collection<String> exposed, boolean credentials, Thing thing) {
        if (credentials && exposed.contains("*")) {
            thing.warning(
                    EXPOSED,
                    "pages cannot read headers through `*`, which has no effect with `allow_credentials`",
                    "list the headers that pages read");
        }
    }

    private static void methods(
            Collection<String> allowed, boolean credentials, Collection<String> answered, Thing thing) {
        if (allowed.contains("*") && !credentials) {
            return;
        }
        SortedSet<String> missing = new TreeSet<>(answered);
        missing.retainAll(NEEDING_PERMISSION);
        missing.removeAll(new HashSet<>(allowed));
        if (!missing.isEmpty()) {
            thing.note(
                    METHODS,
                    "pages may not use " + Wording.listed(missing) + ", which routes answer"
                            + (allowed.contains("*") ? "; `*` has no effect with `allow_credentials`" : ""),
                    "add what pages use to `allow_methods`");
        }
    }
}
