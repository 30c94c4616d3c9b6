package dev.tollgate.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a function's role may do. IAM keeps at most 10,240 characters of all that is written into a role, blanks left
 * out, and does not raise that: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 *
 * @param statements in the order in which they are written
 */
public record RolePolicy(List<Statement> statements) {

    /** The most characters that IAM keeps. */
    public static final int LARGEST = 10_240;

    private static final List<String> READ_ACTIONS =
            List.of("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan");
    private static final List<String> TABLE_ACTIONS = List.of(
            "dynamodb:BatchGetItem",
            "dynamodb:BatchWriteItem",
            "dynamodb:DeleteItem",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:Scan",
            "dynamodb:UpdateItem");
    /** What Lambda itself needs to join a private network; AWS offers no narrower resource for these. */
    private static final List<String> NETWORK_ACTIONS = List.of(
            "ec2:AssignPrivateIpAddresses",
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:UnassignPrivateIpAddresses");

    /** What a function needs to mount a file system, and to write there. */
    private static final List<String> MOUNT_ACTIONS =
            List.of("elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite");

    /** What Lambda itself needs to send traces; AWS offers no narrower resource for these. */
    private static final List<String> TRACE_ACTIONS = List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments");

    /** What Lambda itself needs to empty a queue. */
    private static final List<String> QUEUE_ACTIONS =
            List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage");

    /** What Lambda itself needs to read the stream of a table. */
    private static final List<String> TABLE_STREAM_ACTIONS =
            List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator");

    /** What Lambda itself needs to read a stream of Kinesis. */
    private static final List<String> STREAM_ACTIONS = List.of(
            "kinesis:DescribeStream",
            "kinesis:DescribeStreamSummary",
            "kinesis:GetRecords",
            "kinesis:GetShardIterator",
            "kinesis:ListShards",
            "kinesis:SubscribeToShard");

    private static final String ACCOUNT = ":123456789012:";

    /**
     * One grant.
     *
     * @param condition when alone it holds
     */
    public record Statement(String sid, List<String> actions, List<String> resources, Optional<Condition> condition) {

        public Statement {
            actions = List.copyOf(actions);
            resources = List.copyOf(resources);
        }

        Statement(String sid, List<String> actions, List<String> resources) {
            this(sid, actions, resources, Optional.empty());
        }
    }

    /**
     * What a call says.
     *
     * @param operator how values are compared
     * @param values what each key, such as {@code kms:ViaService}, has to be: one of these
     */
    public record Condition(String operator, SortedMap<String, List<String>> values) {

        public Condition {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        static Condition equal(String key, String value) {
            return new Condition("StringEquals", new TreeMap<>(Map.of(key, List.of(value))));
        }
    }

    public RolePolicy {
        statements = List.copyOf(statements);
    }

    /**
     * The policy of {@code function}.
     *
     * @param log the ARN of its log group
     * @param table the ARNs of a table and of its indexes, by the table's name
     * @param key the ARN of the user's key that encrypts a table, by the table's name
     * @param region where the tables are
     * @param arn the ARN of a resource of this account and region, by its service and name
     * @param literal what makes of the file's own text what is written
     */
    public static RolePolicy of(
            LambdaFunction.Packaged function,
            String log,
            Function<String, List<String>> table,
            Function<String, Optional<String>> key,
            String region,
            BinaryOperator<String> arn,
            UnaryOperator<String> literal) {
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement("Log", List.of("logs:CreateLogStream", "logs:PutLogEvents"), List.of(log + ":*")));
        if (!function.tables().isEmpty()) {
            statements.add(new Statement("Tables", TABLE_ACTIONS, all(function.tables(), table)));
        }
        if (!function.readTables().isEmpty()) {
            statements.add(new Statement("ReadTables", READ_ACTIONS, all(function.readTables(), table)));
        }
        // DynamoDB has KMS decrypt a table's key in the name of whoever reads or writes the table, or reads its stream.
        List<String> keys = Stream.of(
                        function.tables(),
                        function.readTables(),
                        function.events().tables())
                .flatMap(List::stream)
                .flatMap(name -> key.apply(name).stream())
                .distinct()
                .sorted()
                .toList();
        if (!keys.isEmpty()) {
            statements.add(new Statement(
                    "TableKeys",
                    List.of("kms:Decrypt"),
                    each(keys, literal),
                    Optional.of(Condition.equal("kms:ViaService", via("dynamodb", region)))));
        }
        // Secrets Manager ends the ARN of a secret with six characters of its own.
        List<String> secrets = named(
                function,
                VariableSource.Secret.class,
                secret -> arn.apply("secretsmanager", "secret:" + secret.name() + "-??????"));
        if (!secrets.isEmpty()) {
            statements.add(new Statement("Secrets", List.of("secretsmanager:GetSecretValue"), secrets));
            statements.add(decrypting(
                    "SecretKeys",
                    arn,
                    new Condition("StringLike", context("SecretARN", secrets, via("secretsmanager", region)))));
        }
        List<String> parameters = named(
                function,
                VariableSource.Parameter.class,
                parameter -> arn.apply("ssm", "parameter" + parameter.path()));
        if (!parameters.isEmpty()) {
            statements.add(new Statement("Parameters", List.of("ssm:GetParameter"), parameters));
            statements.add(decrypting(
                    "ParameterKeys",
                    arn,
                    new Condition("StringEquals", context("PARAMETER_ARN", parameters, via("ssm", region)))));
        }
        function.deadLetter().ifPresent(target -> statements.add(sending("DeadLetter", target, literal)));
        function.asynchronous().ifPresent(calls -> {
            calls.onFailure().ifPresent(target -> statements.add(sending("OnFailure", target, literal)));
            calls.onSuccess().ifPresent(target -> statements.add(sending("OnSuccess", target, literal)));
        });
        if (!function.events().queues().isEmpty()) {
            statements.add(new Statement(
                    "Queues", QUEUE_ACTIONS, each(function.events().queueArns(), literal)));
        }
        streams(statements, function, table, literal);
        if (function.traced()) {
            statements.add(new Statement("Trace", TRACE_ACTIONS, List.of("*")));
        }
        if (function.vpc().isPresent()) {
            statements.add(new Statement("Network", NETWORK_ACTIONS, List.of("*")));
        }
        // A grant on EFS names file systems; which of them it is, an access point says.
        function.fileSystem()
                .ifPresent(mounted -> statements.add(new Statement(
                        "FileSystem",
                        MOUNT_ACTIONS,
                        List.of(literal.apply(mounted.anyOfItsAccount())),
                        Optional.of(Condition.equal(
                                "elasticfilesystem:AccessPointArn", literal.apply(mounted.accessPoint()))))));
        int number = 1;
        for (LambdaFunction.Statement own : function.policy()) {
            statements.add(
                    new Statement("Policy" + number++, each(own.actions(), literal), each(own.resources(), literal)));
        }
        return new RolePolicy(statements);
    }

    private static Statement sending(String sid, String target, UnaryOperator<String> literal) {
        return new Statement(sid, List.of(Asynchronous.sending(target)), List.of(literal.apply(target)));
    }

    /** A table that gets another stream has another ARN for it: any of the table's, of which there is one at a time. */
    private static void streams(
            List<Statement> statements,
            LambdaFunction.Packaged function,
            Function<String, List<String>> table,
            UnaryOperator<String> literal) {
        List<String> ofTables = new ArrayList<>();
        List<String> ofKinesis = new ArrayList<>();
        for (EventSources.Stream stream : function.events().streams()) {
            if (stream.isOfTable()) {
                table.apply(stream.source()).stream().findFirst().ifPresent(arn -> ofTables.add(arn + "/stream/*"));
            } else {
                (stream.source().contains(":kinesis:") ? ofKinesis : ofTables).add(literal.apply(stream.source()));
            }
        }
        if (!ofTables.isEmpty()) {
            statements.add(new Statement("TableStreams", TABLE_STREAM_ACTIONS, ofTables));
            // AWS offers no narrower resource for it.
            statements.add(new Statement("ListStreams", List.of("dynamodb:ListStreams"), List.of("*")));
        }
        if (!ofKinesis.isEmpty()) {
            statements.add(new Statement("Streams", STREAM_ACTIONS, ofKinesis));
        }
        List<String> told = function.events().streams().stream()
                .flatMap(stream -> stream.onFailure().stream())
                .distinct()
                .toList();
        for (int i = 0; i < told.size(); i++) {
            statements.add(sending("GivenUp" + (i + 1), told.get(i), literal));
        }
    }

    /** The ARNs of those variables of {@code function} that come from a {@code kind}. */
    private static <S extends VariableSource> List<String> named(
            LambdaFunction.Packaged function, Class<S> kind, Function<S, String> arn) {
        return function.environmentFrom().values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(arn)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * KMS decrypts a secret or a parameter in the name of whoever reads it, and nobody here knows by which key: by any
     * of the account's, while the call is about that secret or parameter. The keys that AWS manages need none.
     */
    private static Statement decrypting(String sid, BinaryOperator<String> arn, Condition condition) {
        return new Statement(sid, List.of("kms:Decrypt"), List.of(arn.apply("kms", "key/*")), Optional.of(condition));
    }

    /** That the service {@code via} asks, for one of {@code arns}, as it says by {@code key}. */
    private static SortedMap<String, List<String>> context(String key, List<String> arns, String via) {
        return new TreeMap<>(Map.of("kms:EncryptionContext:" + key, arns, "kms:ViaService", List.of(via)));
    }

    private static String via(String service, String region) {
        return service + "." + region + ".amazonaws.com";
    }

    private static List<String> each(List<String> texts, UnaryOperator<String> of) {
        return texts.stream().map(of).toList();
    }

    private static List<String> all(List<String> texts, Function<String, List<String>> of) {
        return texts.stream().flatMap(text -> of.apply(text).stream()).toList();
    }

    /**
     * What a grant on {@code table}, whose ARN is {@code arn}, names: without its indexes, a query of one is denied.
     */
    public static List<String> resources(Table table, String arn) {
        return table.indexes().isEmpty() ? List.of(arn) : List.of(arn, arn + "/index/*");
    }

    /** How many characters IAM counts in the policy of {@code function}, as {@code environment} has it. */
    public static int size(Environment environment, LambdaFunction.Packaged function) {
        String partition = "arn:" + (CognitoHost.isGovCloud(environment.region()) ? "aws-us-gov" : "aws");
        String region = environment.region() + ACCOUNT;
        RolePolicy policy = of(
                function,
                partition + ":logs:" + region + "log-group:/aws/lambda/" + environment.nameOf(function),
                name -> environment.tables().stream()
                        .filter(table -> table.name().equals(name))
                        .flatMap(
                                table -> resources(table, partition + ":dynamodb:" + region + "table/" + name).stream())
                        .toList(),
                name -> environment.tables().stream()
                        .filter(table -> table.name().equals(name))
                        .findFirst()
                        .flatMap(table -> table.encryption().key()),
                environment.region(),
                (service, resource) -> partition + ":" + service + ":" + region + resource,
                UnaryOperator.identity());
        String json = policy.statements().stream()
                .map(statement -> "{\"Sid\":\"" + statement.sid() + "\",\"Effect\":\"Allow\",\"Action\":"
                        + list(statement.actions()) + ",\"Resource\":" + list(statement.resources())
                        + statement.condition().map(RolePolicy::written).orElse("")
                        + "}")
                .collect(Collectors.joining(",", "{\"Version\":\"2012-10-17\",\"Statement\":[", "]}"));
        return json.replaceAll("\\s", "").length();
    }

    private static String written(Condition condition) {
        return condition.values().entrySet().stream()
                .map(key -> "\"" + key.getKey() + "\":" + list(key.getValue()))
                .collect(Collectors.joining(",", ",\"Condition\":{\"" + condition.operator() + "\":{", "}}"));
    }

    private static String list(List<String> texts) {
        return texts.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }
}
