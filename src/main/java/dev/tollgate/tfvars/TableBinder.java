package dev.tollgate.tfvars;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Table;
import dev.tollgate.schema.AutoscalingKeys;
import dev.tollgate.schema.IndexKeys;
import dev.tollgate.schema.Key;
import dev.tollgate.schema.TableKeys;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the records of tables.
 *
 * @param region the environment's, where they are
 */
record TableBinder(Problems problems, String region) {

    private static final String INCLUDE = "INCLUDE";

    /** What a stream holds that replicas are made from. */
    private static final String REPLICATED = "NEW_AND_OLD_IMAGES";

    Table table(Fields fields) {
        boolean reads = fields.has(TableKeys.READ_CAPACITY);
        boolean writes = fields.has(TableKeys.WRITE_CAPACITY);
        if (reads != writes) {
            problems.missing(
                    fields, reads ? TableKeys.WRITE_CAPACITY : TableKeys.READ_CAPACITY, "goes with the other capacity");
        }
        boolean provisioned = reads && writes;
        Table table = new Table(
                fields.name(),
                new Table.Key(fields.word(TableKeys.HASH_KEY), fields.word(TableKeys.HASH_KEY_TYPE)),
                fields.text(TableKeys.RANGE_KEY)
                        .map(name -> new Table.Key(name, fields.word(TableKeys.RANGE_KEY_TYPE))),
                reads,
                fields.object(TableKeys.AUTOSCALING)
                        .map(scaling -> new Table.Autoscaling(scaling.truth(AutoscalingKeys.INDEXES))),
                limited(fields, TableKeys.MAX_READ_UNITS, TableKeys.MAX_WRITE_UNITS, provisioned),
                fields.each(TableKeys.INDEXES, index -> index(index, provisioned)),
                fields.text(TableKeys.TTL),
                fields.text(TableKeys.STREAM),
                fields.has(TableKeys.RECOVERY_DAYS),
                Table.Encryption.of(fields.word(TableKeys.ENCRYPTION_KEY)),
                fields.each(TableKeys.REPLICAS, Fields::name),
                fields.text(TableKeys.ITEMS));
        if (table.ttl().isEmpty()) {
            problems.unused(fields, "`" + fields.path() + "` has no `ttl`", List.of(TableKeys.TTL_ENABLED));
        }
        if (!fields.truth(TableKeys.POINT_IN_TIME_RECOVERY)) {
            problems.unused(fields, "`point_in_time_recovery` is `false`", List.of(TableKeys.RECOVERY_DAYS));
        }
        table.encryption().key().ifPresent(arn -> sameRegion(fields, arn));
        autoscaling(fields, table);
        if (!table.replicas().isEmpty()) {
            replicas(fields, table);
        }
        sameTypes(fields, table);
        return table;
    }

    private void replicas(Fields fields, Table table) {
        KeyPath path = fields.path().child(TableKeys.REPLICAS.word());
        if (table.replicas().contains(region)) {
            conflict(
                    path.child(region),
                    "`" + path.child(region) + "` is where the table itself is",
                    "remove `" + region + "`, or name another region");
        }
        if (table.stream().isEmpty()) {
            problems.missing(fields, TableKeys.STREAM, "`replicas` needs: `" + REPLICATED + "`");
        } else if (!table.stream().get().equals(REPLICATED)) {
            KeyPath stream = fields.path().child(TableKeys.STREAM.word());
            conflict(
                    stream,
                    "`" + stream + "` is `" + table.stream().get() + "`, and replicas are made from `" + REPLICATED
                            + "`",
                    "write `" + REPLICATED + "`");
        }
        if (table.provisioned()) {
            conflict(
                    path,
                    "`" + fields.path() + "` has `read_capacity` and `write_capacity`: DynamoDB replicates a table on"
                            + " demand, or one whose writes scale before there is a replica, which comes first",
                    "remove the capacities; each region is paid for by what is called then");
        }
        if (table.encryption().key().isPresent()) {
            conflict(
                    path,
                    "`" + fields.path() + "` has a key of yours as its `encryption_key`, and each replica needs one"
                            + " of its own region, which is not offered",
                    "write `AWS_MANAGED` or `AWS_OWNED`, or make the table in Terraform of your own");
        }
    }

    private void conflict(KeyPath path, String message, String hint) {
        problems.report("conflicting-keys", path, message, hint);
    }

    private void autoscaling(Fields fields, Table table) {
        if (!table.provisioned()) {
            problems.unused(fields, "the table's capacity is on demand", List.of(TableKeys.AUTOSCALING));
            return;
        }
        fields.object(TableKeys.AUTOSCALING).ifPresent(scaling -> {
            noLess(fields, TableKeys.READ_CAPACITY, scaling, AutoscalingKeys.MAX_READ_CAPACITY);
            noLess(fields, TableKeys.WRITE_CAPACITY, scaling, AutoscalingKeys.MAX_WRITE_CAPACITY);
            if (table.scalesIndexes()) {
                fields.each(TableKeys.INDEXES, index -> {
                    noLess(index, IndexKeys.READ_CAPACITY, scaling, AutoscalingKeys.MAX_READ_CAPACITY);
                    noLess(index, IndexKeys.WRITE_CAPACITY, scaling, AutoscalingKeys.MAX_WRITE_CAPACITY);
                    return index;
                });
            }
        });
    }

