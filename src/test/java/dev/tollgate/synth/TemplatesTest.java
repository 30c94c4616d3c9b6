package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.testing.Variants;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a user writes is ever read as a template: not where it is emitted, not inside an expression. */
class TemplatesTest {

    /** As it is, where any character may stand; and how a tfvars file writes it. */
    private static final String ANY = "${aws_lambda_function.x} %{ if true } \"q\"\n<>&ü🛒";

    private static final String ANY_WRITTEN = "$${aws_lambda_function.x} %%{ if true } \\\"q\\\"\\n<>&ü🛒";

    /** The same where IAM takes no more than Latin-1, on one line. */
    private static final String LATIN = latin(ANY);

    /** The same where neither spaces nor quotes may stand. */
    private static final String WORD = "${aws_lambda_function.x}<&>%{if(true)}";

    private static final String WORD_WRITTEN = "$${aws_lambda_function.x}<&>%%{if(true)}";

    private static final String IDENTITY = """
            name             = "hostile"
            description      = "ANY"
            region           = "eu-west-1"
            tags             = { note = "a:b/c=d+e@f" }
            user_pool        = { domain_prefix = "hostile", ssm_prefix = "/hostile" }
            resource_servers = { "https://a/WORD" = { scopes = { "sWORD" = "ANY" } } }
            clients          = {
              c = { oauth_flows = ["client_credentials"], scopes = ["https://a/WORD/sWORD"] }
              w = { oauth_flows = ["code"], scopes = ["https://a/WORD/sWORD"], callback_urls = ["https://a.example.com/WORD"] }
            }
            functions = {
              f = { source = "src", handler = "index.handler", runtime = "nodejs22.x", description = "ANY", tables = ["Items"],
                    environment = { GREETING = "ANY" }, policy = [{ actions = ["s3:Get*"], resources = ["arn:aws:s3:::b/LATIN"] }] }
            }
            tables = { Items = { hash_key = "hANY", range_key = "rANY", items = "items.json" } }
            suppress = [{ rule = "iam-wildcard", subject = "functions.f", reason = "ANY" }]
            """;
    private static final String REST = """
            api_type   = "rest"
            access_log = { account_role = false }
            routes     = { "GET /,a/b,/{id}" = { function = "f", scopes = ["https://a/WORD/sWORD"] } }
            state      = { bucket = "states", key = "kANY", region = "eu-west-1", dynamodb_table = "tANY", kms_key_id = "iANY" }
            """;
    private static final String HTTP = """
            api_type = "http"
            routes   = { "GET /$a/b$/{id}" = { function = "f", scopes = ["https://a/WORD/sWORD"] } }
            """;
    private static final String EXTERNAL = """
            name       = "external"
            region     = "eu-west-1"
            api_type   = "http"
            authorizer = { issuer = "https://id.example.com/WORD", audience = ["ANY"] }
            functions  = { f = { existing = "f" } }
            routes     = { "GET /a" = { function = "f", scopes = ["ANY"] } }
            """;

    /** What is left of a text when its escapes are gone, and still says something to Terraform of the user's. */
    private static final Pattern TEMPLATE = Pattern.compile("\\$\\{aws_lambda_function\\.x|%\\{");

    private static final Pattern ESCAPES = Pattern.compile("\\$\\$\\{|%%\\{");

    @TempDir
    private static Path project;

    private static Variants variants;

    @BeforeAll
    static void synthesize() {
        variants = Variants.in(project)
                .withFile("src/index.mjs", "export const handler = async () => ({});\n")
                .withFile("items.json", items())
                .with("rest", written(IDENTITY + REST))
                .with("http", written(IDENTITY + HTTP))
                .with("external", written(EXTERNAL))
                .synthesized();
    }

    private static String written(String text) {
        return text.replace("ANY", ANY_WRITTEN).replace("WORD", WORD_WRITTEN).replace("LATIN", latin(ANY_WRITTEN));
    }

    private static String latin(String text) {
        return text.replace("🛒", "").replace("\n", "").replace("\\n", "");
    }

