package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.math.BigDecimal;

/** What a Lambda authorizer decided for one caller is kept, and taken for the next request that looks the same. */
final class AuthorizerCacheUnsafe {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "authorizer-cache-unsafe",
            Severity.ERROR,
            "a Lambda authorizer that caches a decision for too long, or for the wrong caller",
            AuthorizerCacheUnsafe::judge);

    private static final String TTL = "authorizer_result_ttl_in_seconds";
    private static final BigDecimal SENSIBLE = BigDecimal.valueOf(300);
    private static final BigDecimal MOST = BigDecimal.valueOf(3600);

    private AuthorizerCacheUnsafe() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            for (Authorizer authorizer : api.authorizers()) {
                if (authorizer.kind() instanceof Authorizer.Lambda lambda
                        && !authorizer.resource().isSame(api.resource())) {
                    judge(infrastructure, api.kind(), authorizer, lambda, report);
                }
            }
        }
    }

    private static void judge(
            Infrastructure infrastructure,
            Api.Kind kind,
            Authorizer authorizer,
            Authorizer.Lambda lambda,
            TerraformReport report) {
        Resource resource = authorizer.resource();
        Value written = infrastructure.resolve(resource.argument(TTL));
        Place place = Place.of(resource, TTL);
        if (!report.knows(place, written)) {
            return;
        }
        BigDecimal byDefault = kind == Api.Kind.WEBSOCKET ? BigDecimal.ZERO : SENSIBLE;
        BigDecimal seconds = written.number().orElse(byDefault);
        String subject = "authorizer `" + resource.address() + "`";
        if (seconds.compareTo(MOST) > 0 || seconds.signum() < 0) {
            report.error(
                    place,
                    subject + " caches its decisions for " + seconds.toPlainString() + " seconds",
                    "API Gateway allows 0 to 3600");
        } else if (seconds.compareTo(SENSIBLE) > 0) {
            report.warning(
                    place,
                    subject + " caches a decision for " + seconds.toPlainString()
                            + " seconds: a caller who loses access still gets in until then",
                    "at most 300, the default");
        }
        Value source = infrastructure.resolve(
                resource.argument(kind == Api.Kind.REST ? "identity_source" : "identity_sources"));
        if (lambda.wholeRequest()
                && kind == Api.Kind.HTTP
                && seconds.signum() > 0
                && source.items().isEmpty()) {
            report.error(
                    Place.of(resource, "identity_sources"),
                    subject + " caches decisions, and does not say by what it identifies a caller",
                    "name it in `identity_sources`, such as `$request.header.Authorization`, or set `" + TTL + " = 0`");
        }
    }
}
