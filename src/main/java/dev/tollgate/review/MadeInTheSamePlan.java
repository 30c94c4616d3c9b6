package dev.tollgate.review;

import dev.tollgate.terraform.ResourceChange;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a plan makes, and lets something that is there refer to: the provider cannot know it while it plans. */
final class MadeInTheSamePlan {

    private MadeInTheSamePlan() {}

    /**
     * The addresses that {@code attribute} of {@code change} refers to in the configuration, and that its plan makes.
     */
    static SortedSet<String> referredTo(Comparison comparison, ResourceChange change, String attribute) {
        String module = change.module().isEmpty() ? "" : change.module() + ".";
        SortedSet<String> referred = comparison.plan().after().find(change.address()).stream()
                .flatMap(resource -> resource.references(attribute).stream())
                .map(name -> module + name)
                .collect(Collectors.toCollection(TreeSet::new));
        referred.removeIf(address -> comparison.plan().changes().stream()
                .noneMatch(other ->
                        other.address().equals(address) && other.action().makes()));
        return referred;
    }

    /** How to make {@code addresses} first. */
    static String first(Collection<String> addresses) {
        return "in two steps: first run `terraform apply "
                + addresses.stream().map(address -> "-target='" + address + "'").collect(Collectors.joining(" "))
                + "`, then plan again";
    }
}