    /** The least capacity is not above the most. */
    private void noLess(Fields of, Key least, Fields scaling, Key most) {
        of.number(least).filter(number -> number > scaling.whole(most)).ifPresent(number -> {
            KeyPath path = of.path().child(least.word());
            problems.report(
                    "conflicting-keys",
                    path,
                    "`" + path + "` is " + number + ", and `" + scaling.path().child(most.word()) + "` is "
                            + scaling.whole(most),
                    "write a `" + most + "` of at least " + number);
        });
    }

    private void sameRegion(Fields fields, String arn) {
        String its = arn.split(":", -1)[3];
        if (!its.equals(region)) {
            KeyPath path = fields.path().child(TableKeys.ENCRYPTION_KEY.word());
            problems.report(
                    "conflicting-keys",
                    path,
                    "`" + path + "` is a key in `" + its + "`: DynamoDB takes one of the table's own region, `" + region
                            + "`",
                    "write the ARN of a key, or of a replica of it, in `" + region + "`");
        }
    }

    private Table.Index index(Fields index, boolean provisioned) {
        if (!provisioned) {
            problems.unused(
                    index,
                    "the table's own capacity is on demand",
                    List.of(IndexKeys.READ_CAPACITY, IndexKeys.WRITE_CAPACITY));
        }
        boolean includes = index.word(IndexKeys.PROJECTION).equals(INCLUDE);
        if (!includes) {
            problems.unused(index, "`projection` is not `INCLUDE`", List.of(IndexKeys.NON_KEY_ATTRIBUTES));
        } else if (index.texts(IndexKeys.NON_KEY_ATTRIBUTES).isEmpty()) {
            problems.missing(index, IndexKeys.NON_KEY_ATTRIBUTES, "`projection = \"INCLUDE\"` needs");
        }
        return new Table.Index(
                index.name(),
                new Table.Key(index.word(IndexKeys.HASH_KEY), index.word(IndexKeys.HASH_KEY_TYPE)),
                index.text(IndexKeys.RANGE_KEY).map(name -> new Table.Key(name, index.word(IndexKeys.RANGE_KEY_TYPE))),
                index.word(IndexKeys.PROJECTION),
                index.texts(IndexKeys.NON_KEY_ATTRIBUTES),
                index.has(IndexKeys.READ_CAPACITY),
                index.has(IndexKeys.WRITE_CAPACITY),
                limited(index, IndexKeys.MAX_READ_UNITS, IndexKeys.MAX_WRITE_UNITS, provisioned));
    }

    /** Both limits or none: the provider cannot take one of them away. */
    private boolean limited(Fields fields, Key reads, Key writes, boolean provisioned) {
        if (provisioned) {
            problems.unused(fields, "the table's capacity is provisioned", List.of(reads, writes));
            return false;
        }
        if (fields.has(reads) != fields.has(writes)) {
            problems.missing(fields, fields.has(reads) ? writes : reads, "goes with the other limit");
        }
        return fields.has(reads) && fields.has(writes);
    }

    /** An attribute has one type in a table, whichever keys use it, and one that expires items is no text. */
    private void sameTypes(Fields fields, Table table) {
        Map<String, String> types = new TreeMap<>();
        table.keys().forEach(key -> types.putIfAbsent(key.name(), key.type()));
        for (Table.Index index : table.indexes()) {
            KeyPath path = fields.path().child(TableKeys.INDEXES.word()).child(index.name());
            sameType(path, IndexKeys.HASH_KEY_TYPE, index.hashKey(), types);
            index.rangeKey().ifPresent(key -> sameType(path, IndexKeys.RANGE_KEY_TYPE, key, types));
        }
        table.ttl().ifPresent(name -> {
            String type = types.getOrDefault(name, "N");
            if (!type.equals("N")) {
                KeyPath path = fields.path().child(TableKeys.TTL.word());
                problems.report(
                        "conflicting-keys",
                        path,
                        "`" + path + "` is `" + name + "`, a key of type `" + type
                                + "`: DynamoDB deletes by a number only",
                        "give the key the type `N`, or name another attribute");
            }
        });
    }

    private void sameType(KeyPath path, Key typed, Table.Key key, Map<String, String> types) {
        String type = types.computeIfAbsent(key.name(), name -> key.type());
        if (!type.equals(key.type())) {
            problems.report(
                    "conflicting-keys",
                    path.child(typed.word()),
                    "`" + path + "` has `" + key.name() + "` as `" + key.type() + "`, and another key of the table as `"
                            + type + "`",
                    "write the same type; an attribute has one");
        }
    }
}
