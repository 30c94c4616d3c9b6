package dev.tollgate.schema;

import static dev.tollgate.schema.Attribute.bool;
import static dev.tollgate.schema.Attribute.number;
import static dev.tollgate.schema.Attribute.object;
import static dev.tollgate.schema.Attribute.objectMap;
import static dev.tollgate.schema.Attribute.objects;
import static dev.tollgate.schema.Attribute.string;
import static dev.tollgate.schema.Attribute.stringMap;
import static dev.tollgate.schema.Attribute.strings;

import java.util.List;

/** Every key of an environment file. Top-level keys are a contract; inner attributes may grow. */
public final class EnvironmentSchema {

    private static final Limit WORD =
            Limit.matching("[A-Za-z][A-Za-z0-9_-]{0,39}", "1 to 40 letters, digits, `_` and `-`, a letter first", "");
    private static final Limit REASON = Limit.matching("(?s)\\s*\\S.{2,}", "a reason of at least 3 characters", "");

    /** The file's top-level keys, in the order the reference page shows them. */
    public static final Type.ObjectOf ROOT = new Type.ObjectOf(List.of(
            string("name").mandatory().within(WORD).about("prefix of every name"),
            string("description").changeable().about("what the API is for, shown in the console"),
            string("region").mandatory().within(AwsLimits.REGION).about("where everything is made"),
            string("api_type")
                    .mandatory()
                    .within(Limit.oneOf("", "rest", "http", "none"))
                    .about("kind of API; `none` makes the identity only"),
            string("stage")
                    .within(AwsLimits.STAGE)
                    .about("the API's stage; `$default` for `http`, the environment's name for `rest` unless given"),
            stringMap("tags").changeable().within(AwsLimits.TAG).about("tags of every resource that takes tags"),
            userPool(),
            resourceServers(),
            clients(),
            authorizer(),
            functions(),
            tables(),
            routes(),
            cors(),
            customDomain(),
            object(
                            "throttle",
                            number("rate")
                                    .mandatory()
                                    .changeable()
                                    .within(AwsLimits.THROTTLE)
                                    .about("requests per second, on average"),
                            number("burst")
                                    .mandatory()
                                    .changeable()
                                    .within(AwsLimits.THROTTLE)
                                    .about("requests at once"))
                    .about("limit of each route; the account's limit (10,000 a second) when absent"),
            accessLog(),
            state(),
            objects(
                            "suppress",
                            string("rule").mandatory().about("the finding's rule"),
                            string("subject").mandatory().about("the finding's subject"),
                            string("reason").mandatory().within(REASON).about("why it is right here"),
                            string("expires")
                                    .within(new Limit.Day())
                                    .about("the last day on which it is accepted; after it, the finding counts again"))
                    .changeable()
                    .about("findings accepted with a reason; they stay visible")));

    private static Attribute userPool() {
        return object(
                        "user_pool",
                        string("source")
                                .byDefault("create")
                                .within(Limit.oneOf("", "create", "ssm", "existing"))
                                .about(
                                        "make the pool, read it from SSM (published by another environment), or name it by id"),
                        string("name")
                                .within(AwsLimits.POOL_NAME)
                                .about("`<name>-users` unless given; another name is another pool"),
                        string("id").within(AwsLimits.POOL_ID).about("the pool's id, with `source = \"existing\"`"),
                        string("ssm_prefix")
                                .within(AwsLimits.PARAMETER_PREFIX)
                                .about("with `create`: publish the pool here; with `ssm`: read it from here"),
                        string("domain_prefix")
                                .within(AwsLimits.DOMAIN_PREFIX)
                                .about(
                                        "host of the token endpoint, `https://<prefix>.auth.<region>.amazoncognito.com`"),
                        bool("deletion_protection")
                                .byDefault(true)
                                .about("refuse to delete or replace the pool, in AWS and in Terraform"),
                        bool("self_sign_up").byDefault(false).changeable().about("whether anybody may sign up"),
                        number("password_minimum_length")
                                .byDefault(12)
                                .changeable()
                                .within(AwsLimits.PASSWORD_LENGTH)
                                .about("shortest password, in characters"))
                .about("who issues the tokens");
    }

    private static Attribute resourceServers() {
        return objectMap(
                        "resource_servers",
                        string("name")
                                .within(AwsLimits.SERVER_NAME)
                                .about("the identifier unless given; another name is another server"),
                        stringMap("scopes")
                                .mandatory()
                                .changeable()
                                .within(AwsLimits.SCOPES)
                                .about("scope name to description; asked for as `<identifier>/<scope>`"))
                .emptyByDefault()
                .within(AwsLimits.RESOURCE_SERVERS)
                .about("what scopes there are, by resource server identifier");
    }

