package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.Report;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.CustomDomain;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.ResourceServer;
import dev.tollgate.model.UserPool;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import java.util.stream.Stream;

/** Names that Tollgate composes; those that stand in the file as they are, the schema has judged. */
final class NameTooLong {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "name-too-long", Severity.ERROR, "a name that is longer than AWS allows", NameTooLong::judge)
            .andOfFile(NameTooLong::judge);

    private NameTooLong() {}

    private static final int FUNCTION = 64;
    private static final int SCOPE = 256;
    private static final int PARAMETER = 1011;
    private static final int COMMON_NAME = 64;
    private static final int STATEMENT = 100;

    private static void judge(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            String name = environment.nameOf(function);
            if (function.functionName().isEmpty() && name.length() > FUNCTION) {
                report.error(
                        KeyPath.of("functions", function.id()),
                        "function and role would be called `" + name + "`, " + name.length()
                                + " characters; Lambda and IAM" + " take " + FUNCTION,
                        "give the function a shorter `name`");
            }
        }
        environment.packagedFunctions().forEach(function -> schedules(environment.nameOf(function), function, report));
        for (ResourceServer server : environment.resourceServers()) {
            server.scopes().stream()
                    .filter(scope -> scope.length() > SCOPE)
                    .forEach(scope -> report.error(
                            KeyPath.of("resource_servers", server.identifier()),
                            "the scope `" + scope.substring(0, 40) + "…` has " + scope.length()
                                    + " characters; Cognito takes " + SCOPE,
                            "shorten the identifier, or the scope's name"));
        }
        environment
                .userPool()
                .filter(UserPool.Created.class::isInstance)
                .flatMap(pool -> ((UserPool.Created) pool).publishedAt())
                .ifPresent(prefix -> parameter(prefix + "/CognitoUserPoolArn", report));
        environment.customDomain().ifPresent(domain -> commonNames(domain, report));
    }

    /** The role's name ends as long as that of a schedule called {@code schedules}. */
    private static void schedules(String name, LambdaFunction.Packaged function, Report report) {
        for (String schedule : function.events().schedules()) {
            int longest = name.length() + 1 + Math.max(schedule.length(), "schedules".length());
            if (name.length() <= FUNCTION && longest > FUNCTION) {
                report.error(
                        KeyPath.of("functions", function.id(), "schedules", schedule),
                        "the schedule `" + name + "." + schedule + "` or its role would have a name of " + longest
                                + " characters; EventBridge Scheduler and IAM take " + FUNCTION,
                        "give the function, or the schedule, a shorter name");
            }
        }
    }

    /** Names that somebody wrote out; the provider looks at them only when it plans. */
    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        written(infrastructure, "aws_lambda_function", "function_name", FUNCTION, report);
        written(infrastructure, "aws_iam_role", "name", FUNCTION, report);
        written(infrastructure, "aws_lambda_permission", "statement_id", STATEMENT, report);
    }

    private static void written(
            Infrastructure infrastructure, String type, String attribute, int longest, TerraformReport report) {
        for (Resource resource : infrastructure.ofType(type)) {
            infrastructure
                    .resolve(resource.argument(attribute))
                    .text()
                    .filter(name -> name.length() > longest)
                    .ifPresent(name -> report.error(
                            Place.of(resource, attribute),
                            "`" + attribute + "` of `" + resource.address() + "` has " + name.length()
                                    + " characters; AWS takes " + longest,
                            "shorten it"));
        }
    }

    private static void parameter(String name, Report report) {
        if (name.length() > PARAMETER) {
            report.error(
                    KeyPath.of("user_pool", "ssm_prefix"),
                    "a parameter's name would have " + name.length() + " characters; SSM takes " + PARAMETER,
                    "shorten `ssm_prefix`");
        }
    }

    /** A certificate's first name is its X.509 common name, which is shorter than a domain name may be. */
    private static void commonNames(CustomDomain domain, Report report) {
        Stream.concat(domain.certificateNames().stream(), domain.api().stream())
                .findFirst()
                .ifPresent(name -> commonName(name, report));
    }

    private static void commonName(String name, Report report) {
        if (name.length() > COMMON_NAME) {
            report.error(
                    KeyPath.of("custom_domain"),
                    "the certificate's first name `" + name + "` has " + name.length() + " characters; ACM takes "
                            + COMMON_NAME + " there",
                    "put a shorter name first in `certificate_names`");
        }
    }
}
