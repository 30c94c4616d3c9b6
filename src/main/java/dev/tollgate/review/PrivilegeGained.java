package dev.tollgate.review;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import java.util.Optional;

/** Statement by statement, so that one action more is not lost in a rewritten document. */
final class PrivilegeGained {

    static final ReviewRule RULE =
            new ReviewRule("privilege-gained", Kind.PRIVILEGE, "an AWS identity may do more", PrivilegeGained::judge);

    private PrivilegeGained() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        Infrastructure before = comparison.plan().before();
        Infrastructure after = comparison.plan().after();
        for (String type : Grants.TYPES) {
            for (Resource resource : after.ofType(type)) {
                Optional<Resource> was = before.find(resource.address());
                Grants now = Grants.of(after, Optional.of(resource));
                // What a new identity may do is read with the identity; what an old one gains is said here.
                if (was.isEmpty() && !joins(comparison, resource)) {
                    continue;
                }
                if (!now.certain()) {
                    report.undecided(resource.address(), "what `" + resource.address() + "` allows");
                }
                now.beyond(Grants.of(before, was), StageRenamed.all(comparison))
                        .forEach(line -> report.say(
                                resource.address(),
                                "`" + resource.address() + "`: " + line,
                                "grant only what is needed"));
            }
        }
    }

    /** Whether a new policy is given to an existing role. */
    private static boolean joins(Comparison comparison, Resource policy) {
        return comparison.plan().after().follow(policy.get("role"), "aws_iam_role") instanceof ReferenceTarget.To to
                ? comparison.plan().before().find(to.resource().address()).isPresent()
                : !policy.get("role").isAbsent();
    }
}
