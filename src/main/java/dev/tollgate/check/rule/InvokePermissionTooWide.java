package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.CalledFunction;
import dev.tollgate.surface.Integration;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whoever may invoke a function decides what its events say: also somebody else's API, in somebody else's account. */
final class InvokePermissionTooWide {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "invoke-permission-too-wide",
            Severity.ERROR,
            "a function that more callers may invoke than need to",
            InvokePermissionTooWide::judge);

    private static final String SOURCE = "source_arn";
    private static final String SERVICE = ".amazonaws.com";
    private static final Pattern BUCKET = Pattern.compile("arn:[^:]*:s3:::.*");
    private static final String[] APIS = {"aws_api_gateway_rest_api", "aws_apigatewayv2_api"};
    private static final String HINT =
            "name the API, the stage, the method and the path, as in `${aws_api_gateway_rest_api.api.execution_arn}/v1/GET/books`";

    /** What follows the API's id: the stage, the method, the path. */
    private static final Pattern AFTER_API = Pattern.compile("(?:arn:[^:]*:execute-api:[^:]*:[^:]*:[^/]*)?(/.*)?");

    private static final Pattern ANY_API = Pattern.compile("arn:[^:]*:execute-api:[^:]*:[^:]*:\\*.*");

    private InvokePermissionTooWide() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource permission : infrastructure.ofType("aws_lambda_permission")) {
            Value principal = infrastructure.resolve(permission.get("principal"));
            if (principal.is("*")) {
                report.error(
                        Place.of(permission, "principal"),
                        "`" + permission.address() + "` lets everybody invoke the function",
                        "set `principal = \"apigateway.amazonaws.com\"`");
            } else if (principal.is("apigateway.amazonaws.com")) {
                judgeSource(infrastructure, surface, permission, report);
            } else if (principal.text().filter(text -> text.endsWith(SERVICE)).isPresent()) {
                judgeService(infrastructure, permission, principal.text().get(), report);
            } else {
                report.knows(Place.of(permission, "principal"), principal);
            }
        }
    }

    /**
     * A service calls for whoever asked it to, in any account, unless the permission says for whom. A bucket's ARN
     * names no account: who takes a deleted bucket's name takes its permission with it.
     * https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html
     */
    private static void judgeService(
            Infrastructure infrastructure, Resource permission, String service, TerraformReport report) {
        Value source = infrastructure.resolve(permission.argument(SOURCE));
        boolean isOfAnAccount = Stream.of("source_account", "principal_org_id")
                .anyMatch(name -> !permission.argument(name).isAbsent());
        Place place = Place.of(permission, SOURCE);
        if (isOfAnAccount) {
            return;
        }
        if (source.isAbsent()) {
            report.error(
                    place,
                    "`" + permission.address() + "` lets `" + service
                            + "` invoke the function for every account that asks it to",
                    "set `source_arn` to what may invoke it, or `source_account` to your account");
        } else if (source.text().filter(text -> BUCKET.matcher(text).matches()).isPresent()
                && !(infrastructure.follow(permission.argument(SOURCE), "aws_s3_bucket")
                        instanceof ReferenceTarget.To)) {
            report.warning(
                    place,
                    "`" + permission.address()
                            + "` names a bucket and no account: whoever takes the name once the bucket is deleted may"
                            + " invoke the function",
                    "set `source_account` to your account as well");
        }
    }

    private static void judgeSource(
            Infrastructure infrastructure, Surface surface, Resource permission, TerraformReport report) {
        Value written = permission.argument(SOURCE);
        Value source = infrastructure.resolve(written);
        Place place = Place.of(permission, SOURCE);
        String subject = "`" + permission.address() + "`";
        if (source.isAbsent()) {
            report.error(
                    place, subject + " lets every API invoke the function, including those of other accounts", HINT);
            return;
        }
        if (source.text().filter(text -> ANY_API.matcher(text).matches()).isPresent()) {
            report.error(place, subject + " lets every API of the account invoke the function", HINT);
            return;
        }
        Optional<String> rest = afterApi(source);
        if (rest.isEmpty()) {
            report.undecided(place, "`" + SOURCE + "` is not known");
        } else if (rest.get().matches("/[^/]*/ANY(/.*)?")) {
            report.error(
                    place,
                    subject + " names the method `ANY`, which no request has: the function cannot be invoked",
                    "write `*` for any method");
        } else if (rest.get().matches("(/\\*)*")) {
            judgeWhole(infrastructure, surface, permission, report);
        }
    }

    /** The stage, method and path; empty where they are not known. */
    private static Optional<String> afterApi(Value source) {
        Value last = source instanceof Value.Template template
                ? template.parts().get(template.parts().size() - 1)
                : source;
        if (last instanceof Value.Reference) {
            return Optional.of("");
        }
        boolean one = source instanceof Value.Template template
                && template.parts().size() == 2
                && template.parts().get(0) instanceof Value.Reference;
        if (source instanceof Value.Template && !one) {
            return Optional.empty();
        }
        return last.text().map(AFTER_API::matcher).filter(Matcher::matches).map(matcher -> Optional.ofNullable(
                        matcher.group(1))
                .orElse(""));
    }

    /** A permission for a whole API is no wider than its routes when all of them call the function. */
    private static void judgeWhole(
            Infrastructure infrastructure, Surface surface, Resource permission, TerraformReport report) {
        Place place = Place.of(permission, SOURCE);
        ReferenceTarget api = infrastructure.follow(permission.argument(SOURCE), APIS);
        ReferenceTarget function = infrastructure.follow(permission.get("function_name"), "aws_lambda_function");
        Optional<Api> of = api instanceof ReferenceTarget.To to
                ? surface.apis().stream()
                        .filter(one -> one.resource().isSame(to.resource()))
                        .findFirst()
                : Optional.empty();
        if (of.isEmpty() || !(function instanceof ReferenceTarget.To called)) {
            report.undecided(place, "its API or function is not in this configuration");
            return;
        }
        boolean others = of.get().routes().stream()
                .filter(route -> !route.isPreflight())
                .anyMatch(route -> route.integration()
                        .flatMap(Integration::function)
                        .map(one -> CalledFunction.of(infrastructure, one).function())
                        .filter(called.resource()::isSame)
                        .isEmpty());
        if (others) {
            report.warning(
                    place,
                    "`" + permission.address() + "` lets every route of `"
                            + of.get().resource().address() + "` invoke `"
                            + called.resource().address() + "`, which not all of them call",
                    HINT);
        }
    }
}
