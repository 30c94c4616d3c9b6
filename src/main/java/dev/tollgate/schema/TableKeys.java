package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.bool;
import static dev.tollgate.schema.Draft.number;
import static dev.tollgate.schema.Draft.object;
import static dev.tollgate.schema.Draft.objectMap;
import static dev.tollgate.schema.Draft.string;

/** The keys of an entry of {@code tables}. */
public enum TableKeys implements Key {
    HASH_KEY(string().fixed("another key is another table, without the items")
            .mandatory()
            .within(AwsLimits.KEY_NAME)
            .about("partition key")),
    HASH_KEY_TYPE(string().fixed("another key is another table, without the items")
            .byDefault("S")
            .within(AwsLimits.KEY_TYPE)
            .about("its type")),
    RANGE_KEY(string().fixed("another key is another table, without the items")
            .within(AwsLimits.KEY_NAME)
            .about("sort key")),
    RANGE_KEY_TYPE(string().fixed("another key is another table, without the items")
            .byDefault("S")
            .within(AwsLimits.KEY_TYPE)
            .about("its type")),
    READ_CAPACITY(number().changeable().within(AwsLimits.CAPACITY).about("provisioned reads; on demand when absent")),
    WRITE_CAPACITY(number().changeable().within(AwsLimits.CAPACITY).about("provisioned writes; on demand when absent")),
    MAX_READ_UNITS(
            number().changeable()
                    .within(AwsLimits.REQUEST_UNITS)
                    .about(
                            "the most reads a second of a table on demand, so that its bill has an end: more are refused; needs `max_write_units`. The account's limit when both are absent; the provider cannot take them away, `review` says what does")),
    MAX_WRITE_UNITS(number().changeable().within(AwsLimits.REQUEST_UNITS).about("the same for writes")),
    AUTOSCALING(
            object(AutoscalingKeys.values())
                    .about(
                            "has Application Auto Scaling move the capacities with what is called; `read_capacity` and `write_capacity` are where it begins, and the least")),
    INDEXES(objectMap(IndexKeys.values())
            .emptyByDefault()
            .within(AwsLimits.INDEXES)
            .about("global secondary indexes, by name; functions that have the table may query them")),
    TTL(string().within(AwsLimits.KEY_NAME)
            .about("attribute with the time in seconds since 1970 after which DynamoDB deletes an item, within days")),
    TTL_ENABLED(
            bool().byDefault(true)
                    .changeable()
                    .about(
                            "whether `ttl` deletes; switch it off and deploy before you remove `ttl` or name another attribute")),
    STREAM(string().within(AwsLimits.STREAM_VIEW).about("what a stream of changes holds; no stream when absent")),
    TABLE_CLASS(string().byDefault("STANDARD")
            .changeable()
            .within(AwsLimits.TABLE_CLASS)
            .about("what storage and calls cost")),
    ENCRYPTION_KEY(
            string().byDefault("AWS_MANAGED")
                    .within(AwsLimits.TABLE_ENCRYPTION)
                    .about(
                            "what encrypts the table: DynamoDB's key in your account, `AWS_OWNED`, or a key of yours, which functions that use the table or read its stream may use through DynamoDB. Write `AWS_OWNED` and deploy before you remove a key of yours")),
    REPLICAS(
            objectMap(ReplicaKeys.values())
                    .emptyByDefault()
                    .within(AwsLimits.REPLICA_REGIONS)
                    .about(
                            "the same table in other regions, by region, each with the table's tags and without deletion protection; needs `stream = \"NEW_AND_OLD_IMAGES\"`, and no capacity. One that is removed is deleted, with its backups")),
    ITEMS(string().about("JSON file of items to put in once, a list of plain objects")),
    DELETION_PROTECTION(bool().byDefault(true).changeable().about("refuse to delete the table")),
    POINT_IN_TIME_RECOVERY(bool().byDefault(true).changeable().about("continuous backups")),
    RECOVERY_DAYS(
            number().within(AwsLimits.RECOVERY_DAYS)
                    .about(
                            "how many days `point_in_time_recovery` goes back; 35 when absent. Write 35 and deploy before you remove it"));

    private final Attribute attribute;

    TableKeys(Draft draft) {
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
