package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.Report;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.CognitoPool;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An authorizer that trusts nobody, or not the pool that the tokens come from. */
final class ForeignIssuer {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "foreign-issuer",
                    Severity.ERROR,
                    "an authorizer whose issuer is not the user pool that issues the tokens",
                    ForeignIssuer::judge)
            .andOfFile(ForeignIssuer::judge);

    private static final String[] ISSUER = {"jwt_configuration", "issuer"};
    private static final Pattern COGNITO =
            Pattern.compile("https://cognito-idp\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?/([a-z0-9-]+)_[0-9A-Za-z]+");

    private ForeignIssuer() {}

    /** A pool's id begins with its region; the tokens' issuer has both. */
    private static void judge(Environment environment, Report report) {
        environment
                .userPool()
                .filter(dev.tollgate.model.UserPool.Existing.class::isInstance)
                .map(pool -> ((dev.tollgate.model.UserPool.Existing) pool).poolId())
                .filter(id -> !id.startsWith(environment.region() + "_"))
                .ifPresent(id -> report.error(
                        KeyPath.of("user_pool", "id"),
                        "user pool `" + id + "` is not in `" + environment.region()
                                + "`, where its tokens are looked for",
                        "write an id that begins with `" + environment.region()
                                + "_`, or make the environment in the pool's region"));
    }

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            for (Authorizer authorizer : api.authorizers()) {
                judgement(infrastructure, surface, authorizer, report).run();
            }
            api.routes().forEach(route -> judgeRoute(infrastructure, route, report));
        }
    }

    private static Runnable judgement(
            Infrastructure infrastructure, Surface surface, Authorizer authorizer, TerraformReport report) {
        return authorizer.kind().match(new Authorizer.Kind.Cases<>() {
            @Override
            public Runnable cognito(Authorizer.Cognito kind) {
                return () -> judgePools(infrastructure, authorizer, report);
            }

            @Override
            public Runnable jwt(Authorizer.Jwt kind) {
                return () -> judgeIssuer(infrastructure, surface, authorizer, report);
            }

            @Override
            public Runnable lambda(Authorizer.Lambda kind) {
                return ForeignIssuer::noIssuer;
            }

            @Override
            public Runnable undecided(Authorizer.Undecided kind) {
                return ForeignIssuer::noIssuer;
            }
        });
    }

    /** Nothing is written of an issuer, or it is not known what it would mean. */
    private static void noIssuer() {}

    private static void judgeIssuer(
            Infrastructure infrastructure, Surface surface, Authorizer authorizer, TerraformReport report) {
        Resource resource = authorizer.resource();
        Place place = Place.of(resource, ISSUER);
        String subject = "JWT authorizer `" + resource.address() + "`";
        Value written = authorizer.issuer().orElse(Value.absent());
        Optional<String> text = infrastructure.resolve(written).text();
        if (written.isAbsent()) {
            report.error(place, subject + " has no issuer", hint(surface));
        } else if (isBareEndpoint(written)
                || text.filter(url -> !url.startsWith("https://")).isPresent()) {
            report.error(
                    place,
                    subject + " has an issuer without `https://`, which the `iss` of a token always begins with",
                    hint(surface));
        } else if (text.isPresent()) {
            judgeUrl(surface, authorizer, text.get(), report);
        } else if (!(infrastructure.follow(written, "aws_cognito_user_pool") instanceof ReferenceTarget.To)) {
            report.undecided(place, "its issuer is not known");
        }
    }

    /** {@code endpoint} is {@code cognito-idp.REGION.amazonaws.com/ID}. */
    private static boolean isBareEndpoint(Value issuer) {
        return issuer instanceof Value.Reference reference
                && reference.attribute().equals("endpoint")
                && reference.address().contains("aws_cognito_user_pool.");
    }

    private static void judgeUrl(Surface surface, Authorizer authorizer, String url, TerraformReport report) {
        Place place = Place.of(authorizer.resource(), ISSUER);
        String subject = "JWT authorizer `" + authorizer.resource().address() + "`";
        if (!url.startsWith("https://cognito-idp.")) {
            return;
        }
        Matcher parts = COGNITO.matcher(url);
        if (!parts.matches()) {
            report.error(
                    place,
                    subject + " has the issuer `" + url + "`, which is not how Cognito writes `iss` into a token",
                    "`https://cognito-idp.REGION.amazonaws.com/POOL_ID`, with nothing after it");
        } else if (!parts.group(1).equals(parts.group(2))) {
            report.error(
                    place,
                    subject + " looks in " + parts.group(1) + " for a user pool of " + parts.group(2),
                    "a pool's id begins with its region: write that one into the issuer");
        } else if (authorizer.pools().isEmpty() && surface.pools().stream().anyMatch(ForeignIssuer::isMade)) {
            report.warning(
                    place,
                    subject + " trusts `" + url + "`, a user pool that is not in this configuration, which"
                            + " creates another",
                    hint(surface));
        }
    }

    private static boolean isMade(CognitoPool pool) {
        return pool.resource().mode() == Resource.Mode.MANAGED;
    }

    private static void judgePools(Infrastructure infrastructure, Authorizer authorizer, TerraformReport report) {
        if (!authorizer.resource().is("aws_api_gateway_authorizer")) {
            return;
        }
        Place place = Place.of(authorizer.resource(), "provider_arns");
        Value arns = infrastructure.resolve(authorizer.resource().argument("provider_arns"));
        if (arns.items().isEmpty()) {
            report.error(
                    place,
                    "Cognito authorizer `" + authorizer.resource().address() + "` names no user pool",
                    "list the ARNs of user pools in `provider_arns`");
        } else if (authorizer.pools().isEmpty()) {
            report.knows(place, arns);
        }
    }

    private static void judgeRoute(Infrastructure infrastructure, ApiRoute route, TerraformReport report) {
        boolean own = route.resource().is("aws_api_gateway_method")
                || route.resource().is("aws_apigatewayv2_route");
        if (!own || route.access().token().isEmpty()) {
            return;
        }
        Value authorizer = infrastructure.resolve(route.resource().get("authorizer_id"));
        if (authorizer.isAbsent() || authorizer.is("")) {
            report.error(
                    Place.of(route, "authorizer_id"),
                    "`" + route.key() + "` (`" + route.resource().address()
                            + "`) requires a token and names no authorizer to verify it",
                    "set `authorizer_id`");
        }
    }

    private static String hint(Surface surface) {
        return surface.pools().stream()
                .findFirst()
                .map(pool -> "`https://${" + pool.resource().address() + ".endpoint}`")
                .orElse("`https://cognito-idp.REGION.amazonaws.com/POOL_ID`");
    }
}
