package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;

/** A function URL goes round the API, its authorizers and its limits. */
final class FunctionUrlOpen {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "function-url-open",
            Severity.ERROR,
            "a function that anyone may call at an address of its own",
            FunctionUrlOpen::judge);

    private static final String TYPE = "authorization_type";

    private FunctionUrlOpen() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource url : infrastructure.ofType("aws_lambda_function_url")) {
            Value type = infrastructure.resolve(url.argument(TYPE));
            if (report.knows(Place.of(url, TYPE), type) && type.is("NONE")) {
                report.error(
                        Place.of(url, TYPE),
                        "`" + url.address()
                                + "` lets anyone call the function, past the API that authorizes its callers",
                        "set `" + TYPE + " = \"AWS_IAM\"`, or remove the function URL");
            }
        }
    }
}
