package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.CognitoHost;
import dev.tollgate.model.Environment;
import dev.tollgate.model.FunctionCode;
import dev.tollgate.model.LambdaFunction;

/**
 * GovCloud's Cognito has no domain names of one's own, Lambda takes images, layers, queues, streams and topics of its
 * own region only, and the European Sovereign Cloud has hosts of its own.
 */
final class UnsupportedInRegion {

    static final CheckRule RULE = CheckRule.ofFile(
            "unsupported-in-region",
            Severity.ERROR,
            "the file asks for what AWS does not support in its region",
            UnsupportedInRegion::judge);

    private static final String EUROPEAN = "eusc-";

    private UnsupportedInRegion() {}

    private static void judge(Environment environment, Report report) {
        if (environment.region().startsWith(EUROPEAN)) {
            report.error(
                    KeyPath.of("region"),
                    "`" + environment.region() + "` is of AWS's European Sovereign Cloud, a partition of its own whose"
                            + " hosts end in `amazonaws.eu`: stacks and what they tell callers name `amazonaws.com`",
                    "name a region of another partition, such as `eu-central-1`");
        }
        if (environment.authDomain().isPresent() && CognitoHost.isGovCloud(environment.region())) {
            report.error(
                    KeyPath.of("custom_domain", "auth"),
                    "Cognito does not support custom domains in `" + environment.region() + "`",
                    "use `user_pool.domain_prefix`; see"
                            + " https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html");
        }
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            if (function.code() instanceof FunctionCode.Image image
                    && !image.uri().contains(".dkr.ecr." + environment.region() + ".")
                    && image.uri().contains(".dkr.ecr.")) {
                report.error(
                        KeyPath.of("functions", function.id(), "image"),
                        "the image of `" + function.id() + "` is not in `" + environment.region()
                                + "`: Lambda takes images of its own region only",
                        "push it to a repository of that region, or let ECR replicate it; see"
                                + " https://docs.aws.amazon.com/lambda/latest/dg/images-create.html");
            }
            events(environment.region(), function, report);
            for (int i = 0; i < function.layers().size(); i++) {
                source(
                        environment.region(),
                        function.layers().get(i),
                        "Lambda takes layers",
                        KeyPath.of("functions", function.id(), "layers", i),
                        report);
            }
            function.codeSigning()
                    .ifPresent(arn -> source(
                            environment.region(),
                            arn,
                            "Lambda checks signatures by a configuration",
                            KeyPath.of("functions", function.id(), "code_signing"),
                            report));
            function.fileSystem()
                    .ifPresent(mounted -> source(
                            environment.region(),
                            mounted.accessPoint(),
                            "Lambda mounts file systems",
                            KeyPath.of("functions", function.id(), "file_system", "access_point"),
                            report));
        }
    }

    private static void events(String region, LambdaFunction.Packaged function, Report report) {
        KeyPath path = KeyPath.of("functions", function.id());
        for (int i = 0; i < function.events().topics().size(); i++) {
            source(
                    region,
                    function.events().topics().get(i),
                    "a stack subscribes to topics",
                    path.child("topics").child(String.valueOf(i)),
                    report);
        }
        for (String stream : function.events().streamSources()) {
            source(region, stream, "Lambda reads streams", path.child("streams").child(stream), report);
        }
        for (String queue : function.events().queueArns()) {
            source(region, queue, "Lambda empties queues", path.child("queues").child(queue), report);
        }
    }

    /** {@code arn} may be a table or a layer of the file, too. */
    private static void source(String region, String arn, String who, KeyPath path, Report report) {
        if (arn.startsWith("arn:") && !arn.contains(":" + region + ":")) {
            report.error(
                    path,
                    "`" + arn + "` is not in `" + region + "`: " + who + " of its own region only",
                    "name one of that region");
        }
    }
}
