package dev.tollgate.check;

import static dev.tollgate.model.ApiKind.HTTP;
import static dev.tollgate.model.ApiKind.REST;

import dev.tollgate.model.ApiKind;
import dev.tollgate.model.RouteKey;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A thing that an environment file can ask for and that not every kind of API has. As of 2026-11-20.
 *
 * @param feature what it is called, as the object of a sentence
 * @param key where the file asks for it
 * @param value the value there that asks for it; any value when empty
 * @param ignored the value there that asks for nothing
 * @param kinds the kinds of API that have it
 * @param instead what to do where it is missing
 * @param source AWS's page that says so
 */
public record Capability(
        String feature,
        List<String> key,
        Optional<Object> value,
        Optional<Object> ignored,
        Set<ApiKind> kinds,
        String instead,
        String source) {

    private static final String GUIDE = "https://docs.aws.amazon.com/apigateway/latest/developerguide/";
    private static final String REST_API = "https://docs.aws.amazon.com/apigateway/latest/api/";
    private static final String REMOVE = "remove it";

    /** The table, a general thing before its parts. */
    public static final List<Capability> ALL = List.of(
            of("routes", "routes", REMOVE, "http-api-vs-rest.html", REST, HTTP),
            of("functions", "functions", REMOVE, "http-api-vs-rest.html", REST, HTTP),
            of("tables behind functions", "tables", REMOVE, "http-api-vs-rest.html", REST, HTTP),
            of("an authorizer", "authorizer", REMOVE, "http-api-vs-rest.html", REST, HTTP),
            of("a domain name for the API", "custom_domain.api", REMOVE, "http-api-vs-rest.html", REST, HTTP),
            of("CORS", "cors", REMOVE, "http-api-vs-rest.html", REST, HTTP),
            of("throttling", "throttle", REMOVE, "http-api-vs-rest.html", REST, HTTP),
            of("an access log", "access_log", REMOVE, "http-api-vs-rest.html", REST, HTTP),
            of("a stage", "stage", REMOVE, "http-api-vs-rest.html", REST, HTTP),
            of("the stage `$default`", "stage", "name a stage, such as `prod`", "http-api-stages.html", HTTP)
                    .asking(RouteKey.DEFAULT),
            of(
                    "the route `$default`",
                    "routes.$default",
                    "write `ANY /{proxy+}`, and `ANY /` beside it",
                    "http-api-develop-routes.html",
                    HTTP),
            // AWS has JWT authorizers on REST APIs by now; provider 5.x of Terraform cannot make one.
            of(
                    "tokens of another issuer than Cognito",
                    "authorizer.issuer",
                    "take tokens from a `user_pool`",
                    "http-api-jwt-authorizer.html",
                    HTTP),
            of(
                    "an audience of its own",
                    "authorizer.audience",
                    "separate clients by scopes",
                    "http-api-jwt-authorizer.html",
                    HTTP),
            of("a cache of verdicts", "authorizer.ttl", REMOVE, REST_API + "API_CreateAuthorizer.html", REST),
            of("an execution log", "access_log.level", "log in the function", "http-api-logging.html", REST)
                    .unless("OFF"),
            of("the account's role for logs", "access_log.account_role", REMOVE, "http-api-logging.html", REST));

    public Capability {
        key = List.copyOf(key);
        kinds = Set.copyOf(kinds);
    }

    private static Capability of(String feature, String key, String instead, String page, ApiKind... kinds) {
        return new Capability(
                feature,
                List.of(key.split("\\.", -1)),
                Optional.empty(),
                Optional.empty(),
                EnumSet.copyOf(Arrays.asList(kinds)),
                instead,
                page.startsWith("https:") ? page : GUIDE + page);
    }

    private Capability asking(Object asked) {
        return new Capability(feature, key, Optional.of(asked), ignored, kinds, instead, source);
    }

    private Capability unless(Object nothing) {
        return new Capability(feature, key, value, Optional.of(nothing), kinds, instead, source);
    }

    /** Whether {@code written}, which stands at the key, asks for it. */
    public boolean isAskedBy(Object written) {
        return value.map(written::equals).orElse(true)
                && ignored.map(nothing -> !written.equals(nothing)).orElse(true);
    }

    /** Whether {@code kind} has it. */
    public boolean isOf(ApiKind kind) {
        return kinds.contains(kind);
    }

    /** The kinds that have it, as a hint names them. */
    public String alternative() {
        List<String> words = new TreeSet<>(kinds)
                .stream().map(kind -> "`api_type = \"" + kind.word() + "\"`").toList();
        return String.join(" or ", words);
    }
}
