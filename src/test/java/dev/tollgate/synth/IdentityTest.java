package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.testing.Variants;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The user pool survives: whatever the kind of API, the identity is the same to the byte. */
class IdentityTest {

    private static final List<String> TYPES = List.of(
            "aws_cognito_user_pool",
            "aws_cognito_user_pool_domain",
            "aws_cognito_resource_server",
            "aws_cognito_user_pool_client",
            "aws_ssm_parameter");
    private static final String POOL = """
            name             = "shop"
            region           = "eu-west-1"
            user_pool        = { domain_prefix = "shop-example", ssm_prefix = "/shop" }
            resource_servers = { shop = { scopes = { read = "Read", write = "Write" } } }
            clients = {
              till = { oauth_flows = ["client_credentials"], scopes = ["shop/read"] }
              web  = { oauth_flows = ["code"], scopes = ["openid", "shop/write"], callback_urls = ["https://shop.example.com"] }
            }
            """;
    private static final String ROUTES = """
            functions = { echo = { existing = "echo" } }
            routes    = { "GET /goods" = { function = "echo", scopes = ["shop/read", "shop/write"] } }
            """;
    private static final String REST = "api_type = \"rest\"\naccess_log = { account_role = true }\n";
    private static final String PREFIX = "domain_prefix = \"shop-example\", ";
    private static final String DOMAIN =
            "custom_domain = { zone = \"example.com\", auth = \"auth.example.com\", apex_placeholder = true }\n";

    @TempDir
    private static Path project;

    private static Variants variants;

    @BeforeAll
    static void synthesize() {
        String domain = POOL.replace(PREFIX, "") + DOMAIN;
        variants = Variants.in(project)
                .with("rest", POOL + ROUTES + REST)
                .with("http", POOL + ROUTES + "api_type = \"http\"\n")
                .with("none", POOL + "api_type = \"none\"\n")
                .with("rest-domain", domain + ROUTES + REST)
                .with("http-domain", domain + ROUTES + "api_type = \"http\"\n")
                .with("none-domain", domain + "api_type = \"none\"\n")
                .with(
                        "unprotected",
                        POOL.replace("{ domain", "{ deletion_protection = false, domain") + "api_type = \"none\"\n")
                .with(
                        "fixed",
                        POOL.replace(
                                                "user_pool        = { ",
                                                "user_pool = { source = \"existing\", id = \"eu-west-1_AbCdEf123\", ")
                                        .replace(", ssm_prefix = \"/shop\"", "")
                                + ROUTES
                                + REST)
                .with(
                        "read",
                        POOL.replace(
                                        "user_pool        = { domain_prefix = \"shop-example\",",
                                        "user_pool = { source = \"ssm\",")
                                + ROUTES
                                + REST)
                .synthesized();
    }

    @ParameterizedTest
    @CsvSource({"rest, http", "rest, none", "rest-domain, http-domain", "rest-domain, none-domain"})
    void isTheSameForEveryKindOfApi(String one, String other) {
        for (String type : TYPES) {
            String emitted = variants.stack(one).path("resource").path(type).toString();

            assertThat(emitted).as(type).isNotEmpty();
            assertThat(variants.stack(other).path("resource").path(type).toString())
                    .isEqualTo(emitted);
        }
        assertThat(variants.stack(other).at("/output/client_ids"))
                .isEqualTo(variants.stack(one).at("/output/client_ids"));
    }

    @Test
    void hasOneAddressForThePool() {
        for (String environment : List.of("rest", "http", "none", "rest-domain", "unprotected")) {
            assertThat(Variants.addresses(variants.stack(environment)))
                    .contains("aws_cognito_user_pool.users", "aws_cognito_user_pool_domain.users");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "http", "none"})
    void cannotBeDestroyedByMistake(String environment) {
        JsonNode pool = variants.stack(environment).at("/resource/aws_cognito_user_pool/users");

        assertThat(pool.path("deletion_protection").asText()).isEqualTo("ACTIVE");
        assertThat(pool.at("/lifecycle/prevent_destroy").asBoolean()).isTrue();
        assertThat(pool.at("/lifecycle/ignore_changes/0").asText()).isEqualTo("schema");
    }

    @Test
    void canBeDestroyedWhereTheFileSaysSo() {
        JsonNode pool = variants.stack("unprotected").at("/resource/aws_cognito_user_pool/users");

        assertThat(pool.path("deletion_protection").asText()).isEqualTo("INACTIVE");
        assertThat(pool.at("/lifecycle").has("prevent_destroy")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fixed | arn:${data.aws_partition.current.partition}:cognito-idp:eu-west-1:${data.aws_caller_identity.current.account_id}:userpool/eu-west-1_AbCdEf123",
                "read | ${data.aws_ssm_parameter.user_pool_arn.insecure_value}"
            })
    void belongsToOthersWhereThePoolIsMadeElsewhere(String environment, String arn) {
        JsonNode stack = variants.stack(environment);

        assertThat(stack.at("/resource/aws_api_gateway_authorizer/cognito/provider_arns/0")
                        .asText())
                .isEqualTo(arn);
        Set<String> owned = Variants.addresses(stack).stream()
                .map(address -> address.replaceFirst("\\..*", ""))
                .filter(TYPES::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(owned).containsExactly("aws_cognito_resource_server", "aws_cognito_user_pool_client");
    }

    @Test
    void takesThePoolsOwnNameFromCloudfrontsRegion() {
        JsonNode stack = variants.stack("none-domain");

        assertThat(stack.at("/provider/aws/1/alias").asText()).isEqualTo("us_east_1");
        assertThat(stack.at("/provider/aws/1/region").asText()).isEqualTo("us-east-1");
        assertThat(stack.at("/resource/aws_acm_certificate/auth/provider").asText())
                .isEqualTo("aws.us_east_1");
        assertThat(stack.at("/resource/aws_acm_certificate_validation/auth/provider")
                        .asText())
                .isEqualTo("aws.us_east_1");
        assertThat(stack.at("/resource/aws_cognito_user_pool_domain/users/certificate_arn")
                        .asText())
                .isEqualTo("${aws_acm_certificate_validation.auth.certificate_arn}");
    }
}
