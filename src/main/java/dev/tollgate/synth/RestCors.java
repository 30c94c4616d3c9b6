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
import java.util.stream.Collectors;

/**
 * CORS of a REST API, which has none of its own: an OPTIONS method a path that nobody needs a token for, and the
 * headers on API Gateway's own refusals, without which a page cannot even see that it was refused.
 */
final class RestCors {

    private static final String NO_CONTENT = "204";

    private static final KeyPath SOURCE = KeyPath.of("cors");

    private final Cors cors;
    private final Elements elements;
    private final String apiId;
    private final RestDefinition definition;

    private RestCors(Elements elements, Cors cors, String apiId, RestDefinition definition) {
        this.cors = cors;
        this.elements = elements;
        this.apiId = apiId;
        this.definition = definition;
    }

    /** Adds what {@code cors} asks for to the API's {@code definition}. */
    static void add(Elements elements, Cors cors, String apiId, RestPaths paths, RestDefinition definition) {
        RestCors made = new RestCors(elements, cors, apiId, definition);
        paths.routed().forEach(made::preflight);
        made.refusal("DEFAULT_4XX");
        made.refusal("DEFAULT_5XX");
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
                        .requestTemplates(Map.of("application/json", "{\"statusCode\": " + NO_CONTENT + "}"))
                        .build());
        SortedMap<String, Boolean> declared = new TreeMap<>();
        headers("method.response.header.").keySet().forEach(header -> declared.put(header, true));
        Element response = added(
                name,
                ApiGatewayMethodResponseConfig.builder()
                        .restApiId(apiId)
                        .resourceId(resource)
                        .httpMethod(httpMethod)
                        .statusCode(NO_CONTENT)
                        .responseParameters(declared)
                        .build());
        ApiGatewayIntegrationResponseConfig.Builder answer = ApiGatewayIntegrationResponseConfig.builder()
                .restApiId(apiId)
                .resourceId(resource)
                .httpMethod(httpMethod)
                .statusCode(response.attribute("status_code"))
                .responseParameters(headers("method.response.header."));
        if (cors.allowOrigins().size() > 1) {
            answer.responseTemplates(Map.of("application/json", originTemplate()));
        }
        added(name, answer.build()).after(List.of(integration));
    }

    private void refusal(String type) {
        added(
                type.toLowerCase(Locale.ROOT),
                ApiGatewayGatewayResponseConfig.builder()
                        .restApiId(apiId)
                        .responseType(type)
                        .responseParameters(headers("gatewayresponse.header."))
                        .build());
    }

    private Element added(String name, TerraformMetaArguments config) {
        return definition.add(RestDefinition.Part.CORS, elements.add(SOURCE, name, config));
    }

    /** The headers with the first origin; {@link #originTemplate} puts in the caller's where the list has it. */
    private SortedMap<String, String> headers(String prefix) {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put(
                prefix + "Access-Control-Allow-Origin",
                quoted(cors.allowOrigins().get(0)));
        headers.put(prefix + "Access-Control-Allow-Methods", quoted(String.join(",", cors.allowMethods())));
        headers.put(prefix + "Access-Control-Max-Age", quoted(String.valueOf(cors.maxAgeSeconds())));
        if (!cors.allowHeaders().isEmpty()) {
            headers.put(prefix + "Access-Control-Allow-Headers", quoted(String.join(",", cors.allowHeaders())));
        }
        if (!cors.exposeHeaders().isEmpty()) {
            headers.put(prefix + "Access-Control-Expose-Headers", quoted(String.join(",", cors.exposeHeaders())));
        }
        if (cors.allowCredentials()) {
            headers.put(prefix + "Access-Control-Allow-Credentials", quoted("true"));
        }
        if (cors.allowOrigins().size() > 1) {
            headers.put(prefix + "Vary", quoted("Origin"));
        }
        return headers;
    }

    private static String quoted(String value) {
        return "'" + value + "'";
    }

    /** A header can hold one origin, so the template answers with the caller's when it is one of the list. */
    private String originTemplate() {
        String list = cors.allowOrigins().stream().map(RestCors::quoted).collect(Collectors.joining(", "));
        return "#set($origins = [" + list + "])\n"
                + "#set($origin = $input.params().header.get(\"Origin\"))\n"
                + "#if($origin == \"\")#set($origin = $input.params().header.get(\"origin\"))#end\n"
                + "#if($origins.contains($origin))"
                + "#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)#end\n";
    }
}
