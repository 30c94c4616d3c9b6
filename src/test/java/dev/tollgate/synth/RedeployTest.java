package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.testing.Variants;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A REST API is deployed again when its definition changes, and only then; the triggers say which part it was. */
class RedeployTest {

    private static final String SHOP = """
            name             = "shop"
            region           = "eu-west-1"
            api_type         = "rest"
            stage            = "v1"
            user_pool        = { domain_prefix = "shop-example" }
            resource_servers = { shop = { scopes = { read = "Read", write = "Write" } } }
            clients          = { till = { oauth_flows = ["client_credentials"], scopes = ["shop/read", "shop/write"] } }
            functions        = { echo = { existing = "echo" }, other = { existing = "other" } }
            routes = {
              "GET /goods"        = { function = "echo", scopes = ["shop/read"] }
              "GET /options/{id}" = { function = "echo", scopes = ["shop/read"] }
            }
            access_log = { account_role = true }
            """;
    private static final String CORS =
            "cors = { allow_origins = [\"https://shop.example.com\"], allow_methods = [\"GET\"], allow_headers = [\"Authorization\"] }\n";

    /** What is changed in the file, and which triggers differ then. */
    private record Change(String name, String from, String to, List<String> triggers) {

        Change(String name, String from, String to, String... triggers) {
            this(name, from, to, List.of(triggers));
        }

        @Override
        public String toString() {
            return name + " → " + triggers;
        }
    }

    private static final List<Change> CHANGES = List.of(
            new Change(
                    "route",
                    "routes = {",
                    "routes = {\n\"POST /goods\" = { function = \"echo\", scopes = [\"shop/write\"] }",
                    "routes"),
            new Change(
                    "scope",
                    "echo\", scopes = [\"shop/read\"] }\n}",
                    "echo\", scopes = [\"shop/write\"] }\n}",
                    "routes"),
            new Change("anonymous", "scopes = [\"shop/read\"] }\n}", "anonymous = \"everybody\" }\n}", "routes"),
            // The same address: what a path is called in Terraform does not tell a parameter from a word.
            new Change("path", "/options/{id}", "/options/id", "routes"),
            new Change(
                    "function",
                    "echo\", scopes = [\"shop/read\"] }\n}",
                    "other\", scopes = [\"shop/read\"] }\n}",
                    "functions",
                    "routes"),
            new Change("cors", "access_log", CORS + "access_log", "cors"),
            // https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html
            new Change(
                    "domain",
                    "access_log",
                    "custom_domain = { zone = \"example.com\", api = \"api.example.com\" }\naccess_log",
                    "api"),
            new Change(
                    "pool",
                    "{ domain_prefix = \"shop-example\" }",
                    "{ source = \"existing\", id = \"eu-west-1_AbCdEf123\", domain_prefix = \"shop-example\" }",
                    "authorizer",
                    "user_pool"),
            new Change(
                    "client",
                    "clients          = {",
                    "clients = { web = { oauth_flows = [\"code\"], scopes = [\"shop/read\"], callback_urls = [\"https://shop.example.com\"] }, "),
            new Change("throttle", "access_log", "throttle = { rate = 1, burst = 1 }\naccess_log"),
            new Change("tags", "access_log", "tags = { team = \"shop\" }\naccess_log"),
            new Change(
                    "log",
                    "account_role = true",
                    "account_role = true, level = \"ERROR\", retention_days = 90, metrics = true"),
            new Change("scopes", "write = \"Write\"", "write = \"Write goods\", admin = \"Administer\""),
            new Change("table", "access_log", "tables = { Goods = { hash_key = \"id\" } }\naccess_log"));

    @TempDir
    private static Path project;

    private static Variants variants;

    @BeforeAll
    static void synthesize() {
        variants = Variants.in(project).with("shop", SHOP);
        for (Change change : CHANGES) {
            assertThat(SHOP).as(change.name()).contains(change.from());
            variants.with("with-" + change.name(), SHOP.replace(change.from(), change.to()));
        }
        variants.with("cors-changed", SHOP + CORS.replace("shop.example", "www.example"));
        variants.synthesized();
    }

    static List<Change> changes() {
        return CHANGES;
    }

    private static JsonNode triggers(String environment) {
        return variants.stack(environment).at("/resource/aws_api_gateway_deployment/api/triggers");
    }

    private static Set<String> differing(JsonNode before, JsonNode after) {
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> before.path(name).equals(after.path(name)));
        return names;
    }

    @ParameterizedTest
    @MethodSource("changes")
    void deploysAgainForThisPartOnly(Change change) {
        assertThat(differing(triggers("shop"), triggers("with-" + change.name())))
                .containsExactlyElementsOf(change.triggers());
    }

    @Test
    void deploysAgainWhenCorsChanges() {
        assertThat(differing(triggers("with-cors"), triggers("cors-changed"))).containsExactly("cors");
    }

    @Test
    void deploysAgainWhenAVarFileChangesHowLongAVerdictIsKept() {
        assertThat(triggers("shop").path("authorizer_ttl").asText()).isEqualTo("${jsonencode(var.authorizer.ttl)}");
    }

    @Test
    void leavesEveryOtherResourceAloneWhenARouteIsAdded() {
        JsonNode before = variants.stack("shop");
        JsonNode after = variants.stack("with-route");

        for (String address : Variants.addresses(before)) {
            if (!address.startsWith("aws_api_gateway_deployment.")) {
                String pointer =
                        "/" + address.replaceFirst("^(?!data\\.)", "resource.").replace('.', '/');
                assertThat(after.at(pointer)).as(address).isEqualTo(before.at(pointer));
            }
        }
        Set<String> added = new TreeSet<>(Variants.addresses(after));
        added.removeAll(Variants.addresses(before));
        assertThat(added)
                .containsExactly(
                        "aws_api_gateway_integration.post_goods",
                        "aws_api_gateway_method.post_goods",
                        "aws_lambda_permission.post_goods");
    }
}
