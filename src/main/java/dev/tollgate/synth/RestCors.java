package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.api_gateway_gateway_response.ApiGatewayGatewayResponseConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_integration.ApiGatewayIntegrationConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_integration_response.ApiGatewayIntegrationResponseConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_method.ApiGatewayMethodConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_method_response.ApiGatewayMethodResponseConfig;
import dev.tollgate.model.Cors;
import java.util.ArrayList;
import java.util.Collections;
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

    private final Cors cors;
    private final Elements elements;
    private final String apiId;
    private final List<Element> definition = new ArrayList<>();

    RestCors(Elements elements, Cors cors, String apiId, RestPaths paths) {
        this.elements = elements;
        this.cors = cors;
        this.apiId = apiId;
        paths.routed().forEach(this::preflight);
        refusal("DEFAULT_4XX");
        refusal("DEFAULT_5XX");
    }

    /** What a deployment has to have before it. */
    List<Element> definition() {
        return Collections.unmodifiableList(definition);
    }

    private void preflight(String path, String resource) {
        String name = "options_" + path;
        Element method = elements.add(
                name,
                ApiGatewayMethodConfig.builder()
                        .restApiId(apiId)
                        .resourceId(resource)
                        .httpMethod("OPTIONS")
                        .authorization("NONE")
                        .build());
        String httpMethod = method.attribute("http_method");
        Element integration = elements.add(
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
        Element response = elements.add(
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
        definition.addAll(List.of(
                method,
                integration,
                response,
                elements.add(name, answer.build()).after(List.of(integration))));
    }

    private void refusal(String type) {
        definition.add(elements.add(
                type.toLowerCase(Locale.ROOT),
                ApiGatewayGatewayResponseConfig.builder()
                        .restApiId(apiId)
                        .responseType(type)
                        .responseParameters(headers("gatewayresponse.header."))
                        .build()));
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
