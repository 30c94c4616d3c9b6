package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.ResourceChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a plan deletes, or a configuration no longer has, and nobody can bring back. */
final class StatefulResourceReplaced {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "stateful-resource-replaced",
            Severity.ERROR,
            "a change that loses users, clients, a domain or data",
            StatefulResourceReplaced::judge);

    private static final Map<String, String> LOST = Map.of(
            "aws_cognito_user_pool", "all its users are lost",
            "aws_cognito_user_pool_client", "its id and secret change, and programs that use them are locked out",
            "aws_cognito_user_pool_domain", "its token endpoint is down meanwhile",
            "aws_dynamodb_table", "all its items are lost");

    private StatefulResourceReplaced() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        report.changes().stream()
                .filter(change -> change.action().loses())
                .filter(change -> LOST.containsKey(change.type()))
                .forEach(change -> judge(change, report));
        if (report.changes().isEmpty()) {
            report.baseline().ifPresent(before -> compare(infrastructure, before, report));
        }
    }

    private static void judge(ResourceChange change, TerraformReport report) {
        String verb = change.action().replaces() ? "replaces" : "deletes";
        String why = change.forcedBy().isEmpty() ? "" : ", because of " + Wording.listed(change.forcedBy());
        report.error(
                new Place(change.address(), KeyPath.ROOT, List.of()),
                "the plan " + verb + " `" + change.address() + "`" + why + ": " + LOST.get(change.type()),
                change.action().replaces()
                        ? "split the change: make a second one, move to it, then delete the first"
                        : "keep it, or drop it from the state with a `removed` block");
    }

    private static void compare(Infrastructure infrastructure, Infrastructure before, TerraformReport report) {
        for (String type : LOST.keySet().stream().sorted().toList()) {
            for (Resource old : before.ofType(type)) {
                Optional<Resource> now = infrastructure.successor(old.address());
                Place place = new Place(old.address(), KeyPath.ROOT, List.of());
                if (now.isPresent()) {
                    continue;
                }
                if (!infrastructure.unread().isEmpty()) {
                    report.undecided(place, "not all of the configuration was read");
                } else {
                    report.error(
                            place,
                            "`" + old.address() + "` is removed: " + LOST.get(type),
                            "keep it; if it was only renamed, add a `moved` block");
                }
            }
        }
    }
}
