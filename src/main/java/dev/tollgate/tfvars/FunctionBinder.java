package dev.tollgate.tfvars;

import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Table;
import dev.tollgate.schema.FunctionKeys;
import dev.tollgate.schema.StatementKeys;
import dev.tollgate.schema.TableKeys;
import dev.tollgate.schema.VpcKeys;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes the records of what routes call, and of the tables behind it. */
record FunctionBinder(Problems problems) {

    private static final List<FunctionKeys> OF_A_PACKAGE = Arrays.stream(FunctionKeys.values())
            .filter(key -> key != FunctionKeys.EXISTING)
            .toList();

    LambdaFunction function(Fields function) {
        Optional<String> existing = function.text(FunctionKeys.EXISTING);
        if (existing.isPresent()) {
            problems.unused(function, "the function exists already", OF_A_PACKAGE);
            return new LambdaFunction.Existing(function.name(), existing.get());
        }
        for (FunctionKeys key : List.of(FunctionKeys.SOURCE, FunctionKeys.HANDLER, FunctionKeys.RUNTIME)) {
            if (!function.has(key)) {
                problems.missing(function, key, "a function needs unless it has `existing`");
            }
        }
        return new LambdaFunction.Packaged(
                function.name(),
                function.text(FunctionKeys.NAME),
                function.word(FunctionKeys.SOURCE),
                function.word(FunctionKeys.HANDLER),
                function.word(FunctionKeys.RUNTIME),
                function.whole(FunctionKeys.MEMORY_SIZE),
                function.whole(FunctionKeys.TIMEOUT),
                function.textMap(FunctionKeys.ENVIRONMENT),
                function.texts(FunctionKeys.TABLES),
                function.texts(FunctionKeys.READ_TABLES),
                function.object(FunctionKeys.VPC).map(FunctionBinder::vpc),
                function.items(
                        FunctionKeys.POLICY,
                        s -> new LambdaFunction.Statement(
                                s.texts(StatementKeys.ACTIONS), s.texts(StatementKeys.RESOURCES))));
    }

    private static LambdaFunction.Vpc vpc(Fields vpc) {
        return new LambdaFunction.Vpc(vpc.texts(VpcKeys.SUBNET_IDS), vpc.texts(VpcKeys.SECURITY_GROUP_IDS));
    }

    Table table(Fields table) {
        boolean reads = table.has(TableKeys.READ_CAPACITY);
        boolean writes = table.has(TableKeys.WRITE_CAPACITY);
        if (reads != writes) {
            problems.missing(
                    table, reads ? TableKeys.WRITE_CAPACITY : TableKeys.READ_CAPACITY, "goes with the other capacity");
        }
        return new Table(
                table.name(),
                new Table.Key(table.word(TableKeys.HASH_KEY), table.word(TableKeys.HASH_KEY_TYPE)),
                table.text(TableKeys.RANGE_KEY).map(name -> new Table.Key(name, table.word(TableKeys.RANGE_KEY_TYPE))),
                reads,
                table.text(TableKeys.ITEMS));
    }
}
