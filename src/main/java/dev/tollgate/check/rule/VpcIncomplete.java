package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;

/** Lambda takes subnets and security groups together, or neither. */
final class VpcIncomplete {

    static final CheckRule RULE = CheckRule.ofFile(
            "vpc-incomplete",
            Severity.ERROR,
            "a private network without subnets or without security groups",
            VpcIncomplete::judge);

    private VpcIncomplete() {}

    private static void judge(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            function.vpc().ifPresent(vpc -> {
                if (vpc.subnetIds().isEmpty() != vpc.securityGroupIds().isEmpty()) {
                    String missing = vpc.subnetIds().isEmpty() ? "subnet_ids" : "security_group_ids";
                    report.error(
                            KeyPath.of("functions", function.id(), "vpc", missing),
                            "the `vpc` of function `" + function.id() + "` has no `" + missing
                                    + "`; Lambda takes subnets and security groups together",
                            "add `" + missing + "`, or remove `vpc`");
                }
            });
        }
    }
}