    private static String items() {
        ObjectMapper json = new ObjectMapper();
        return json.createArrayNode()
                .add(json.createObjectNode()
                        .put("h" + ANY, "1")
                        .put("r" + ANY, "2")
                        .put("text", ANY))
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "http", "external"})
    void emitsNoTemplateThatTheUserWrote(String environment) {
        JsonNode stack = variants.stack(environment);
        List<String> texts = new ArrayList<>();
        stack.properties().stream()
                .filter(section -> !section.getKey().equals("variable"))
                .forEach(section -> collect(section.getValue(), texts));

        assertThat(texts).hasSizeGreaterThan(20);
        assertThat(texts)
                .noneMatch(text ->
                        TEMPLATE.matcher(ESCAPES.matcher(text).replaceAll("")).find());
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.properties().forEach(field -> {
            texts.add(field.getKey());
            collect(field.getValue(), texts);
        });
        if (node.isArray()) {
            node.forEach(item -> collect(item, texts));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rest     | /resource/aws_api_gateway_method/get_a_b_param/authorization_scopes/0    | https://a/WORD/sWORD",
                "http     | /resource/aws_apigatewayv2_route/get_a_b_param/authorization_scopes/0    | https://a/WORD/sWORD",
                "http     | /resource/aws_apigatewayv2_route/get_a_b_param/route_key                 | GET /$a/b$/{id}",
                "rest     | /resource/aws_api_gateway_resource/a/path_part                        | ,a",
                "rest     | /resource/aws_api_gateway_resource/a_b_param/path_part                   | {id}",
                "rest     | /resource/aws_cognito_user_pool_client/c/allowed_oauth_scopes/0       | https://a/WORD/sWORD",
                "rest     | /resource/aws_dynamodb_table/items/hash_key                           | hANY",
                "rest     | /resource/aws_dynamodb_table/items/range_key                          | rANY",
                "rest     | /resource/aws_dynamodb_table/items/attribute/0/name                   | hANY",
                "rest     | /resource/aws_dynamodb_table/items/attribute/1/name                   | rANY",
                "rest     | /terraform/backend/s3/key                                             | kANY",
                "rest     | /terraform/backend/s3/dynamodb_table                                  | tANY",
                "rest     | /terraform/backend/s3/kms_key_id                                      | iANY",
                "external | /resource/aws_apigatewayv2_authorizer/jwt/jwt_configuration/issuer    | https://id.example.com/WORD",
                "external | /resource/aws_apigatewayv2_route/get_a/authorization_scopes/0         | ANY",
            })
    void escapesWhatItEmits(String environment, String pointer, String expected) {
        String meant = expected.replace("ANY", ANY).replace("WORD", WORD);

        assertThat(variants.stack(environment).at(pointer).asText()).isEqualTo(Hcl.literal(meant));
    }

    @Test
    void escapesInsideJsonToo() throws Exception {
        JsonNode resources = variants.stack("rest").path("resource");
        String policy = resources.at("/aws_iam_role_policy/f/policy").asText();
        String item = resources
                .path("aws_dynamodb_table_item")
                .elements()
                .next()
                .path("item")
                .asText();

        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(plain(policy)).at("/Statement/2/Resource/0").asText())
                .isEqualTo("arn:aws:s3:::b/" + LATIN);
        assertThat(json.readTree(plain(item)).at("/text/S").asText()).isEqualTo(ANY);
        assertThat(json.readTree(plain(item)).path("h" + ANY).path("S").asText())
                .isEqualTo("1");
    }

    /** A file may not have one there, for IAM refuses it; what is made of it is one string of JSON all the same. */
    @Test
    void escapesALineBreakInAPolicy() throws Exception {
        String policy = new PolicyDocument()
                .allow("Read", List.of("s3:GetObject"), List.of(Hcl.literal(ANY)))
                .json();

        assertThat(policy).doesNotContain("\n").contains("\\n");
        assertThat(new ObjectMapper()
                        .readTree(plain(policy))
                        .at("/Statement/0/Resource/0")
                        .asText())
                .isEqualTo(ANY);
    }

    private static String plain(String escaped) {
        return escaped.replace("$${", "${").replace("%%{", "%{");
    }

    @Test
    void namesWhatMayChangeLateByEscapedKeys() {
        JsonNode server = variants.stack("rest")
                .path("resource")
                .path("aws_cognito_resource_server")
                .elements()
                .next();
        String key = "https://a/" + Hcl.literal(WORD);

        assertThat(server.path("identifier").asText()).isEqualTo(key);
        assertThat(server.path("name").asText())
                .isEqualTo("${coalesce(var.resource_servers[\"" + key
                        + "\"].name, \"https-a-aws_lambda_function.x-if-true-\")}");
        assertThat(server.at("/scope/0/scope_description").asText())
                .isEqualTo("${var.resource_servers[\"" + key + "\"].scopes[\"s" + Hcl.literal(WORD) + "\"]}");
    }

    /** A variable's default is no template to Terraform, which reads it without anything it could refer to. */
    @Test
    void keepsDefaultsOfVariablesAsTheyAreWritten() {
        JsonNode variables = variants.stack("rest").path("variable");

        assertThat(variables.at("/description/default").asText()).isEqualTo(ANY);
        assertThat(variables.at("/functions/default/f/environment/GREETING").asText())
                .isEqualTo(ANY);
        assertThat(variables.at("/suppress/default/0/reason").asText()).isEqualTo(ANY);
        assertThat(variables.path("resource_servers").path("default").has("https://a/" + WORD))
                .isTrue();
    }
}
