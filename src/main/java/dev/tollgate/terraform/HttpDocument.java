package dev.tollgate.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The OpenAPI document of an HTTP API as resources.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html
 */
final class HttpDocument {

    private static final String API_ID = "api_id";
    private static final String DEFAULT = "/$default";

    private static final Map<String, String> INTEGRATION = Map.of(
            "uri", "integration_uri",
            "httpMethod", "integration_method",
            "subtype", "integration_subtype",
            "credentials", "credentials_arn",
            "connectionId", "connection_id",
            "connectionType", "connection_type",
            "payloadFormatVersion", "payload_format_version",
            "timeoutInMillis", "timeout_milliseconds");

    private static final Map<String, String> CORS = Map.of(
            "allowOrigins", "allow_origins",
            "allowMethods", "allow_methods",
            "allowHeaders", "allow_headers",
            "exposeHeaders", "expose_headers",
            "maxAge", "max_age",
            "allowCredentials", "allow_credentials");

    private final Resource api;
    private final Value document;
    private final DocumentSecurity security;
    private final List<Resource> resources = new ArrayList<>();

    HttpDocument(Resource api, Value document) {
        this.api = api;
        this.document = document;
        this.security = new DocumentSecurity(api, document);
    }

    /** The API, and all that the document describes. */
    List<Resource> resources() {
        resources.add(itself());
        security.authorizers().forEach(this::authorizer);
        DocumentPaths.of(document).forEach(this::operation);
        return resources;
    }

    private Resource itself() {
        Value cors = document.get("x-amazon-apigateway-cors");
        if (cors.isAbsent() || !api.argument("cors_configuration").items().isEmpty()) {
            return api;
        }
        SortedMap<String, Value> block = new TreeMap<>();
        CORS.forEach((key, argument) -> {
            if (!cors.get(key).isAbsent()) {
                block.put(argument, cors.get(key));
            }
        });
        SortedMap<String, Value> values = new TreeMap<>(DocumentPart.members(api.values()));
        values.put("cors_configuration", new Value.Sequence(List.of(new Value.Mapping(block))));
        return api.holding(new Value.Mapping(values));
    }

    private void authorizer(String name, Value scheme) {
        Value written = scheme.get(DocumentSecurity.AUTHORIZER);
        Value jwt = written.get("jwtConfiguration");
        add(
                DocumentSecurity.label(name),
                part("aws_apigatewayv2_authorizer")
                        .with("name", Value.of(name))
                        .with("authorizer_type", DocumentPart.capitals(written.get("type")))
                        .with("identity_sources", written.get("identitySource"))
                        .with("authorizer_uri", written.get("authorizerUri"))
                        .with("authorizer_result_ttl_in_seconds", written.get("authorizerResultTtlInSeconds"))
                        .with("enable_simple_responses", written.get("enableSimpleResponses"))
                        .with("jwt_configuration", jwt));
    }

    private void operation(DocumentPaths.Operation operation) {
        boolean isDefault = operation.path().equals(DEFAULT);
        String label = isDefault ? "$default" : operation.label();
        DocumentPart route = part("aws_apigatewayv2_route")
                .with("route_key", Value.of(label))
                .with(security.demand(operation.written()));
        Value written = operation.integration();
        if (!written.isAbsent()) {
            DocumentPart integration = part("aws_apigatewayv2_integration")
                    .with("integration_type", DocumentPart.capitals(written.get("type")));
            INTEGRATION.forEach((key, argument) -> integration.with(argument, written.get(key)));
            add(label + " (integration)", integration);
            route.with("target", DocumentPart.reference(api, label + " (integration)", "id"));
        }
        add(label, route);
    }

    private DocumentPart part(String type) {
        return new DocumentPart(type).with(API_ID, DocumentPart.reference(api, "id"));
    }

    private void add(String label, DocumentPart part) {
        resources.add(part.of(api, label));
    }
}
