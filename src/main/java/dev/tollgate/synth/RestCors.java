package dev.tollgate.synth;

import com.hashicorp.cdktf.TerraformMetaArguments;
import com.hashicorp.cdktf.providers.aws.api_gateway_gateway_response.ApiGatewayGatewayResponseConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_integration.ApiGatewayIntegrationConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_integration_response.ApiGatewayIntegrationResponseConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_method.ApiGatewayMethodConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_method_response.ApiGatewayMethodResponseConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Cors;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * CORS of a REST API, which has none of its own: an OPTIONS method a path that nobody needs a token for, and the
 * headers on API Gateway's own refusals, without which a page cannot even see that it was refused.
 */
final class RestCors {

    private static final KeyPath SOURCE = KeyPath.of("cors");

    private final PreflightAnswer answer;
    private final Elements elements;
    private final String apiId;
    private final RestDefinition definition;

    private RestCors(Elements elements, Cors cors, String apiId, RestDefinition definition) {
        this.answer = new PreflightAnswer(cors);
        this.elements = elements;
        this.apiId = apiId;
        this.definition = definition;
    }

    /** Adds what {@code cors} asks for to the API's {@code definition}. */
    static void add(Elements elements, Cors cors, String apiId, RestPaths paths, RestDefinition definition) {
        RestCors made = new RestCors(elements, cors, apiId, definition);
        paths.routed().forEach(made::preflight);
        for (String refusal : PreflightAnswer.REFUSALS) {
            made.refusal(refusal);
        }
    }

    private void preflight(String name, String resource) {
        Element method = added(
                name,
                ApiGatewayMethodConfig.builder()
                        .restApiId(apiId)
                        .resourceId(resource)
                        .httpMethod("OPTIONS")
                        .authorization("NONE")
                        .build());
        String httpMethod = method.attribute("http_method");
        Element integration = added(
                name,
                ApiGatewayIntegrationConfig.builder()
                        .restApiId(apiId)
                        .resourceId(resource)
                        .httpMethod(httpMethod)
                        .type("MOCK")
                        .requestTemplates(Map.of("application/json", PreflightAnswer.REQUEST))
                        .build());
        SortedMap<String, Boolean> declared = new TreeMap<>();
        answer.headers("method.response.header.").keySet().forEach(header -> declared.put(header, true));
        Element response = added(
                name,
                ApiGatewayMethodResponseConfig.builder()
                        .restApiId(apiId)
                        .resourceId(resource)
                        .httpMethod(httpMethod)
                        .statusCode(PreflightAnswer.NO_CONTENT)
                        .responseParameters(declared)
                        .build());
        ApiGatewayIntegrationResponseConfig.Builder integrated = ApiGatewayIntegrationResponseConfig.builder()
                .restApiId(apiId)
                .resourceId(resource)
                .httpMethod(httpMethod)
                .statusCode(response.attribute("status_code"))
                .responseParameters(answer.headers("method.response.header."));
        if (answer.severalOrigins()) {
            integrated.responseTemplates(Map.of("application/json", answer.originTemplate()));
        }
        added(name, integrated.build()).after(List.of(integration));
    }

    private void refusal(String type) {
        added(
                type.toLowerCase(Locale.ROOT),
                ApiGatewayGatewayResponseConfig.builder()
                        .restApiId(apiId)
                        .responseType(type)
                        .responseParameters(answer.headers("gatewayresponse.header."))
                        .build());
    }

    private Element added(String name, TerraformMetaArguments config) {
        return definition.add(RestDefinition.Part.CORS, elements.add(SOURCE, name, config));
    }
}
