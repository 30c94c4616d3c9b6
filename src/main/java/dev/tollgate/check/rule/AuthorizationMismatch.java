package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Value;
import java.util.Optional;

/**
 * A route's type, its authorizer and its scopes have to go together: API Gateway refuses the rest, or lets nobody in.
 */
final class AuthorizationMismatch {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "authorization-mismatch",
            Severity.ERROR,
            "a route whose authorization type does not fit its authorizer",
            AuthorizationMismatch::judge);

    private static final String TYPE = "authorization";

    private AuthorizationMismatch() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            for (ApiRoute route : api.routes()) {
                boolean rest = route.resource().is("aws_api_gateway_method");
                if (rest || (api.kind() == Api.Kind.HTTP && route.resource().is("aws_apigatewayv2_route"))) {
                    judge(infrastructure, api, route, rest ? TYPE : TYPE + "_type", report);
                }
            }
        }
    }

    private static void judge(
            Infrastructure infrastructure, Api api, ApiRoute route, String attribute, TerraformReport report) {
        String type =
                infrastructure.resolve(route.resource().get(attribute)).text().orElse("");
        Value id = route.resource().argument("authorizer_id");
        boolean takesOne = type.equals("JWT") || type.equals("CUSTOM") || type.equals("COGNITO_USER_POOLS");
        String subject = "`" + route.key() + "` (`" + route.resource().address() + "`) ";
        if (takesOne && (id.isAbsent() || id.is(""))) {
            report.error(
                    Place.of(route, "authorizer_id"),
                    subject + "is `" + type + "` and names no authorizer, which API Gateway refuses",
                    "set `authorizer_id`");
        }
        if (takesOne
                && infrastructure.follow(id, "aws_api_gateway_authorizer", "aws_apigatewayv2_authorizer")
                        instanceof ReferenceTarget.To to) {
            Optional<Authorizer> own = api.authorizers().stream()
                    .filter(one -> one.resource().isSame(to.resource()))
                    .findFirst();
            if (own.isEmpty() && !api.authorizers().isEmpty()) {
                report.error(
                        Place.of(route, "authorizer_id"),
                        subject + "names authorizer `" + to.resource().address() + "` of another API",
                        "name an authorizer of `" + api.resource().address() + "`");
            }
            own.map(one -> fitting(one.kind()))
                    .filter(fitting -> !fitting.isEmpty() && !fitting.equals(type))
                    .ifPresent(fitting -> report.error(
                            Place.of(route, attribute),
                            subject + "is `" + type + "`, and its authorizer `"
                                    + to.resource().address() + "` is for `" + fitting + "`",
                            "set `" + attribute + " = \"" + fitting + "\"`"));
        }
        boolean hasScopes =
                !route.resource().argument("authorization_scopes").items().isEmpty();
        if (hasScopes && !type.isEmpty() && !type.equals("JWT") && !type.equals("COGNITO_USER_POOLS")) {
            report.error(
                    Place.of(route, "authorization_scopes"),
                    subject + "names scopes, and `" + type + "` looks at none",
                    "remove `authorization_scopes`, or authorize by tokens");
        }
        boolean hasOne = !id.isAbsent() && !id.is("");
        if (hasOne && type.equals("AWS_IAM")) {
            report.error(
                    Place.of(route, "authorizer_id"),
                    subject + "names an authorizer, and `AWS_IAM` asks none",
                    "remove `authorizer_id`, or change `" + attribute + "`");
        }
    }

    private static String fitting(Authorizer.Kind kind) {
        return kind.match(new Authorizer.Kind.Cases<>() {
            @Override
            public String cognito(Authorizer.Cognito of) {
                return "COGNITO_USER_POOLS";
            }

            @Override
            public String jwt(Authorizer.Jwt of) {
                return "JWT";
            }

            @Override
            public String lambda(Authorizer.Lambda of) {
                return "CUSTOM";
            }

            @Override
            public String undecided(Authorizer.Undecided of) {
                return "";
            }
        });
    }
}
