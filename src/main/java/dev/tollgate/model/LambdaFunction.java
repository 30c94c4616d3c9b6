package dev.tollgate.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A function that routes call. */
public sealed interface LambdaFunction {

    /** One answer for each kind of function: with a new kind, nobody compiles who has not answered it. */
    interface Cases<T> {
        /** It exists. */
        T existing(Existing function);

        /** This environment makes it. */
        T packaged(Packaged function);
    }

    /** The answer of {@code cases} for this kind. */
    <T> T match(Cases<T> cases);

    /** The name that routes call it by. */
    String id();

    /** The name it goes by in Lambda, in an environment whose names begin with {@code prefix}. */
    String nameIn(String prefix);

    /** What follows that name where it is called: {@code :live}, its alias, or nothing. */
    default String qualifier() {
        return "";
    }

    /** Whether anything calls it beside the API and the user pool. */
    default boolean hasEvents() {
        return false;
    }

    /** The name of its resources in Terraform. */
    default String label() {
        return Label.ofKey(id());
    }

    /** There already, made by other means. */
    record Existing(String id, String functionName) implements LambdaFunction {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.existing(this);
        }

        @Override
        public String nameIn(String prefix) {
            return functionName;
        }
    }

    /**
     * Made by this environment.
     *
     * @param code where its code comes from
     * @param packageBucket the S3 bucket by way of which its package goes, where the file names one
     * @param layers those of the file by their names, others by ARN, in the order in which later ones win
     * @param codeSigning the ARN of what says whose signatures on its package count, where the file names one
     * @param handler empty for an image, and for a program that is its own runtime
     * @param runtime empty for an image
     * @param timeoutSeconds longest run; API Gateway waits 29 seconds (REST) or 30 (HTTP)
     * @param reservedConcurrency how many calls may run at once, where the file says so
     * @param alias by which it is called, where it has one
     * @param events what calls it beside the API and the user pool
     * @param asynchronous what becomes of calls whose callers do not wait, where the file says so
     * @param deadLetter the ARN of the queue or topic that gets events which failed every time
     * @param environmentFrom environment variables whose value is not in the file
     * @param traced whether X-Ray traces it
     * @param tables tables it may read and write
     * @param readTables tables it may only read
     * @param fileSystem what it mounts
     * @param policy what else its role may do
     */
    record Packaged(
            String id,
            Optional<String> functionName,
            FunctionCode code,
            Optional<String> packageBucket,
            List<String> layers,
            Optional<String> codeSigning,
            String handler,
            String runtime,
            int memorySize,
            int timeoutSeconds,
            Optional<Integer> reservedConcurrency,
            Optional<Alias> alias,
            EventSources events,
            Optional<Asynchronous> asynchronous,
            Optional<String> deadLetter,
            SortedMap<String, String> environment,
            SortedMap<String, VariableSource> environmentFrom,
            boolean traced,
            List<String> tables,
            List<String> readTables,
            Optional<Vpc> vpc,
            Optional<FileSystem> fileSystem,
            List<Statement> policy)
            implements LambdaFunction, Packed {

        /**
         * The most tags of an environment whose packages go by S3:
         * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html.
         */
        public static final int MOST_TAGS_IN_S3 = 10;

        public Packaged {
            environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
            environmentFrom = Collections.unmodifiableSortedMap(new TreeMap<>(environmentFrom));
            layers = List.copyOf(layers);
            tables = List.copyOf(tables);
            readTables = List.copyOf(readTables);
            policy = List.copyOf(policy);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.packaged(this);
        }

        @Override
        public String nameIn(String prefix) {
            return functionName.orElse(prefix + "-" + id);
        }

        /** How its runtime finds its handler; empty for an image, which says so itself. */
        public Optional<RuntimeFamily> family() {
            return RuntimeFamily.of(runtime);
        }

        @Override
        public String qualifier() {
            return alias.map(one -> ":" + one.name()).orElse("");
        }

        @Override
        public boolean hasEvents() {
            return !events.isEmpty();
        }

        @Override
        public String section() {
            return "functions";
        }

        @Override
        public String title() {
            return "function `" + id + "`";
        }

        @Override
        public String address() {
            return "aws_lambda_function." + label();
        }

        @Override
        public String zip() {
            return id + ".zip";
        }

        /** Whether layers that somebody else makes bring it what nobody here knows. */
        public boolean hasLayersOfOthers() {
            return layers.stream().anyMatch(Layer::isArn);
        }

        /** Whether it is a container image, which has no package. */
        public boolean isImage() {
            return code instanceof FunctionCode.Image;
        }
    }

    /**
     * What a function is called by, of the version that the latest deployment published.
     *
     * @param provisionedConcurrency how many instances are always started
     * @param snapStart whether it starts from a snapshot
     */
    record Alias(String name, Optional<Integer> provisionedConcurrency, boolean snapStart) {}

    /** The private network a function runs in. */
    record Vpc(List<String> subnetIds, List<String> securityGroupIds) {

        public Vpc {
            subnetIds = List.copyOf(subnetIds);
            securityGroupIds = List.copyOf(securityGroupIds);
        }
    }

    /**
     * A file system that a function mounts.
     *
     * @param accessPoint the ARN of the access point by which it does
     * @param path where it finds it
     */
    record FileSystem(String accessPoint, String path) {

        /** The file systems of the access point's account and region: no grant names an access point itself. */
        String anyOfItsAccount() {
            return accessPoint.replaceFirst(":access-point/.*", ":file-system/*");
        }
    }

    /** One grant of a function's role. */
    record Statement(List<String> actions, List<String> resources) {

        public Statement {
            actions = List.copyOf(actions);
            resources = List.copyOf(resources);
        }
    }
}
