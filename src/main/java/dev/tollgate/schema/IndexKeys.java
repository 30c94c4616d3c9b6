package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.number;
import static dev.tollgate.schema.Draft.string;
import static dev.tollgate.schema.Draft.strings;

/** The keys of an entry of {@code tables.<name>.indexes}. */
public enum IndexKeys implements Key {
    HASH_KEY(string().mandatory().within(AwsLimits.KEY_NAME).about("partition key of the index")),
    HASH_KEY_TYPE(string().byDefault("S").within(AwsLimits.KEY_TYPE).about("its type")),
    RANGE_KEY(string().within(AwsLimits.KEY_NAME).about("sort key of the index")),
    RANGE_KEY_TYPE(string().byDefault("S").within(AwsLimits.KEY_TYPE).about("its type")),
    PROJECTION(string().byDefault("ALL")
            .within(AwsLimits.PROJECTION)
            .about("which attributes it holds beside the keys: all, none, or those of `non_key_attributes`")),
    NON_KEY_ATTRIBUTES(strings()
            .emptyByDefault()
            .within(AwsLimits.PROJECTED)
            .about("what it holds beside the keys, with `projection = \"INCLUDE\"`")),
    READ_CAPACITY(number().changeable().within(AwsLimits.CAPACITY).about("provisioned reads; the table's when absent")),
    WRITE_CAPACITY(
            number().changeable().within(AwsLimits.CAPACITY).about("provisioned writes; the table's when absent")),
    MAX_READ_UNITS(number().changeable()
            .within(AwsLimits.REQUEST_UNITS)
            .about("the most reads a second of the index of a table on demand; needs `max_write_units`")),
    MAX_WRITE_UNITS(number().changeable()
            .within(AwsLimits.REQUEST_UNITS)
            .about("the same for writes; an index that refuses writes refuses those of its table"));

    private final Attribute attribute;

    IndexKeys(Draft draft) {
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
