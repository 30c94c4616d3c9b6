package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.testing.Folder;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file may say and Cognito takes in another form only. */
class AcceptedByCognitoTest {

    private static final String FILE = """
            name = "shop"
            region = "us-gov-west-1"
            api_type = "http"
            user_pool = { domain_prefix = "shop-example" }
            resource_servers = { "https://api.example.com/v1" = { scopes = { all = "All" } } }
            clients = {
              machine = { oauth_flows = ["client_credentials"], scopes = ["https://api.example.com/v1/all"] }
              people  = { auth_flows = ["USER_SRP"] }
            }
            functions = { one = { existing = "one" } }
            routes = { "GET /one" = { function = "one" } }
            """;

    private static JsonNode stack;

    @BeforeAll
    static void synthesize(@TempDir Path temp) throws IOException {
        new Folder(temp).write("environments/shop.tfvars", FILE);
        Synthesis.of(temp, temp.resolve("out"));
        stack = Synthesis.json(temp.resolve("out/stacks/shop/cdk.tf.json"));
    }

    /** A name takes fewer characters than an identifier. */
    @Test
    void namesAResourceServerWithoutTheCharactersOfAnAddress() {
        JsonNode server =
                stack.at("/resource/aws_cognito_resource_server").iterator().next();

        assertThat(server.path("identifier").asText()).isEqualTo("https://api.example.com/v1");
        assertThat(server.path("name").asText()).contains("\"https-api.example.com-v1\"");
    }

    @Test
    void letsEveryClientRefresh() {
        assertThat(stack.at("/resource/aws_cognito_user_pool_client/people/explicit_auth_flows"))
                .extracting(JsonNode::asText)
                .containsExactly("ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH");
    }

    @Test
    void namesTheHostOfGovCloud() {
        assertThat(stack.at("/output/token_endpoint/value").asText())
                .endsWith(".auth-fips.us-gov-west-1.amazoncognito.com/oauth2/token");
    }
}
