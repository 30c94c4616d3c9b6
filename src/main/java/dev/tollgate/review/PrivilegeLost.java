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
                Optional<Resource> there = after.find(resource.address());
                Grants now = Grants.of(after, there);
                Grants then = Grants.of(before, Optional.of(resource));
                // An API without a policy of its own lets through more, not less: resource-policy-removed.
                boolean isUnguarded = type.startsWith("aws_api_gateway_rest_api")
                        && now.grants().isEmpty();
                if (now.certain() && there.isPresent() && !isUnguarded) {
                    then.beyond(now, StageRenamed.back(comparison))
                            .forEach(line -> report.say(
                                    resource.address(),
                                    "`" + resource.address() + "` no more: " + line,
                                    "check that nothing needs it"));
                }
            }
        }
    }
}