    private static Attribute clients() {
        return objectMap(
                        "clients",
                        string("name")
                                .changeable()
                                .within(AwsLimits.CLIENT_NAME)
                                .about("`<name>-<client>` unless given"),
                        strings("oauth_flows")
                                .emptyByDefault()
                                .within(AwsLimits.OAUTH_FLOWS)
                                .about("OAuth 2.0 grants at the token endpoint"),
                        strings("auth_flows")
                                .emptyByDefault()
                                .within(AwsLimits.AUTH_FLOWS)
                                .about("flows of `InitiateAuth`, without Cognito's `ALLOW_` and `_AUTH`"),
                        strings("scopes")
                                .emptyByDefault()
                                .within(AwsLimits.CLIENT_SCOPES)
                                .about("scopes the client may ask for, such as `orders/read` or `openid`"),
                        bool("secret")
                                .about(
                                        "whether the client has a secret; yes with `client_credentials`, no otherwise, unless given"),
                        strings("callback_urls")
                                .emptyByDefault()
                                .changeable()
                                .within(AwsLimits.CALLBACKS)
                                .about("where `code` and `implicit` may return to"),
                        strings("logout_urls")
                                .emptyByDefault()
                                .changeable()
                                .within(AwsLimits.CALLBACKS)
                                .about("where a sign-out may return to"),
                        number("access_token_minutes")
                                .byDefault(60)
                                .changeable()
                                .within(AwsLimits.ACCESS_MINUTES)
                                .about("life of an access token, in minutes"),
                        number("id_token_minutes")
                                .byDefault(60)
                                .changeable()
                                .within(AwsLimits.ACCESS_MINUTES)
                                .about("life of an ID token, in minutes"),
                        number("refresh_token_days")
                                .byDefault(30)
                                .changeable()
                                .within(AwsLimits.REFRESH_DAYS)
                                .about("life of a refresh token, in days"))
                .emptyByDefault()
                .within(Limit.keys(WORD))
                .about("app clients of the user pool");
    }

    private static Attribute authorizer() {
        return object(
                        "authorizer",
                        string("name")
                                .changeable()
                                .within(AwsLimits.AUTHORIZER_NAME)
                                .about("`cognito`, or `jwt` with an `issuer`"),
                        string("issuer")
                                .within(AwsLimits.ISSUER)
                                .about("`http` only: an OpenID Connect issuer instead of a user pool"),
                        strings("audience")
                                .emptyByDefault()
                                .changeable()
                                .within(AwsLimits.AUDIENCE)
                                .about("`http` only: who the issuer's tokens must be meant for"),
                        number("ttl")
                                .changeable()
                                .within(AwsLimits.AUTHORIZER_TTL)
                                .about("`rest` only: seconds a verdict is kept; 300 in AWS unless given"))
                .emptyByDefault()
                .about("how tokens are verified; from the user pool unless given");
    }

    private static Attribute functions() {
        return objectMap(
                        "functions",
                        string("existing")
                                .within(AwsLimits.FUNCTION_NAME)
                                .about("name of a function that is there already; no other attribute then"),
                        string("source").about("folder of the function's source, from where Tollgate is run"),
                        string("handler")
                                .changeable()
                                .within(AwsLimits.HANDLER)
                                .about("file and function, `app.handler`"),
                        string("runtime").changeable().within(AwsLimits.RUNTIME).about("Lambda's runtime"),
                        string("name")
                                .changeable()
                                .within(AwsLimits.FUNCTION_NAME)
                                .about("`<name>-<function>` unless given"),
                        string("description").changeable().about("shown in the console"),
                        string("architecture")
                                .byDefault("x86_64")
                                .changeable()
                                .within(AwsLimits.ARCHITECTURE)
                                .about("processor"),
                        number("memory_size")
                                .byDefault(128)
                                .changeable()
                                .within(AwsLimits.MEMORY)
                                .about("memory, in MB"),
                        number("timeout")
                                .byDefault(10)
                                .changeable()
                                .within(AwsLimits.TIMEOUT)
                                .about("longest run, in seconds"),
                        number("log_retention_days")
                                .byDefault(7)
                                .changeable()
                                .within(AwsLimits.RETENTION)
                                .about("days its log is kept"),
                        stringMap("environment")
                                .emptyByDefault()
                                .changeable()
                                .within(AwsLimits.VARIABLES)
                                .about("environment variables; never a secret"),
                        strings("tables").emptyByDefault().about("tables it may read and write"),
                        strings("read_tables").emptyByDefault().about("tables it may only read"),
                        object(
                                        "vpc",
                                        strings("subnet_ids")
                                                .mandatory()
                                                .changeable()
                                                .within(AwsLimits.SUBNETS)
                                                .about("private subnets"),
                                        strings("security_group_ids")
                                                .mandatory()
                                                .changeable()
                                                .within(AwsLimits.SECURITY_GROUPS)
                                                .about("security groups"))
                                .about("where it runs, when it needs a private network"),
                        objects(
                                        "policy",
                                        strings("actions").mandatory().about("IAM actions, `sns:Publish`"),
                                        strings("resources").mandatory().about("ARNs"))
                                .emptyByDefault()
                                .about("what else its role may do"))
                .emptyByDefault()
                .within(Limit.keys(WORD))
                .about("Lambda functions that routes call");
    }

