package dev.tollgate.tfvars;

import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Table;
import java.util.List;
import java.util.Optional;

/** Makes the records of what routes call, and of the tables behind it. */
record FunctionBinder(Problems problems) {

    private static final List<String> OF_A_PACKAGE = List.of(
            "source",
            "handler",
            "runtime",
            "name",
            "description",
            "tables",
            "read_tables",
            "policy",
            "environment",
            "vpc");

    LambdaFunction function(Fields function) {
        Optional<String> existing = function.text("existing");
        if (existing.isPresent()) {
            problems.unused(function, "the function is there already", OF_A_PACKAGE);
            return new LambdaFunction.Existing(function.name(), existing.get());
        }
        for (String key : List.of("source", "handler", "runtime")) {
            if (!function.has(key)) {
                problems.missing(function, key, "a function needs unless it has `existing`");
            }
        }
        return new LambdaFunction.Packaged(
                function.name(),
                function.text("name"),
                function.word("source"),
                function.word("handler"),
                function.word("runtime"),
                function.whole("memory_size"),
                function.whole("timeout"),
                function.textMap("environment"),
                function.texts("tables"),
                function.texts("read_tables"),
                function.object("vpc").map(FunctionBinder::vpc),
                function.items("policy", s -> new LambdaFunction.Statement(s.texts("actions"), s.texts("resources"))));
    }

    private static LambdaFunction.Vpc vpc(Fields vpc) {
        return new LambdaFunction.Vpc(vpc.texts("subnet_ids"), vpc.texts("security_group_ids"));
    }

    Table table(Fields table) {
        boolean reads = table.has("read_capacity");
        boolean writes = table.has("write_capacity");
        if (reads != writes) {
            problems.missing(table, reads ? "write_capacity" : "read_capacity", "goes with the other capacity");
        }
        return new Table(
                table.name(),
                new Table.Key(table.word("hash_key"), table.word("hash_key_type")),
                table.text("range_key").map(name -> new Table.Key(name, table.word("range_key_type"))),
                reads,
                table.text("items"));
    }
}
