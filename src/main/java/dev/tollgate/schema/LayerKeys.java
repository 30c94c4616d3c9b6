package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.string;
import static dev.tollgate.schema.Draft.strings;

import java.util.Arrays;
import java.util.stream.Stream;

/** The keys of an entry of {@code layers}, beside those that say as for functions where the code is. */
public enum LayerKeys implements Key {
    NAME(string().changeable().within(AwsLimits.LAYER_NAME).about("`<name>-<layer>` unless given")),
    DESCRIPTION(string().changeable().within(AwsLimits.LAYER_DESCRIPTION).about("shown in the console")),
    RUNTIMES(strings()
            .changeable()
            .within(AwsLimits.LAYER_RUNTIMES)
            .about("runtimes that the console offers it for; Lambda takes it with any")),
    ARCHITECTURES(strings().changeable().within(AwsLimits.LAYER_ARCHITECTURES).about("the same of processors"));

    private final Attribute attribute;

    LayerKeys(Draft draft) {
        attribute = draft.of(this);
    }

    /** All keys of an entry. */
    static Key[] all() {
        return Stream.concat(
                        Stream.of(
                                FunctionKeys.SOURCE,
                                FunctionKeys.PACKAGE,
                                FunctionKeys.BUILD,
                                FunctionKeys.OUTPUT,
                                FunctionKeys.PACKAGE_BUCKET),
                        Arrays.stream(values()))
                .toArray(Key[]::new);
    }

    @Override
    public Attribute attribute() {
        return attribute;
    }

    @Override
    public String toString() {
        return word();
    }
}
