package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that goes from one address and comes at another under the name that it has in AWS: most likely it was
 * renamed, and nobody told Terraform.
 *
 * @param key what the new one stands under in the environment file, where there is one; else empty
 */
record LikelyRename(AwsName name, ResourceChange from, ResourceChange to, Optional<String> key) {

    /** All in the plan, those that carry others first. */
    static List<LikelyRename> all(Comparison comparison) {
        List<LikelyRename> found = new ArrayList<>();
        List<ResourceChange> leaving = new ArrayList<>(comparison.all(Action.DELETE));
        leaving.addAll(comparison.all(Action.FORGET));
        for (AwsName name : AwsName.ALL) {
            leaving.stream().filter(from -> from.type().equals(name.type())).forEach(from -> of(comparison, from)
                    .ifPresent(found::add));
        }
        return found;
    }

    /** That of {@code from}, which goes. */
    static Optional<LikelyRename> of(Comparison comparison, ResourceChange from) {
        return AwsName.unique(from.type(), from.before())
                .flatMap(name -> comparison.created().getOrDefault(name, List.of()).stream()
                        .filter(to -> !isElsewhere(comparison, from, to))
                        .findFirst())
                .map(to -> {
                    AwsName name = AwsName.of(from.type()).orElseThrow();
                    return new LikelyRename(name, from, to, key(comparison, name, to));
                });
    }

    private static boolean isElsewhere(Comparison comparison, ResourceChange from, ResourceChange to) {
        Optional<String> then = Gone.region(from.before().get("arn"));
        Optional<String> now = Estate.region(comparison, to.address());
        return then.isPresent() && now.isPresent() && !then.equals(now);
    }

    private static Optional<String> key(Comparison comparison, AwsName name, ResourceChange to) {
        if (name.collection().isEmpty() || !to.module().isEmpty()) {
            return Optional.empty();
        }
        Value written = comparison.plan().after().variables().get(name.collection());
        return written instanceof Value.Mapping mapping
                ? mapping.members().keySet().stream()
                        .filter(key -> word(key).equals(word(to.name())))
                        .findFirst()
                : Optional.empty();
    }

    /** Keys and the names in Terraform that are made of them differ in case and punctuation. */
    private static String word(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    /** Whether it is one type that becomes another, which no {@code moved} can say. */
    boolean changesType() {
        return !from.type().equals(to.type());
    }

    /** What to write so that Terraform knows. */
    String line() {
        return key.map(now -> "say so in the file: `moved = { \"" + name.collection() + "." + from.name() + "\" = \""
                        + name.collection() + "." + now + "\" }`")
                .orElse("say so with a `moved` block from `" + from.address() + "` to `" + to.address() + "`");
    }
}
