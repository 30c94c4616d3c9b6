package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.bool;
import static dev.tollgate.schema.Draft.number;
import static dev.tollgate.schema.Draft.object;
import static dev.tollgate.schema.Draft.objectMap;
import static dev.tollgate.schema.Draft.objects;
import static dev.tollgate.schema.Draft.string;
import static dev.tollgate.schema.Draft.stringMap;
import static dev.tollgate.schema.Draft.strings;

/** The keys of an entry of {@code functions}. */
public enum FunctionKeys implements Key {
    EXISTING(string().within(AwsLimits.FUNCTION_NAME).about("name of an existing function; no other attribute then")),
    SOURCE(string().within(OwnLimits.PATH)
            .about("folder of the source, from where Tollgate is run; it is packed as it is")),
    PACKAGE(string().within(OwnLimits.PATH)
            .about("instead of `source`: a zip or jar that is ready, or a folder to pack")),
    BUILD(string().within(AwsLimits.BUILD_COMMAND)
            .about("command that `synth` runs in a clean copy of `source`, `npm ci --omit=dev`; what it makes is"
                    + " packed")),
    OUTPUT(string().byDefault(".")
            .within(AwsLimits.BUILD_OUTPUT)
            .about("what `build` makes and is packed, seen from the copy: a folder, a zip or jar, or one file")),
    PACKAGE_BUCKET(
            string().within(AwsLimits.BUCKET)
                    .about(
                            "S3 bucket of yours, in the same region, by which a package of more than 50 MB goes: it is put there before what is made of it changes, under that one's name and its own digest, and the former one goes after that")),
    CODE_SIGNING(string().within(AwsLimits.CODE_SIGNING)
            .about("ARN of a code signing configuration: Lambda takes no other packages than those that one of its"
                    + " profiles has signed, which `package` names then")),
    IMAGE(string().changeable()
            .within(AwsLimits.IMAGE)
            .about("instead of `source`: a container image, by its digest; it says itself what it runs")),
    HANDLER(string().changeable()
            .within(AwsLimits.HANDLER)
            .about("what is called: `app.handler` of Node.js, Python and Ruby, `com.example.Handler::handleRequest`"
                    + " of Java, `Assembly::Namespace.Class::Method` of .NET; a `provided` runtime needs none")),
    RUNTIME(string().changeable().within(AwsLimits.RUNTIME).about("Lambda's runtime")),
    NAME(string().changeable().within(AwsLimits.FUNCTION_NAME).about("`<name>-<function>` unless given")),
    DESCRIPTION(string().changeable().within(AwsLimits.FUNCTION_DESCRIPTION).about("shown in the console")),
    ARCHITECTURE(string().byDefault("x86_64")
            .changeable()
            .within(AwsLimits.ARCHITECTURE)
            .about("processor")),
    MEMORY_SIZE(number().byDefault(128).changeable().within(AwsLimits.MEMORY).about("memory, in MB")),
    TIMEOUT(number().byDefault(10).changeable().within(AwsLimits.TIMEOUT).about("maximum run time, in seconds")),
    LOG_RETENTION_DAYS(
            number().byDefault(7).changeable().within(AwsLimits.RETENTION).about("log retention, in days")),
    ENVIRONMENT(stringMap()
            .emptyByDefault()
            .changeable()
            .within(AwsLimits.VARIABLES)
            .about("environment variables; never a secret")),
    ENVIRONMENT_FROM(stringMap()
            .emptyByDefault()
            .within(AwsLimits.VARIABLE_SOURCES)
            .about("environment variables that AWS knows: of the pool, a client or a table; or the name of a secret or"
                    + " a parameter, which the function may read then, and decrypt by any key of this account")),
    EPHEMERAL_STORAGE(number().byDefault(512)
            .changeable()
            .within(AwsLimits.EPHEMERAL_STORAGE)
            .about("size of `/tmp`, in MB")),
    RESERVED_CONCURRENCY(number().changeable()
            .within(AwsLimits.RESERVED_CONCURRENCY)
            .about("how many calls may run at once: kept for it out of the account's, and no more of them run")),
    ALIAS(string().within(AwsLimits.ALIAS)
            .about("whoever calls it does so by this alias, of the version that the latest deployment published;"
                    + " earlier versions stay in Lambda")),
    PROVISIONED_CONCURRENCY(number().within(AwsLimits.PROVISIONED_CONCURRENCY)
            .about("how many instances of the alias are always started, and paid for")),
    SNAP_START(bool().byDefault(false)
            .about("whether the alias starts from a snapshot: in Java, Python from 3.12 and .NET, within 512 MB of"
                    + " `/tmp`")),
    DEAD_LETTER(string().within(AwsLimits.DEAD_LETTER)
            .about("ARN of the queue or topic that gets an event which failed every time, of callers that do not wait;"
                    + " its role may send to it then")),
    SCHEDULES(objectMap(ScheduleKeys.values())
            .emptyByDefault()
            .within(Limit.keys(OwnLimits.WORD))
            .about("when it is called without anybody's asking, by name; EventBridge Scheduler does not wait for an"
                    + " answer")),
    TOPICS(strings()
            .emptyByDefault()
            .within(EventLimits.TOPICS)
            .about("ARNs of the SNS topics that call it with what is published")),
    QUEUES(objectMap(QueueKeys.values())
            .emptyByDefault()
            .within(EventLimits.QUEUES)
            .about("SQS queues that Lambda empties for it, by ARN; its role may read those then. A queue's visibility"
                    + " timeout is at least the function's `timeout`, better six times that")),
    STREAMS(objectMap(StreamKeys.values())
            .emptyByDefault()
            .within(EventLimits.STREAMS)
            .about("streams that Lambda reads for it: of a table of this file that has a `stream`, by its name, or of"
                    + " DynamoDB or Kinesis elsewhere, by ARN; its role may read those then")),
    ON_SUCCESS(string().within(EventLimits.DESTINATION)
            .about("ARN of what gets its answers to callers that do not wait; its role may send there then")),
    ON_FAILURE(string().within(EventLimits.DESTINATION)
            .about("the same for events that failed every time, with what went wrong, which `dead_letter` does not"
                    + " tell")),
    MAX_EVENT_AGE(number().byDefault(21_600)
            .within(EventLimits.EVENT_AGE)
            .about("how many seconds an event of such a caller waits for its turn at most")),
    RETRY_ATTEMPTS(number().byDefault(2)
            .within(EventLimits.RETRY_ATTEMPTS)
            .about("how often an event of such a caller that failed is tried again")),
    KMS_KEY_ARN(string().changeable()
            .within(AwsLimits.KMS_KEY)
            .about("key that encrypts the environment variables; whoever deploys must be allowed to use it")),
    LAYERS(strings()
            .emptyByDefault()
            .within(AwsLimits.LAYERS)
            .about("layers: those of this file by their keys in `layers`, others by ARN with a version; later ones"
                    + " win")),
    TRACING(bool().byDefault(false).about("whether X-Ray traces it; its role may send traces then")),
    TABLES(strings().emptyByDefault().about("tables it may read and write")),
    READ_TABLES(strings().emptyByDefault().about("tables it may only read")),
    VPC(object(VpcKeys.values()).about("where it runs, when it needs a private network")),
    FILE_SYSTEM(object(FileSystemKeys.values())
            .about("a file system of EFS that it mounts; needs `vpc`, with a mount target in each of its"
                    + " subnets' zones and security groups that let NFS (port 2049) through")),
    POLICY(objects(StatementKeys.values()).emptyByDefault().about("what else its role may do"));

    private final Attribute attribute;

    FunctionKeys(Draft draft) {
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
