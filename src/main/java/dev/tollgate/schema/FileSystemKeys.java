package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.string;

/** The keys of a function's {@code file_system}. */
public enum FileSystemKeys implements Key {
    ACCESS_POINT(string().mandatory()
            .within(AwsLimits.ACCESS_POINT)
            .about("ARN of the access point by which it is mounted; its role may mount and write by that one alone")),
    PATH(string().mandatory().within(AwsLimits.MOUNT_PATH).about("where the function finds it"));

    private final Attribute attribute;

    FileSystemKeys(Draft draft) {
        attribute = draft.of(this);
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
