package dev.tollgate.review;

/** A REST and an HTTP API's domain name are two types in Terraform and one name in AWS. */
final class DomainHeldByOtherKind {

    static final ReviewRule RULE = new ReviewRule(
            "domain-held-by-other-kind",
            Kind.REFUSED,
            "a domain name moves from a REST API to an HTTP API, or back",
            DomainHeldByOtherKind::judge);

    private DomainHeldByOtherKind() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        LikelyRename.all(comparison).stream()
                .filter(renaming -> renaming.name().once() && renaming.changesType())
                .forEach(renaming -> report.say(
                        renaming.from().address(),
                        "`" + renaming.from().address() + "` still has the domain `"
                                + renaming.name().shown(renaming.from().before()) + "` when `"
                                + renaming.to().address() + "` takes it, which AWS refuses",
                        "in two steps: first remove `custom_domain.api`, change nothing else, and apply that; then"
                                + " change `api_type` and add `custom_domain.api` again. The name does not work"
                                + " in between"));
    }
}
