package dev.tollgate.review;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import java.util.Optional;

/** What a document allowed and does not any more. */
final class PrivilegeLost {

    static final ReviewRule RULE =
            new ReviewRule("privilege-lost", Kind.NARROWED, "an AWS identity may do less", PrivilegeLost::judge);

    private PrivilegeLost() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        Infrastructure before = comparison.plan().before();
        Infrastructure after = comparison.plan().after();
        for (String type : Grants.TYPES) {
            for (Resource resource : before.ofType(type)) {
                Grants now = Grants.of(after, after.find(resource.address()));
                if (now.certain() && after.find(resource.address()).isPresent()) {
                    Grants.of(before, Optional.of(resource))
                            .without(now)
                            .forEach(line -> report.say(
                                    resource.address(),
                                    "`" + resource.address() + "` no more: " + line,
                                    "check that nothing needs it"));
                }
            }
        }
    }
}