    private static Attribute tables() {
        return objectMap(
                        "tables",
                        string("hash_key")
                                .mandatory()
                                .within(AwsLimits.KEY_NAME)
                                .about("partition key"),
                        string("hash_key_type")
                                .byDefault("S")
                                .within(AwsLimits.KEY_TYPE)
                                .about("its type"),
                        string("range_key").within(AwsLimits.KEY_NAME).about("sort key"),
                        string("range_key_type")
                                .byDefault("S")
                                .within(AwsLimits.KEY_TYPE)
                                .about("its type"),
                        number("read_capacity")
                                .changeable()
                                .within(AwsLimits.CAPACITY)
                                .about("provisioned reads; on demand when absent"),
                        number("write_capacity")
                                .changeable()
                                .within(AwsLimits.CAPACITY)
                                .about("provisioned writes; on demand when absent"),
                        string("items").about("JSON file of items to put in once, a list of plain objects"),
                        bool("deletion_protection").byDefault(true).changeable().about("refuse to delete the table"),
                        bool("point_in_time_recovery")
                                .byDefault(true)
                                .changeable()
                                .about("continuous backups, 35 days"))
                .emptyByDefault()
                .within(AwsLimits.TABLE_NAMES)
                .about("DynamoDB tables, by table name");
    }

    private static Attribute routes() {
        return objectMap(
                        "routes",
                        string("function").mandatory().about("the function it calls"),
                        strings("scopes").about("any one of these lets a token pass; none: every authenticated caller"),
                        string("anonymous").within(REASON).about("why no token is demanded"))
                .emptyByDefault()
                .about("what the API answers, by method and path: `\"GET /books/{id}\"`");
    }

    private static Attribute cors() {
        return object(
                        "cors",
                        strings("allow_origins")
                                .mandatory()
                                .about("origins of pages that may call, `https://app.example.com`"),
                        strings("allow_methods")
                                .mandatory()
                                .within(AwsLimits.CORS_METHODS)
                                .about("methods they may use"),
                        strings("allow_headers")
                                .emptyByDefault()
                                .within(AwsLimits.CORS_HEADERS)
                                .about("headers they may send"),
                        strings("expose_headers")
                                .emptyByDefault()
                                .within(AwsLimits.CORS_HEADERS)
                                .about("headers they may read"),
                        number("max_age")
                                .byDefault(3600)
                                .within(AwsLimits.MAX_AGE)
                                .about("seconds a browser keeps the answer"),
                        bool("allow_credentials").byDefault(false).about("whether cookies may be sent"))
                .about("which web pages may call the API, for preflights and refusals alike");
    }

    private static Attribute customDomain() {
        return object(
                        "custom_domain",
                        string("zone").mandatory().within(AwsLimits.DOMAIN).about("the public Route 53 hosted zone"),
                        string("api")
                                .within(AwsLimits.DOMAIN)
                                .about("the API's name; its default endpoint is closed then"),
                        string("auth").within(AwsLimits.DOMAIN).about("the token endpoint's name"),
                        strings("certificate_names")
                                .emptyByDefault()
                                .within(Limit.items(AwsLimits.DOMAIN))
                                .about("further names on the certificate, before `api` and `auth`"),
                        string("validation_timeout")
                                .byDefault("45m")
                                .changeable()
                                .within(Limit.matching("([0-9]+[smh])+", "a duration such as `45m`", ""))
                                .about("longest wait for the certificate"),
                        bool("apex_placeholder")
                                .byDefault(false)
                                .about("make an A record at the parent of `auth`, which Cognito wants to resolve"))
                .about("names of your own");
    }

    private static Attribute accessLog() {
        return object(
                        "access_log",
                        number("retention_days")
                                .byDefault(30)
                                .changeable()
                                .within(AwsLimits.RETENTION)
                                .about("days the access log is kept"),
                        string("level")
                                .byDefault("OFF")
                                .changeable()
                                .within(AwsLimits.LOG_LEVEL)
                                .about("`rest` only: execution log; bodies and tokens are never in it"),
                        bool("metrics").byDefault(false).changeable().about("metrics per route"),
                        bool("account_role")
                                .about(
                                        "`rest` only: `true` makes the role with which API Gateway writes logs, one per account and "
                                                + "region; `false` says that it is there"))
                .emptyByDefault()
                .about("what is logged; the access log itself is always on");
    }

    private static Attribute state() {
        return object(
                        "state",
                        string("bucket").mandatory().within(AwsLimits.BUCKET).about("S3 bucket"),
                        string("key").mandatory().about("object's key"),
                        string("region").mandatory().within(AwsLimits.REGION).about("the bucket's region"),
                        bool("use_lockfile")
                                .byDefault(true)
                                .about("lock by a file in the bucket (Terraform 1.10 and up)"),
                        string("dynamodb_table").about("lock by a DynamoDB table, for older Terraform"),
                        string("kms_key_id").about("KMS key; S3's own encryption when absent"))
                .about("where Terraform keeps its state; a local file when absent");
    }

    private EnvironmentSchema() {}
}
