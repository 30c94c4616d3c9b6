package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.testing.Variants;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of one's own, in the forms that AWS takes beside the usual one. */
class DomainsTest {

    private static final String FILE = """
            name = "shop"
            region = "eu-west-1"
            api_type = "http"
            user_pool = { domain_prefix = "shop-example" }
            resource_servers = { api = { scopes = { all = "All" } } }
            clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["api/all"] } }
            functions = { one = { existing = "one" } }
            routes = { "GET /one" = { function = "one", scopes = ["api/all"] } }
            custom_domain = { zone = "example.com", %s }
            """;

    private static Variants variants;

    @BeforeAll
    static void synthesize(@TempDir Path temp) {
        variants = Variants.in(temp)
                .with("both", FILE.formatted("auth = \"auth.example.com\", apex_placeholder = true"))
                .with("any", FILE.formatted("api = \"*.example.com\", certificate_names = [\"example.com\"]"))
                .synthesized();
    }

    @Test
    void givesAPoolAPrefixBesideANameOfItsOwn() {
        JsonNode domains = variants.stack("both").at("/resource/aws_cognito_user_pool_domain");

        assertThat(domains.at("/users/domain").asText()).isEqualTo("auth.example.com");
        assertThat(domains.at("/users_prefix/domain").asText()).isEqualTo("shop-example");
        assertThat(domains.at("/users_prefix/depends_on/0").asText()).isEqualTo("aws_cognito_user_pool_domain.users");
        assertThat(variants.stack("both").at("/output/token_endpoint/value").asText())
                .isEqualTo("https://auth.example.com/oauth2/token");
    }

    @Test
    void provesAWildcardByTheNameThatItIsBelow() {
        JsonNode resources = variants.stack("any").path("resource");

        assertThat(resources.at("/aws_acm_certificate/api_domain/subject_alternative_names"))
                .extracting(JsonNode::asText)
                .containsExactly("example.com", "*.example.com");
        assertThat(resources.path("aws_route53_record").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("api", "validation_example_com");
        assertThat(resources.at("/aws_acm_certificate_validation/api_domain/validation_record_fqdns"))
                .hasSize(1);
    }
}
