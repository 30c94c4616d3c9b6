package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.api_gateway_gateway_response.ApiGatewayGatewayResponse;
import com.hashicorp.cdktf.providers.aws.api_gateway_integration.ApiGatewayIntegration;
import com.hashicorp.cdktf.providers.aws.api_gateway_integration_response.ApiGatewayIntegrationResponse;
import com.hashicorp.cdktf.providers.aws.api_gateway_method.ApiGatewayMethod;
import com.hashicorp.cdktf.providers.aws.api_gateway_method_response.ApiGatewayMethodResponse;
import dev.tollgate.model.Cors;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.constructs.Construct;

/**
 * CORS of a REST API, which has none of its own: an OPTIONS method a path that nobody needs a token for, and the
 * headers on API Gateway's own refusals, without which a page cannot even see that it was refused.
 */
final class RestCors extends Construct {

    private static final String NO_CONTENT = "204";

    private final Cors cors;
    private final AddressSpaces spaces;
    private final String apiId;

    RestCors(Construct scope, String id, Cors cors, AddressSpaces spaces, String apiId, RestPaths paths) {
        super(scope, id);
        this.cors = cors;
        this.spaces = spaces;
        this.apiId = apiId;
        paths.routed().forEach(this::preflight);
        refusal("DEFAULT_4XX");
        refusal("DEFAULT_5XX");
    }

    private void preflight(String path, String resource) {
        String name = "options_" + path;
        ApiGatewayMethod.Builder.create(spaces.of(ApiGatewayMethod.class), name)
                .restApiId(apiId)
                .resourceId(resource)
                .httpMethod("OPTIONS")
                .authorization("NONE")
                .build();
        String httpMethod = new Address(ApiGatewayMethod.TF_RESOURCE_TYPE, name).attribute("http_method");
        ApiGatewayIntegration.Builder.create(spaces.of(ApiGatewayIntegration.class), name)
                .restApiId(apiId)
                .resourceId(resource)
                .httpMethod(httpMethod)
                .type("MOCK")
                .requestTemplates(Map.of("application/json", "{\"statusCode\": " + NO_CONTENT + "}"))
                .build();
        SortedMap<String, Boolean> declared = new TreeMap<>();
        headers("method.response.header.").keySet().forEach(header -> declared.put(header, true));
        ApiGatewayMethodResponse.Builder.create(spaces.of(ApiGatewayMethodResponse.class), name)
                .restApiId(apiId)
                .resourceId(resource)
                .httpMethod(httpMethod)
                .statusCode(NO_CONTENT)
                .responseParameters(declared)
                .build();
        ApiGatewayIntegrationResponse.Builder answer = ApiGatewayIntegrationResponse.Builder.create(
                        spaces.of(ApiGatewayIntegrationResponse.class), name)
                .restApiId(apiId)
                .resourceId(resource)
                .httpMethod(httpMethod)
                .statusCode(new Address(ApiGatewayMethodResponse.TF_RESOURCE_TYPE, name).attribute("status_code"))
                .responseParameters(headers("method.response.header."));
        if (cors.allowOrigins().size() > 1) {
            answer.responseTemplates(Map.of("application/json", originTemplate()));
        }
        answer.build();
    }

    private void refusal(String type) {
        Address.named(
                type.toLowerCase(java.util.Locale.ROOT),
                ApiGatewayGatewayResponse.Builder.create(this, type)
                        .restApiId(apiId)
                        .responseType(type)
                        .responseParameters(headers("gatewayresponse.header."))
                        .build());
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
