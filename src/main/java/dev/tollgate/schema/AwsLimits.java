package dev.tollgate.schema;

import dev.tollgate.model.Runtimes;
import dev.tollgate.model.VariableSource;
import java.util.List;

/** What AWS refuses, and the page that says so. Read on 2026-11-20. */
final class AwsLimits {

    private static final String LAMBDA = "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html";
    private static final String LAMBDA_RUNTIMES = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html";
    private static final String COGNITO =
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/";
    private static final String COGNITO_QUOTAS =
            "https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html";
    private static final String CLIENT = COGNITO + "API_CreateUserPoolClient.html";
    private static final String RESOURCE_SERVER = COGNITO + "API_CreateResourceServer.html";
    private static final String LOGS =
            "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html";
    private static final String DYNAMODB =
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html";
    private static final String RECOVERY =
            "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PointInTimeRecoverySpecification.html";
    private static final String TAGS =
            "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html";
    private static final String HTTP_QUOTAS =
            "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html";
    private static final String HTTP_CORS =
            "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html";
    private static final String REST = "https://docs.aws.amazon.com/apigateway/latest/api/";
    private static final String VPC = "https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfig.html";

    private static final String DOMAIN_NAMES =
            "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html";

    static final Limit REGION = Limit.matching(
            "[a-z]{2,4}(-[a-z]+){1,3}-[0-9]",
            "a region's name, such as `eu-west-1`",
            "https://docs.aws.amazon.com/general/latest/gr/rande.html");
    /** Hosts that nothing outside a network, or a machine, reaches. */
    private static final String NOT_PUBLIC = "localhost|[^./:]+|[^/:]*\\.(internal|local|localhost|test|invalid)"
            + "|127\\.[0-9.]+|10\\.[0-9.]+|192\\.168\\.[0-9.]+|169\\.254\\.[0-9.]+"
            + "|172\\.(1[6-9]|2[0-9]|3[01])\\.[0-9.]+|\\[.*]";

