package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Who may take on a role may do all that it may. */
final class RoleTrustTooWide {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "role-trust-too-wide",
            Severity.ERROR,
            "a role that anyone, or anyone of an account, may assume",
            RoleTrustTooWide::judge);

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}|arn:[^:]*:iam::[0-9]{12}:root");

    private RoleTrustTooWide() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Policies.Policy trust : new Policies(infrastructure).trusts()) {
            if (trust.statements().isEmpty()) {
                report.undecided(trust.place(), "who may assume it is not known");
            }
            trust.statements().orElse(List.of()).stream()
                    .filter(statement -> statement.isAllowed() && !statement.isConditional())
                    .forEach(statement -> judge(trust, statement, report));
        }
    }

    private static void judge(Policies.Policy trust, Policies.Statement statement, TerraformReport report) {
        List<Value> principals = new ArrayList<>();
        Value written = statement.principals();
        if (written instanceof Value.Mapping mapping) {
            mapping.members().values().forEach(value -> principals.addAll(value.items()));
        } else {
            principals.addAll(written.items());
        }
        for (Value principal : principals) {
            if (principal.is("*")) {
                report.error(
                        trust.place(),
                        "anyone on AWS may assume role `" + trust.resource().address() + "`",
                        "name the service or the role, as in `\"Service\": \"lambda.amazonaws.com\"`");
            } else if (principal
                    .text()
                    .filter(text -> ACCOUNT.matcher(text).matches())
                    .isPresent()) {
                report.warning(
                        trust.place(),
                        "everyone of an account who may call `sts:AssumeRole` may assume role `"
                                + trust.resource().address() + "`",
                        "name the role that assumes it, or add a `Condition`");
            }
        }
    }
}
