package dev.tollgate.schema;

import static dev.tollgate.model.ApiKind.HTTP;
import static dev.tollgate.model.ApiKind.REST;
import static dev.tollgate.model.RouteKey.DEFAULT;
import static dev.tollgate.schema.Draft.object;
import static dev.tollgate.schema.Draft.objectMap;
import static dev.tollgate.schema.Draft.objects;
import static dev.tollgate.schema.Draft.string;
import static dev.tollgate.schema.Draft.stringMap;
import static dev.tollgate.schema.Draft.strings;

import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Definition;
import java.util.Arrays;

/** The keys at the top of an environment file. They are a contract; those of objects may grow. */
public enum EnvironmentKeys implements Key {
    NAME(string().mandatory()
            .fixed("another name is another user pool, without its users, and another API")
            .within(OwnLimits.WORD)
            .about("prefix of every name")),
    DESCRIPTION(
            string().changeable().within(AwsLimits.API_DESCRIPTION).about("what the API is for, shown in the console")),
    REGION(string().mandatory()
            .fixed("what was made in another region stays there, and nothing manages it any more")
            .within(AwsLimits.REGION)
            .about("where everything is made")),
    API_TYPE(string().mandatory()
            .within(Limit.oneOf(
                    "", Arrays.stream(ApiKind.values()).map(ApiKind::word).toArray(String[]::new)))
            .about("kind of API; `none` makes the identity only")),
    STAGE(string().asksFor(Capability.ofApis("a stage"))
            .asksFor(Capability.of("the stage `$default`", "name a stage, such as `prod`", "http-api-stages.html", HTTP)
                    .asking(DEFAULT))
            .within(AwsLimits.STAGE)
            .about("the API's stage; `$default` for `http`, the environment's name for `rest` unless given")),
    DEFINITION(string().within(Limit.oneOf(
                    "", Arrays.stream(Definition.values()).map(Definition::word).toArray(String[]::new)))
            .asksFor(Capability.of(
                            "a definition in one OpenAPI document", "remove it", "api-gateway-import-api.html", REST)
                    .unless(Definition.RESOURCES.word()))
            .about("how the routes are described to API Gateway: `openapi`, one document, or `resources`, a resource"
                    + " each; `resources` unless given")),
    TAGS(stringMap().changeable().within(AwsLimits.TAG).about("tags of every resource that takes tags")),
    USER_POOL(object(UserPoolKeys.values()).about("who issues the tokens")),
    RESOURCE_SERVERS(objectMap(ResourceServerKeys.values())
            .fixed("under another identifier it is another server, and its scopes are other scopes")
            .emptyByDefault()
            .within(AwsLimits.RESOURCE_SERVERS)
            .about("what scopes there are, by resource server identifier")),
    CLIENTS(objectMap(ClientKeys.values())
            .fixed("under another name it is another client, with an id and a secret of its own")
            .emptyByDefault()
            .within(Limit.keys(OwnLimits.WORD))
            .about("app clients of the user pool")),
    AUTHORIZER(object(AuthorizerKeys.values())
            .asksFor(Capability.ofApis("an authorizer"))
            .emptyByDefault()
            .about("how tokens are verified; from the user pool unless given")),
    FUNCTIONS(objectMap(FunctionKeys.values())
            .emptyByDefault()
            .within(Limit.keys(OwnLimits.WORD))
            .about("Lambda functions that routes, and triggers of the user pool, call")),
    LAYERS(objectMap(LayerKeys.all())
            .emptyByDefault()
            .within(Limit.keys(OwnLimits.WORD))
            .about("Lambda layers of this project's own files, which functions name in their `layers`; what is in"
                    + " their folders, functions find under `/opt`")),
    TABLES(objectMap(TableKeys.values())
            .fixed("under another name it is another table, without the items")
            .emptyByDefault()
            .within(AwsLimits.TABLE_NAMES)
            .about("DynamoDB tables, by table name")),
    ROUTES(objectMap(RouteKeys.values())
            .asksFor(Capability.ofApis("routes"))
            .asksFor(Capability.of(
                            "the route `$default`",
                            "write `ANY /{proxy+}`, and `ANY /` beside it",
                            "http-api-develop-routes.html",
                            HTTP)
                    .entry(DEFAULT))
            .emptyByDefault()
            .about("what the API answers, by method and path: `\"GET /books/{id}\"`")),
    CORS(object(CorsKeys.values())
            .asksFor(Capability.ofApis("CORS"))
            .about("which web pages may call the API, for preflights and refusals alike")),
    CUSTOM_DOMAIN(object(CustomDomainKeys.values()).about("custom domain names")),
    THROTTLE(object(ThrottleKeys.values())
            .asksFor(Capability.ofApis("throttling"))
            .about("limit of each route; the account's limit (10,000 a second) when absent")),
    ACCESS_LOG(object(AccessLogKeys.values())
            .asksFor(Capability.ofApis("an access log"))
            .emptyByDefault()
            .about("what is logged; the access log itself is always on")),
    STATE(object(StateKeys.values()).about("where Terraform keeps its state; a local file when absent")),
    TERRAFORM(strings()
            .emptyByDefault()
            .about("folders of this project with Terraform of your own, such as `infra/prod`: put beside the emitted"
                    + " JSON, and planned with it")),
    SUPPRESS(objects(SuppressKeys.values()).changeable().about("findings accepted with a reason; they stay visible")),
    MOVED(stringMap()
            .emptyByDefault()
            .within(OwnLimits.RENAMING)
            .about(
                    "keys of `functions`, `layers` and `clients` that were renamed, so that what was made for them goes on:"
                            + " `\"functions.books\" = \"functions.library\"`"));

    private final Attribute attribute;

    EnvironmentKeys(Draft draft) {
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