    static final Limit STAGE = Limit.matching(
                    "\\$default|[A-Za-z0-9_-]{1,128}",
                    "`$default`, or 1 to 128 letters, digits, `_` and `-`; not `test-invoke-stage`",
                    REST + "API_CreateStage.html")
            .without("^test-invoke-stage$");
    static final Limit API_DESCRIPTION =
            new Limit.Length(1024, "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html");
    static final Limit TAG = Limit.entries(
                    Limit.matching(
                                    "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}",
                                    "1 to 128 letters, digits, spaces and `_.:/=+-@`, not beginning with `aws:`",
                                    TAGS)
                            .without("^(?i:aws:)"),
                    Limit.matching(
                            "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{0,256}",
                            "at most 256 letters, digits, spaces and `_.:/=+-@`",
                            TAGS))
            .and(
                    Limit.atMost(50, "tags", TAGS),
                    new Limit.Distinct(
                            "names that differ by more than case, which IAM does not tell apart",
                            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html"));

    static final Limit POOL_NAME = Limit.matching(
            "[\\w\\s+=,.@-]{1,128}",
            "1 to 128 letters, digits, spaces and `_+=,.@-`",
            COGNITO + "API_CreateUserPool.html");
    static final Limit POOL_ID = Limit.matching(
            "[\\w-]+_[0-9A-Za-z]{1,46}",
            "a pool's id, such as `eu-west-1_AbCdEf123`",
            COGNITO + "API_DescribeUserPool.html");
    static final Limit MFA = Limit.oneOf(COGNITO + "API_SetUserPoolMfaConfig.html", "OFF", "OPTIONAL", "ON");
    static final Limit PASSWORD_LENGTH = Limit.between(6, 99, "characters", COGNITO + "API_PasswordPolicyType.html");
    static final Limit DOMAIN_PREFIX = Limit.matching(
                    "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
                    "1 to 63 lower-case letters, digits and `-`, without `aws`, `amazon` and `cognito`, no `-` at either end",
                    "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html")
            .without("aws|amazon|cognito");
    static final Limit PARAMETER_PREFIX = Limit.matching(
                    "(/[A-Za-z0-9_.-]+){1,13}",
                    "a path such as `/auth/prod`: letters, digits and `_.-`, at most 13 levels, none called `aws` or `ssm`",
                    "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html")
            .without("(?i)/(aws|ssm)([/.]|$)");

    // Cognito takes `|`, and Terraform's provider then cannot tell the pool from the identifier.
    static final Limit RESOURCE_SERVERS = Limit.keys(Limit.matching(
                    "[\\x21\\x23-\\x5B\\x5D-\\x7B\\x7D\\x7E]{1,256}",
                    "1 to 256 printable characters without spaces, `\"`, `\\` and `|`",
                    RESOURCE_SERVER))
            .and(Limit.atMost(25, "resource servers in a user pool", COGNITO_QUOTAS));
    static final Limit SERVER_NAME =
            Limit.matching("[\\w\\s+=,.@-]{1,256}", "1 to 256 letters, digits, spaces and `_+=,.@-`", RESOURCE_SERVER);
    static final Limit SCOPES = Limit.entries(
                    Limit.matching(
                            "[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]{1,256}",
                            "1 to 256 printable characters without spaces, `/`, `\"` and `\\`",
                            COGNITO + "API_ResourceServerScopeType.html"),
                    Limit.matching(
                            "(?s).{1,256}",
                            "a description of 1 to 256 characters",
                            COGNITO + "API_ResourceServerScopeType.html"))
            .and(Limit.atMost(100, "scopes in a resource server", COGNITO_QUOTAS));

    static final Limit CLIENT_NAME =
            Limit.matching("[\\w\\s+=,.@-]{1,128}", "1 to 128 letters, digits, spaces and `_+=,.@-`", CLIENT);
    static final Limit CLIENT_SCOPES = Limit.atMost(50, "scopes in a client", CLIENT);
    static final Limit CALLBACKS =
            Limit.items(new Limit.Length(1024, CLIENT)).and(Limit.atMost(100, "addresses", CLIENT));
    /** What the rule `unsafe-oauth-flow` says in more words of an address that stands in the file. */
    static final Limit RETURN_ADDRESSES = Limit.items(new Limit.Either(
            List.of(
                    Limit.matching(ReturnAddress.LOCAL, "", CLIENT),
                    Limit.matching(ReturnAddress.ABSOLUTE, "", CLIENT).without(ReturnAddress.WITHOUT_TLS)),
            "addresses with `https://`, with `http://localhost` or with an app's own scheme, without `*` and `#`",
            CLIENT));

    static final Limit OAUTH_FLOWS = Limit.items(Limit.oneOf(CLIENT, "client_credentials", "code", "implicit"));
    static final Limit AUTH_FLOWS = Limit.items(
            Limit.oneOf(CLIENT, "ADMIN_USER_PASSWORD", "CUSTOM", "REFRESH_TOKEN", "USER", "USER_PASSWORD", "USER_SRP"));
    static final Limit ACCESS_MINUTES = Limit.between(5, 1440, "minutes", CLIENT);
    static final Limit REFRESH_DAYS = Limit.between(1, 3650, "days", CLIENT);

    static final Limit AUTHORIZER_TTL = Limit.between(0, 3600, "seconds", REST + "API_CreateAuthorizer.html");
    static final Limit AUTHORIZER_NAME =
            Limit.matching("[\\w.-]{1,128}", "1 to 128 letters, digits and `_.-`", REST + "API_CreateAuthorizer.html");
    static final Limit ISSUER = Limit.matching(
                    "https://[^\\s/?#]+(/[^\\s?#]*)?",
                    "a public `https://` address without a query, to which `/.well-known/openid-configuration` is added",
                    "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html")
            .without("/\\.well-known/|^https://([^/@]*@)?(" + NOT_PUBLIC + ")(:[0-9]+)?(/|$)");
    static final Limit AUDIENCE = Limit.atMost(50, "audiences in an authorizer", HTTP_QUOTAS);

    static final Limit FUNCTION_NAME =
            Limit.matching("[A-Za-z0-9_-]{1,64}", "1 to 64 letters, digits, `_` and `-`", LAMBDA);
    static final Limit FUNCTION_DESCRIPTION = new Limit.Length(256, LAMBDA);
    static final Limit MEMORY = Limit.between(128, 10_240, "MB", LAMBDA);
    static final Limit TIMEOUT = Limit.between(1, 900, "seconds", LAMBDA);
    static final Limit RUNTIME = Limit.oneOf(LAMBDA_RUNTIMES, Runtimes.offered().toArray(String[]::new))
            .takingStill(Runtimes.outgoing().toArray(String[]::new));
    static final Limit IMAGE = Limit.matching(
            "[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/[a-z0-9._/-]+@sha256:[0-9a-f]{64}",
            "an image in ECR by its digest, `111122223333.dkr.ecr.eu-west-1.amazonaws.com/app@sha256:DIGEST`",
            "https://docs.aws.amazon.com/lambda/latest/dg/images-create.html");
    static final Limit HANDLER =
            Limit.matching("[^\\s]{1,128}", "1 to 128 characters without spaces, such as `app.handler`", LAMBDA);
    static final Limit BUILD_COMMAND = Limit.matching("[^\\n]*[^\\s][^\\n]*", "a command on one line", "");
    static final Limit BUILD_OUTPUT = Limit.matching("[^/~].*", "a path in the folder, such as `dist`", "")
            .without("(^|/)\\.\\.(/|$)");
    static final Limit ARCHITECTURE = Limit.oneOf(LAMBDA, "arm64", "x86_64");
    private static final String VARIABLE = "https://docs.aws.amazon.com/lambda/latest/api/API_Environment.html";
    private static final Limit VARIABLE_NAME = Limit.matching(
            "[A-Za-z][A-Za-z0-9_]+", "a letter, then letters, digits and `_`, at least 2 in all", VARIABLE);
    static final Limit VARIABLES = Limit.keys(VARIABLE_NAME);
    static final Limit VARIABLE_SOURCES = Limit.entries(
            VARIABLE_NAME,
            Limit.matching(
                    VariableSource.FORMS.pattern(),
                    "`user_pool.id`, `user_pool.arn`, `user_pool.issuer`, `clients.NAME.id`,"
                            + " `tables.NAME.name`, `tables.NAME.arn`, `secret:NAME` or `parameter:/NAME`",
                    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"));
    static final Limit EPHEMERAL_STORAGE = Limit.between(512, 10_240, "MB", LAMBDA);
    private static final String CONCURRENCY =
            "https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html";
    static final Limit RESERVED_CONCURRENCY = Limit.between(0, 100_000, "calls at once", CONCURRENCY);
    static final Limit PROVISIONED_CONCURRENCY = Limit.between(
            1, 100_000, "instances", "https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html");
    static final Limit ALIAS = Limit.matching(
                    "[A-Za-z0-9_-]{1,128}",
                    "1 to 128 letters, digits, `_` and `-`, not digits alone",
                    "https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html")
            .without("^[0-9]+$");
    static final Limit DEAD_LETTER = Limit.matching(
            "arn:aws[a-z-]*:(sqs|sns):[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}",
            "the ARN of a queue or a topic that is not FIFO, `arn:aws:sqs:eu-west-1:111122223333:lost`",
            "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html");
    static final Limit KMS_KEY = Limit.matching(
            "arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+",
            "a key's ARN, `arn:aws:kms:eu-west-1:111122223333:key/ID`",
            "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html");
    static final Limit CODE_SIGNING = Limit.matching(
            "arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:code-signing-config:csc-[a-z0-9]{17}",
            "a code signing configuration's ARN,"
                    + " `arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0a1b2c3d4e5f60718`",
            "https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html");
    // What has no colon is a key of `layers` or, whatever it looks like, `unknown-layer`, which nobody may accept.
    static final Limit LAYERS = Limit.items(Limit.matching(
                    "arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:layer:[A-Za-z0-9_-]{1,140}:[0-9]+|[^:]*",
                    "a key of `layers`, or a layer's ARN with its version,"
                            + " `arn:aws:lambda:eu-west-1:111122223333:layer:shared:3`",
                    LAMBDA))
            .and(Limit.atMost(5, "layers", LAMBDA));
    private static final String LAYER = "https://docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html";
    static final Limit LAYER_NAME =
            Limit.matching("[A-Za-z0-9_-]{1,140}", "1 to 140 letters, digits, `_` and `-`", LAYER);
    static final Limit LAYER_DESCRIPTION = new Limit.Length(256, LAYER);
    static final Limit LAYER_RUNTIMES = Limit.items(RUNTIME).and(Limit.atMost(15, "runtimes", LAYER));
    static final Limit LAYER_ARCHITECTURES = Limit.items(ARCHITECTURE);
    private static final String FILE_SYSTEM =
            "https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html";
    static final Limit ACCESS_POINT = Limit.matching(
            "arn:aws[a-z-]*:elasticfilesystem:[a-z0-9-]+:[0-9]{12}:access-point/fsap-[a-f0-9]{17}",
            "an access point's ARN, `arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-0a1b2c3d4e5f60718`",
            FILE_SYSTEM);
    static final Limit MOUNT_PATH = Limit.matching(
            "/mnt/[A-Za-z0-9_.-]{1,155}", "`/mnt/` and one name of letters, digits and `_.-`", FILE_SYSTEM);
    static final Limit SUBNETS = Limit.items(
                    Limit.matching("subnet-[0-9a-z]+", "a subnet's id, such as `subnet-0a1b2c3d`", VPC))
            .and(Limit.atMost(16, "subnets", VPC));
    static final Limit SECURITY_GROUPS = Limit.items(
                    Limit.matching("sg-[0-9a-z]+", "a security group's id, such as `sg-0a1b2c3d`", VPC))
            .and(Limit.atMost(5, "security groups", VPC));
    /** Actions, or resources, of a policy: at least one, in the characters that IAM takes. */
    static final Limit POLICY_ELEMENTS = Limit.items(Limit.matching(
                    "[\\x20-\\x{FF}]+",
                    "characters of Latin-1, which is all that IAM takes",
                    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"))
            .and(Limit.atLeast(1, "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html"));

    static final Limit RETENTION = Limit.oneOf(
            LOGS, "1", "3", "5", "7", "14", "30", "60", "90", "120", "150", "180", "365", "400", "545", "731", "1096",
            "1827", "2192", "2557", "2922", "3288", "3653");

    static final Limit TABLE_NAMES =
            Limit.keys(Limit.matching("[A-Za-z0-9_.-]{3,255}", "3 to 255 letters, digits and `_.-`", DYNAMODB));
    static final Limit KEY_NAME = Limit.matching("(?s).{1,255}", "1 to 255 characters", DYNAMODB);
    static final Limit KEY_TYPE = Limit.oneOf(DYNAMODB, "S", "N", "B");
    static final Limit RECOVERY_DAYS = Limit.between(1, 35, "days", RECOVERY);
    static final Limit TABLE_ENCRYPTION = Limit.matching(
            "AWS_MANAGED|AWS_OWNED|arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+",
            "`AWS_MANAGED`, `AWS_OWNED`, or a key's ARN, `arn:aws:kms:eu-west-1:111122223333:key/ID`",
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html");
    static final Limit REPLICA_REGIONS = Limit.keys(Limit.matching(
            "[a-z]{2}(-[a-z]+)+-[0-9]",
            "a region, such as `eu-central-1`",
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html"));
    static final Limit CAPACITY = Limit.between(1, 40_000, "capacity units", DYNAMODB);
    static final Limit REQUEST_UNITS = Limit.between(
            1,
            40_000,
            "request units a second",
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode-max-throughput.html");
    static final Limit TARGET_UTILIZATION = Limit.between(
            20, 90, "percent", "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html");
    static final Limit INDEXES = Limit.keys(
                    Limit.matching("[A-Za-z0-9_.-]{3,255}", "3 to 255 letters, digits and `_.-`", DYNAMODB))
            .and(Limit.atMost(20, "global secondary indexes", DYNAMODB));
    static final Limit PROJECTION = Limit.oneOf(DYNAMODB, "ALL", "INCLUDE", "KEYS_ONLY");
    static final Limit PROJECTED = Limit.items(KEY_NAME).and(Limit.atMost(20, "projected attributes", DYNAMODB));
    static final Limit STREAM_VIEW = Limit.oneOf(DYNAMODB, "KEYS_ONLY", "NEW_AND_OLD_IMAGES", "NEW_IMAGE", "OLD_IMAGE");
    static final Limit TABLE_CLASS = Limit.oneOf(DYNAMODB, "STANDARD", "STANDARD_INFREQUENT_ACCESS");

    static final Limit MAX_AGE = Limit.between(0, 86_400, "seconds", HTTP_CORS);
    static final Limit CORS_METHODS =
            Limit.items(Limit.oneOf(HTTP_CORS, "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "*"));
    static final Limit CORS_HEADERS =
            Limit.items(Limit.matching("\\*|[A-Za-z0-9!#$%&*+.^_|~-]+", "`*`, or a header's name", HTTP_CORS));
    static final Limit THROTTLE = Limit.between(
            1,
            1_000_000,
            "",
            "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html");
    static final Limit LOG_LEVEL = Limit.oneOf(REST + "API_MethodSetting.html", "OFF", "ERROR", "INFO");
    static final Limit DOMAIN = Limit.all(
            new Limit.Length(253, DOMAIN_NAMES),
            Limit.matching(
                    "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]",
                    "a domain name in lower case, such as `api.example.com`",
                    DOMAIN_NAMES));
    static final Limit API_DOMAIN = Limit.all(
            new Limit.Length(253, DOMAIN_NAMES),
            Limit.matching(
                    "(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]",
                    "a domain name in lower case, such as `api.example.com`, or `*.example.com` for all names below one",
                    "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html"));
    static final Limit AUTH_DOMAIN = Limit.all(new Limit.Length(63, COGNITO + "API_CreateUserPoolDomain.html"), DOMAIN);
    static final Limit BUCKET = Limit.matching(
            "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
            "3 to 63 lower-case letters, digits, `.` and `-`",
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html");

    private AwsLimits() {}
}
