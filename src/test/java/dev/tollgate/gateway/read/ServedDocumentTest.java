package dev.tollgate.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.engine.GatewayApi;
import dev.tollgate.gateway.engine.LocalTarget;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.terraform.Infrastructure;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is served of an API whose routes are an OpenAPI body: all that the body says, or nothing at all. */
class ServedDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPERATION = """
            "responses": {}, "x-amazon-apigateway-integration": {"type": "aws_proxy", "httpMethod": "POST",
              "timeoutInMillis": 5000, "uri": "${aws_lambda_function.f.invoke_arn}"}
            """;
    private static final String SCHEMES = """
            "components": {"securitySchemes": {"pool": {"type": "apiKey", "name": "X-Token", "in": "header",
              "x-amazon-apigateway-authtype": "cognito_user_pools",
              "x-amazon-apigateway-authorizer": {"type": "cognito_user_pools", "providerARNs": ["${aws_cognito_user_pool.u.arn}"]}}}}
            """;

    @Test
    void readsRoutesAuthorizersAndTimesOfABody() {
        GatewayApi api = served("{\"paths\": {\"/a/{id}\": {\"get\": {" + OPERATION
                + ", \"security\": [{\"pool\": [\"r/a\"]}]}}}, " + SCHEMES + "}");

        assertThat(api.resources()).containsExactlyInAnyOrder("/a/{id}", "/a");
        assertThat(api.routes()).singleElement().satisfies(route -> {
            assertThat(route.scopes()).containsExactly("r/a");
            assertThat(route.authorizer().orElseThrow().source().name()).isEqualTo("X-Token");
            assertThat(route.target())
                    .isInstanceOfSatisfying(LocalTarget.Function.class, function -> assertThat(function.timeout())
                            .hasSeconds(5));
        });
    }

    @Test
    void readsGatewayResponsesAndBinaryTypesOfABody() {
        GatewayApi api = served("{\"paths\": {\"/a\": {\"get\": {" + OPERATION + "}}},"
                + "\"x-amazon-apigateway-binary-media-types\": [\"image/png\"],"
                + "\"x-amazon-apigateway-gateway-responses\": {\"UNAUTHORIZED\": {\"statusCode\": \"418\","
                + " \"responseParameters\": {\"gatewayresponse.header.X-T\": \"'1'\"}}}}");

        assertThat(api.binaryTypes()).containsExactly("image/png");
        assertThat(api.responses()).hasEntrySatisfying("UNAUTHORIZED", response -> {
            assertThat(response.status()).hasValue(418);
            assertThat(response.headers()).containsEntry("X-T", "1");
        });
    }

    @Test
    void refusesAPolicyInABody() {
        Infrastructure infrastructure = infrastructure("{\"paths\": {\"/a\": {\"get\": {" + OPERATION + "}}},"
                + "\"x-amazon-apigateway-policy\": {\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Deny\","
                + " \"Principal\": \"*\", \"Action\": \"execute-api:Invoke\", \"Resource\": \"execute-api:/*\"}]}}");

        assertThatThrownBy(() -> Unenforced.in(infrastructure))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("`aws_api_gateway_rest_api.api` has a resource policy");
    }

    @Test
    void refusesSecurityThatStandsAtTheRootOnly() {
        assertThatThrownBy(() -> served("{\"paths\": {\"/a\": {\"get\": {" + OPERATION
                        + "}}}, \"security\": [{\"pool\": []}], " + SCHEMES + "}"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("it is not known who may call `GET /a`")
                .hasMessageContaining("root");
    }

    @Test
    void refusesWhatIsMergedIntoSomethingElse() {
        assertThatThrownBy(() ->
                        served("{\"paths\": {\"/a\": {\"get\": {" + OPERATION + "}}}}", "put_rest_api_mode", "merge"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("not every route of `aws_api_gateway_rest_api.api` can be told");
    }

    @Test
    void saysThatValidatorsDoNotValidateHere() {
        Infrastructure infrastructure = infrastructure("{\"paths\": {\"/a\": {\"get\": {" + OPERATION + "}}},"
                + "\"x-amazon-apigateway-request-validator\": \"p\", \"x-amazon-apigateway-request-validators\":"
                + " {\"p\": {\"validateRequestParameters\": true, \"validateRequestBody\": false}}}");

        assertThat(Unenforced.in(infrastructure))
                .anySatisfy(line -> assertThat(line).startsWith("request validation"));
    }

    private static GatewayApi served(String document, String... arguments) {
        Infrastructure infrastructure = infrastructure(document, arguments);
        return new ApiReader(
                        infrastructure,
                        new LocalNames(infrastructure),
                        SurfaceReader.read(infrastructure).apis().get(0),
                        new ArrayList<>())
                .read();
    }

    private static Infrastructure infrastructure(String document, String... arguments) {
        ObjectNode resources = JSON.createObjectNode();
        ObjectNode api = resources
                .withObject("/aws_api_gateway_rest_api/api")
                .put("name", "t")
                .put("body", document);
        for (int i = 0; i < arguments.length; i += 2) {
            api.put(arguments[i], arguments[i + 1]);
        }
        resources.withObject("/aws_cognito_user_pool/u").put("name", "u");
        resources
                .withObject("/aws_lambda_function/f")
                .put("function_name", "f")
                .put("handler", "index.handler")
                .put("runtime", "nodejs22.x")
                .put("filename", "f.zip");
        resources
                .withObject("/aws_api_gateway_stage/v1")
                .put("stage_name", "v1")
                .put("rest_api_id", "${aws_api_gateway_rest_api.api.id}");
        String text =
                JSON.createObjectNode().<ObjectNode>set("resource", resources).toString();
        return ConfigurationReader.read(List.of(new ConfigurationFile("case.tf.json", text)), new TreeMap<>());
    }
}
