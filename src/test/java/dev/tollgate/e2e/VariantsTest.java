package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an environment file can ask for and none of the project's own does: it applies, and a second plan is empty. */
class VariantsTest {

    private static final String HEAD = """
            name     = "NAME"
            region   = "eu-west-1"
            """;
    private static final String IDENTITY = """
            user_pool        = { domain_prefix = "NAME-example", deletion_protection = false }
            resource_servers = { api = { scopes = { all = "All" } } }
            clients          = { machine = { oauth_flows = ["client_credentials"], scopes = ["api/all"] } }
            """;
    private static final String FUNCTION = """
            functions = { one = { existing = "example" } }
            """;

    private static final Map<String, String> VARIANTS = new TreeMap<>(Map.of(
            "http-domain",
            IDENTITY.replace("domain_prefix = \"NAME-example\", ", "") + FUNCTION + """
                    api_type = "http"
                    stage    = "live"
                    routes   = { "ANY /{proxy+}" = { function = "one", scopes = ["api/all"] }, "$default" = { function = "one", anonymous = "a page for the lost" } }
                    custom_domain = { zone = "example.com", api = "http.example.com", auth = "login.http.example.com" }
                    suppress = [{ rule = "auth-domain-parent-missing", subject = "custom_domain.auth", reason = "the API's own record is there" }]
                    """,
            "external-issuer",
            FUNCTION + """
                    api_type   = "http"
                    authorizer = { issuer = "https://login.example.com/realms/shop", audience = ["shop"] }
                    routes     = { "GET /one" = { function = "one", scopes = ["read"] } }
                    """,
            "existing-pool",
            """
            user_pool  = { source = "existing", id = "POOL", domain_prefix = "there-already" }
            resource_servers = { orders = { scopes = { all = "All" } } }
            clients    = { machine = { oauth_flows = ["client_credentials"], scopes = ["orders/all"] } }
            api_type   = "rest"
            access_log = { account_role = false }
            routes     = { "GET /" = { function = "one", scopes = ["orders/all"] }, "ANY /{proxy+}" = { function = "one", scopes = ["orders/all"] } }
            """ + FUNCTION,
            "many-origins",
            // Names that begin with a digit, which Terraform's do not.
            IDENTITY.replace("{ api = ", "{ \"2nd\" = { scopes = { all = \"All\" } }, api = ") + FUNCTION + """
                    api_type   = "rest"
                    access_log = { account_role = false, level = "ERROR", metrics = true }
                    routes     = { "GET /2024/{id}/two" = { function = "one", scopes = ["api/all"] }, "POST /one" = { function = "one", anonymous = "anybody may ask" } }
                    cors       = { allow_origins = ["https://a.example.com", "https://b.example.com"], allow_methods = ["GET", "POST"], allow_headers = ["Authorization"], expose_headers = ["ETag"], allow_credentials = true }
                    """,
            "people",
            """
            api_type  = "none"
            user_pool = { deletion_protection = false, self_sign_up = true, ssm_prefix = "/auth/people" }
            clients   = { site = { oauth_flows = ["code"], auth_flows = ["USER_SRP", "REFRESH_TOKEN"], scopes = ["openid", "email"], callback_urls = ["https://site.example.com/in"], logout_urls = ["https://site.example.com/out"] } }
            custom_domain = { zone = "example.com", auth = "auth.people.example.com", apex_placeholder = true }
            """,
            "tables",
            IDENTITY + """
                    api_type  = "http"
                    functions = { echo = { source = "lambdas/echo", handler = "index.handler", runtime = "nodejs22.x", architecture = "arm64", tables = ["orders"], read_tables = ["2024.log"] } }
                    tables    = {
                      orders = { hash_key = "customer", range_key = "number", range_key_type = "N", deletion_protection = false }
                      "2024.log" = { hash_key = "id", read_capacity = 1, write_capacity = 1, point_in_time_recovery = false, deletion_protection = false }
                    }
                    routes    = { "POST /echo" = { function = "echo", scopes = ["api/all"] } }
                    """));

    private static Emulator emulator;
    private static TempProject project;

    @BeforeAll
    static void prepare() {
        emulator = Emulator.start();
        JsonNode pools = emulator.prepare(
                "--region", "eu-west-1", "--zone", "example.com", "--function", "example", "--cloudwatch-role");
        assertThat(pools.path("functions").has("example")).isTrue();
        project = TempProject.named("variants");
        VARIANTS.forEach((name, text) -> project.environment(
                name, (HEAD + text).replace("NAME", name).replace("POOL", "eu-west-1_" + "a1b2c3d4e")));
        project.environment("pool", (HEAD + IDENTITY + "api_type = \"none\"\n").replace("NAME", "pool"));
        // A pool that other means made: here, another environment, whose id only the emulator knows.
        Path stacks = project.synthesized("pool");
        Stack pool = new Stack(stacks.resolve("pool"), emulator).init();
        pool.apply().succeeded();
        String id = pool.terraform("output", "-raw", "user_pool_id")
                .succeeded()
                .output()
                .strip();
        project.environment(
                "existing-pool",
                (HEAD + VARIANTS.getOrDefault("existing-pool", ""))
                        .replace("NAME", "existing-pool")
                        .replace("POOL", id));
        project.synthesized();
    }

    @AfterAll
    static void end() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"existing-pool", "external-issuer", "http-domain", "many-origins", "people", "tables"})
    void appliesAndSettles(String name) {
        assertThat(VARIANTS).containsKey(name);
        Stack stack = new Stack(
                        project.folder().resolve("cdktf.out").resolve("stacks").resolve(name), emulator)
                .init();

        Run apply = stack.apply();
        assertThat(apply.exit()).as(apply.output()).isZero();
        assertThat(apply.output()).doesNotContain("Warning");
        Run second = stack.plan();
        assertThat(second.exit()).as(second.output()).isZero();
    }
}
