package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.Report;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.regex.Pattern;

/** A function without concurrency answers nobody; what is kept ready of one version serves no other. */
final class ConcurrencyWithoutEffect {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "concurrency-without-effect",
                    Severity.ERROR,
                    "concurrency that stops a function, or that nobody uses",
                    ConcurrencyWithoutEffect::judge)
            .andOfFile(ConcurrencyWithoutEffect::judge);

    /** What has it (https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html). */
    private static final Pattern SNAP_START =
            Pattern.compile("java(1[1-9]|[2-9][0-9]).*|python3\\.(1[2-9]|[2-9][0-9])|dotnet([89]|[1-9][0-9])");

    private static final String MORE = "raise it, or leave it out";

    private static final String OTHERS = "leave `snap_start` out, or choose Java 11, Python 3.12, .NET 8 or later";

    private ConcurrencyWithoutEffect() {}

    private static void judge(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            if (function.reservedConcurrency().filter(most -> most == 0).isPresent()) {
                report.error(
                        KeyPath.of("functions", function.id(), "reserved_concurrency"),
                        stopping("function `" + function.id() + "`"),
                        MORE);
            }
            boolean asked =
                    function.alias().filter(LambdaFunction.Alias::snapStart).isPresent();
            if (asked
                    && !function.runtime().isEmpty()
                    && !SNAP_START.matcher(function.runtime()).matches()) {
                report.error(
                        KeyPath.of("functions", function.id(), "snap_start"),
                        lacking("function `" + function.id() + "`", function.runtime()),
                        OTHERS);
            }
        }
    }

    private static String stopping(String function) {
        return function + " has a concurrency of 0: every call is refused";
    }

    private static String lacking(String function, String runtime) {
        return function + " has SnapStart, which `" + runtime + "` does not have";
    }

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource function : infrastructure.ofType("aws_lambda_function")) {
            if (infrastructure
                    .resolve(function.argument("reserved_concurrent_executions"))
                    .is("0")) {
                report.error(
                        Place.of(function, "reserved_concurrent_executions"),
                        stopping("function `" + function.address() + "`"),
                        MORE);
            }
            Value snap = infrastructure.resolve(function.argument("snap_start").get("apply_on"));
            Value publish = infrastructure.resolve(function.argument("publish"));
            String runtime =
                    infrastructure.resolve(function.argument("runtime")).text().orElse("");
            if (snap.is("PublishedVersions")
                    && !runtime.isEmpty()
                    && !SNAP_START.matcher(runtime).matches()) {
                report.error(
                        Place.of(function, "snap_start"),
                        lacking("function `" + function.address() + "`", runtime),
                        OTHERS);
            } else if (snap.is("PublishedVersions") && publish.isCertain() && !publish.is("true")) {
                report.warning(
                        Place.of(function, "snap_start"),
                        "function `" + function.address()
                                + "` has SnapStart and publishes no version: it never starts by it",
                        "set `publish = true`, and call the function by an alias");
            }
        }
        for (Resource ready : infrastructure.ofType("aws_lambda_provisioned_concurrency_config")) {
            Value qualifier = infrastructure.resolve(ready.get("qualifier"));
            if (qualifier.is("$LATEST")) {
                report.error(
                        Place.of(ready, "qualifier"),
                        "`" + ready.address() + "` keeps `$LATEST` ready, which Lambda refuses",
                        "name an alias or a version");
            }
        }
    }
}
