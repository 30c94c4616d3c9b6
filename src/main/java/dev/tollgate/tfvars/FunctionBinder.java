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
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the records of what routes call.
 *
 * @param tags how many tags the environment has
 */
record FunctionBinder(Problems problems, int tags) {

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
                packageBucket(function),
                codeSigning(function, code),
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

    private Optional<String> packageBucket(Fields function) {
        Optional<String> bucket = function.text(FunctionKeys.PACKAGE_BUCKET);
        if (bucket.isPresent() && !function.has(FunctionKeys.IMAGE) && tags > LambdaFunction.Packaged.MOST_TAGS_IN_S3) {
            KeyPath path = function.path().child(FunctionKeys.PACKAGE_BUCKET.word());
            problems.report(
                    "conflicting-keys",
                    path,
                    "`" + path + "` makes an object of S3, which takes " + LambdaFunction.Packaged.MOST_TAGS_IN_S3
                            + " tags, and `tags` has " + tags,
                    "write fewer `tags`, or make the package smaller");
        }
        return bucket;
    }

    private Optional<String> codeSigning(Fields function, FunctionCode code) {
        Optional<String> signing = function.text(FunctionKeys.CODE_SIGNING);
        if (signing.isPresent() && function.has(FunctionKeys.SOURCE) && !(code instanceof FunctionCode.Ready)) {
            KeyPath path = function.path().child(FunctionKeys.CODE_SIGNING.word());
            problems.report(
                    "conflicting-keys",
                    path,
                    "`" + path + "` is beside `source`: nobody has signed what is packed here",
                    "have AWS Signer sign the zip, and name what it makes as `package`");
        }
        return signing;
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
        if (!function.has(FunctionKeys.PACKAGE)) {
            if (!function.has(FunctionKeys.SOURCE)) {
                problems.missing(
                        function,
                        FunctionKeys.SOURCE,
                        "a function needs unless it has `package`, `image` or `existing`");
            }
            if (!function.has(FunctionKeys.BUILD)) {
                problems.unused(function, "there is no `build`", List.of(FunctionKeys.OUTPUT));
                return new FunctionCode.Source(function.word(FunctionKeys.SOURCE));
            }
            return new FunctionCode.Built(
                    function.word(FunctionKeys.SOURCE),
                    function.word(FunctionKeys.BUILD),
                    function.word(FunctionKeys.OUTPUT));
        }
        problems.unused(
                function,
                "the package is ready",
                List.of(FunctionKeys.SOURCE, FunctionKeys.BUILD, FunctionKeys.OUTPUT));
        return new FunctionCode.Ready(function.word(FunctionKeys.PACKAGE));
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
