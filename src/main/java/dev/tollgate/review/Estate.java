package dev.tollgate.review;

import dev.tollgate.terraform.Resource;
import java.util.Optional;

/** Where a plan works: the same things stand in another region a second time. */
final class Estate {

    private Estate() {}

    /** The region in which the plan looks for what is at {@code address}, where it is known. */
    static Optional<String> region(Comparison comparison, String address) {
        Optional<Resource> resource = comparison.plan().after().find(address);
        return resource.filter(one -> !one.provider().isEmpty()).isPresent()
                ? resource.flatMap(one -> comparison.plan().after().region(one))
                : comparison.plan().after().providers().stream()
                        .filter(provider -> provider.key().equals("aws"))
                        .flatMap(provider -> provider.values().get("region").text().stream())
                        .findFirst();
    }

    /** The region that {@code gone} is left behind in, where the plan looks in another. */
    static Optional<String> leftBehind(Comparison comparison, Gone gone) {
        Optional<String> now = region(comparison, gone.address());
        return gone.regionBefore().filter(then -> now.isPresent() && !now.get().equals(then));
    }

    /** Why {@code gone} is not found, as the end of a sentence. */
    static String whereabouts(Comparison comparison, Gone gone) {
        return leftBehind(comparison, gone)
                .map(then -> "stays behind in `" + then + "`, unmanaged, as the plan looks in `"
                        + region(comparison, gone.address()).orElse("") + "`")
                .orElse("was deleted outside Terraform");
    }

    /** What keeps {@code gone}, as the beginning of a hint. */
    static String wayBack(Comparison comparison, Gone gone) {
        return leftBehind(comparison, gone)
                .map(then -> "set the region back to `" + then + "`")
                .orElse("restore it or import it first");
    }
}
