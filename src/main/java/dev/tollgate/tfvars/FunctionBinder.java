package dev.tollgate.tfvars;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Asynchronous;
import dev.tollgate.model.FunctionCode;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.RuntimeFamily;
import dev.tollgate.model.VariableSource;
import dev.tollgate.schema.FileSystemKeys;
import dev.tollgate.schema.FunctionKeys;
import dev.tollgate.schema.StatementKeys;
import dev.tollgate.schema.VpcKeys;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the records of what routes call. */
record FunctionBinder(Problems problems, CodeBinder codes) {

    private static final List<FunctionKeys> OF_A_PACKAGE = Arrays.stream(FunctionKeys.values())
            .filter(key -> key != FunctionKeys.EXISTING)
            .toList();

    /** What only a function with a package has. */
    private static final List<FunctionKeys> OF_A_ZIP = List.of(
            FunctionKeys.SOURCE,
            FunctionKeys.PACKAGE,
            FunctionKeys.BUILD,
            FunctionKeys.OUTPUT,
            FunctionKeys.PACKAGE_BUCKET,
            FunctionKeys.CODE_SIGNING,
            FunctionKeys.HANDLER,
            FunctionKeys.RUNTIME,
            FunctionKeys.LAYERS);

    private static final List<FunctionKeys> ASYNCHRONOUS = List.of(
            FunctionKeys.ON_SUCCESS, FunctionKeys.ON_FAILURE, FunctionKeys.MAX_EVENT_AGE, FunctionKeys.RETRY_ATTEMPTS);

    LambdaFunction function(Fields function) {
        Optional<String> existing = function.text(FunctionKeys.EXISTING);
        if (existing.isPresent()) {
            problems.unused(function, "the function exists already", OF_A_PACKAGE);
            return new LambdaFunction.Existing(function.name(), existing.get());
        }
        FunctionCode code = code(function);
        if (code instanceof FunctionCode.Image) {
            problems.unused(function, "the image says it itself", OF_A_ZIP);
        } else {
            needs(function, FunctionKeys.RUNTIME);
            if (RuntimeFamily.of(function.word(FunctionKeys.RUNTIME))
                    .filter(RuntimeFamily.PROVIDED::equals)
                    .isEmpty()) {
                needs(function, FunctionKeys.HANDLER);
            }
        }
        if (function.textMap(FunctionKeys.ENVIRONMENT).isEmpty()
                && function.textMap(FunctionKeys.ENVIRONMENT_FROM).isEmpty()) {
            // Lambda forgets it then, and every plan would write it again.
            problems.unused(function, "the function has no environment variables", List.of(FunctionKeys.KMS_KEY_ARN));
        }
        return new LambdaFunction.Packaged(
                function.name(),
                function.text(FunctionKeys.NAME),
                code,
                code instanceof FunctionCode.Image ? Optional.empty() : codes.packageBucket(function),
                layers(function),
                function.text(FunctionKeys.CODE_SIGNING),
                function.word(FunctionKeys.HANDLER),
                function.word(FunctionKeys.RUNTIME),
                function.whole(FunctionKeys.MEMORY_SIZE),
                function.whole(FunctionKeys.TIMEOUT),
                function.number(FunctionKeys.RESERVED_CONCURRENCY),
                new AliasBinder(problems).alias(function),
                new EventBinder(problems).events(function),
                asynchronous(function),
                function.text(FunctionKeys.DEAD_LETTER),
                function.textMap(FunctionKeys.ENVIRONMENT),
                sources(function),
                function.truth(FunctionKeys.TRACING),
                function.texts(FunctionKeys.TABLES),
                function.texts(FunctionKeys.READ_TABLES),
                function.object(FunctionKeys.VPC).map(FunctionBinder::vpc),
                fileSystem(function),
                function.items(
                        FunctionKeys.POLICY,
                        s -> new LambdaFunction.Statement(
                                s.texts(StatementKeys.ACTIONS), s.texts(StatementKeys.RESOURCES))));
    }

    /** Lambda takes one version of a layer, and none twice. */
    private List<String> layers(Fields function) {
        List<String> layers = function.texts(FunctionKeys.LAYERS);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < layers.size(); i++) {
            if (!seen.add(layers.get(i).replaceFirst(":[0-9]+$", ""))) {
                KeyPath path = function.path().child(FunctionKeys.LAYERS.word()).child(String.valueOf(i));
                problems.report(
                        "conflicting-keys",
                        path,
                        "`" + path + "` is a layer that the function has already: Lambda takes one version of it, once",
                        "remove one of the two");
            }
        }
        return layers;
    }

    private static Optional<Asynchronous> asynchronous(Fields function) {
        return ASYNCHRONOUS.stream().anyMatch(function::has)
                ? Optional.of(new Asynchronous(
                        function.text(FunctionKeys.ON_SUCCESS),
                        function.text(FunctionKeys.ON_FAILURE),
                        function.whole(FunctionKeys.MAX_EVENT_AGE),
                        function.whole(FunctionKeys.RETRY_ATTEMPTS)))
                : Optional.empty();
    }

    private void needs(Fields function, FunctionKeys key) {
        if (!function.has(key)) {
            problems.missing(function, key, "a function needs unless it has `image` or `existing`");
        }
    }

    private FunctionCode code(Fields function) {
        if (function.has(FunctionKeys.IMAGE)) {
            return new FunctionCode.Image(function.word(FunctionKeys.IMAGE));
        }
        return codes.code(function, "a function needs unless it has `package`, `image` or `existing`");
    }

    private SortedMap<String, VariableSource> sources(Fields function) {
        SortedMap<String, VariableSource> sources = new TreeMap<>();
        SortedMap<String, String> written = function.textMap(FunctionKeys.ENVIRONMENT);
        function.textMap(FunctionKeys.ENVIRONMENT_FROM).forEach((name, source) -> {
            KeyPath path =
                    function.path().child(FunctionKeys.ENVIRONMENT_FROM.word()).child(name);
            if (written.containsKey(name)) {
                problems.report(
                        "conflicting-keys",
                        path,
                        "`" + path + "` is in `" + FunctionKeys.ENVIRONMENT + "`, too",
                        "remove one of the two");
            }
            VariableSource.of(source).ifPresent(known -> sources.put(name, known));
        });
        return sources;
    }

    private Optional<LambdaFunction.FileSystem> fileSystem(Fields function) {
        Optional<LambdaFunction.FileSystem> mounted = function.object(FunctionKeys.FILE_SYSTEM)
                .map(fields -> new LambdaFunction.FileSystem(
                        fields.word(FileSystemKeys.ACCESS_POINT), fields.word(FileSystemKeys.PATH)));
        if (mounted.isPresent() && !function.has(FunctionKeys.VPC)) {
            problems.missing(function, FunctionKeys.VPC, "`file_system` needs: it is mounted over a network");
        }
        function.object(FunctionKeys.VPC)
                .filter(vpc ->
                        mounted.isPresent() && vpc.texts(VpcKeys.SUBNET_IDS).isEmpty())
                .ifPresent(vpc -> {
                    KeyPath path = function.path().child(FunctionKeys.FILE_SYSTEM.word());
                    problems.report(
                            "conflicting-keys",
                            path,
                            "`" + path + "` is mounted over a network, and `vpc` has no subnets",
                            "name the subnets");
                });
        return mounted;
    }

    private static LambdaFunction.Vpc vpc(Fields vpc) {
        return new LambdaFunction.Vpc(vpc.texts(VpcKeys.SUBNET_IDS), vpc.texts(VpcKeys.SECURITY_GROUP_IDS));
    }
}
