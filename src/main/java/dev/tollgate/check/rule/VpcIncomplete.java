package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.ThingPart;
import dev.tollgate.finding.Severity;
import dev.tollgate.terraform.Value;

/** Lambda takes subnets and security groups together, or neither. */
final class VpcIncomplete {

    static final CheckRule RULE = SeenFunction.rule(
            "vpc-incomplete",
            Severity.ERROR,
            "a private network without subnets or without security groups",
            VpcIncomplete::judge);

    private VpcIncomplete() {}

    private static void judge(SeenFunction function) {
        if (!isCounted(function.subnets()) || !isCounted(function.groups())) {
            function.thing().knows(SeenFunction.SUBNETS, function.subnets());
            function.thing().knows(SeenFunction.GROUPS, function.groups());
            return;
        }
        boolean noSubnets = function.subnets().items().isEmpty();
        boolean noGroups = function.groups().items().isEmpty();
        if (noSubnets != noGroups) {
            ThingPart missing = noSubnets ? SeenFunction.SUBNETS : SeenFunction.GROUPS;
            String network = function.thing().says("vpc", "vpc_config");
            function.thing()
                    .error(
                            missing,
                            "the `" + network + "` of " + function.thing().name() + " has no `" + missing.fileWord()
                                    + "`; Lambda takes subnets and security groups together",
                            "add `" + missing.fileWord() + "`, or remove `" + network + "`");
        }
    }

    /** Whether it is known how many there are, whatever each of them is. */
    private static boolean isCounted(Value list) {
        return list instanceof Value.Sequence || list.isAbsent();
    }
}
