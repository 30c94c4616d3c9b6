package dev.tollgate.synth;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.People;
import dev.tollgate.model.PoolAttribute;
import dev.tollgate.model.SignIn;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is fixed once a pool is made. Terraform would make another pool, without the users, or call a new standard
 * attribute {@code custom:…}: a plan that asks for it fails.
 */
final class PoolDoors {

    private static final String ANOTHER =
            " For another choice, begin a new environment file with a pool of its own, and bring the people over,"
                    + " for one with the trigger `user_migration`.";

    private final Elements elements;
    private final KeyPath source;

    PoolDoors(Elements elements, KeyPath source) {
        this.elements = elements;
        this.source = source;
    }

    /** Closes them for {@code pool}. */
    void close(Element pool, People people) {
        String fixed = fixed(people);
        Memory signIn = elements.add(source, Memory.ofFirst("users_sign_in", fixed));
        pool.demanding(
                signIn.is(fixed),
                "how people sign in, and which standard attributes they have, is fixed once a pool exists: write"
                        + " `sign_in`, `aliases`, `case_sensitive` and the standard ones of `attributes` in `user_pool` as"
                        + " they were." + ANOTHER);
        String own = lines(people, attribute -> !attribute.isStandard()).collect(Collectors.joining("\n"));
        Memory attributes = elements.add(source, Memory.ofFirst("users_attributes", own));
        String now = Stream.concat(Stream.of(""), lines(people, attribute -> !attribute.isStandard()))
                .map(Hcl::quoted)
                .collect(Collectors.joining(", ", "[", "]"));
        pool.demanding(
                "alltrue([for one in split(\"\\n\", " + attributes.address() + ".output) : contains(" + now
                        + ", one)])",
                "an attribute of people cannot be changed or removed once a pool has it: write those that have left"
                        + " `attributes` in `user_pool` again, as they were. New ones can be added beside them.");
    }

    private static String fixed(People people) {
        SignIn signIn = people.signIn();
        return Stream.concat(
                        Stream.of(
                                "sign in: " + sorted(signIn.by().stream()),
                                "aliases: " + sorted(signIn.aliases().stream()),
                                "case: " + signIn.caseSensitive()),
                        lines(people, PoolAttribute::isStandard))
                .collect(Collectors.joining("\n"));
    }

    private static String sorted(Stream<String> words) {
        return words.sorted().collect(Collectors.joining(" "));
    }

    private static Stream<String> lines(People people, Predicate<PoolAttribute> which) {
        return people.attributes().stream()
                .filter(which)
                .map(attribute -> attribute.name() + ": " + attribute.definition());
    }
}
