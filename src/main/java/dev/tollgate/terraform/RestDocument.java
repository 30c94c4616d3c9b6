package dev.tollgate.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The OpenAPI document of a REST API as resources.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
final class RestDocument {

    private static final String GATEWAY = "x-amazon-apigateway-";
    private static final String API_ID = "rest_api_id";
    private static final String VALIDATOR = GATEWAY + "request-validator";

    /** What the document says of the API itself, and the arguments that say the same. */
    private static final Map<String, String> ARGUMENTS = Map.of(
            GATEWAY + "api-key-source", "api_key_source",
            GATEWAY + "binary-media-types", "binary_media_types",
            GATEWAY + "minimum-compression-size", "minimum_compression_size");

    private static final Map<String, String> INTEGRATION = Map.ofEntries(
            Map.entry("uri", "uri"),
            Map.entry("httpMethod", "integration_http_method"),
            Map.entry("credentials", "credentials"),
            Map.entry("connectionId", "connection_id"),
            Map.entry("connectionType", "connection_type"),
            Map.entry("passthroughBehavior", "passthrough_behavior"),
            Map.entry("timeoutInMillis", "timeout_milliseconds"),
            Map.entry("contentHandling", "content_handling"),
            Map.entry("cacheNamespace", "cache_namespace"),
            Map.entry("cacheKeyParameters", "cache_key_parameters"),
            Map.entry("requestParameters", "request_parameters"),
            Map.entry("requestTemplates", "request_templates"));

    private final Resource api;
    private final Value document;
    private final DocumentSecurity security;
    private final List<Resource> resources = new ArrayList<>();
    private final SortedMap<String, Value> idsOfPaths = new TreeMap<>();

    RestDocument(Resource api, Value document) {
        this.api = api;
        this.document = document;
        this.security = new DocumentSecurity(api, document);
    }

    /** The API, and all that the document describes. */
    List<Resource> resources() {
        resources.add(itself());
        security.authorizers().forEach(this::authorizer);
        validators();
        DocumentPaths.of(document).forEach(this::operation);
        DocumentPart.members(document.get(GATEWAY + "gateway-responses")).forEach(this::gatewayResponse);
        return resources;
    }

    /** An argument that is written comes after the document, and wins. */
    private Resource itself() {
        SortedMap<String, Value> values = new TreeMap<>(DocumentPart.members(api.values()));
        ARGUMENTS.forEach((extension, argument) -> take(values, argument, document.get(extension)));
        JsonText.of(document.get(GATEWAY + "policy"))
                .filter(policy -> !policy.is("null"))
                .ifPresent(policy -> take(values, "policy", policy));
        take(values, "disable_execute_api_endpoint", endpoint().get("disableExecuteApiEndpoint"));
        return api.holding(new Value.Mapping(values));
    }

    private Value endpoint() {
        String extension = GATEWAY + "endpoint-configuration";
        return document.get("servers").items().stream()
                .map(server -> server.get(extension))
                .filter(found -> !found.isAbsent())
                .findFirst()
                .orElse(document.get(extension));
    }

    private void take(SortedMap<String, Value> values, String argument, Value value) {
        if (!value.isAbsent() && api.argument(argument).isAbsent()) {
            values.put(argument, value);
        }
    }

    private void authorizer(String name, Value scheme) {
        Value written = scheme.get(DocumentSecurity.AUTHORIZER);
        Value source = scheme.get("name")
                .text()
                .filter(header -> scheme.get("in").is("header"))
                .map(header -> Value.of("method.request.header." + header))
                .orElse(Value.absent());
        add(
                DocumentSecurity.label(name),
                part("aws_api_gateway_authorizer")
                        .with("name", Value.of(name))
                        .with("type", DocumentPart.capitals(written.get("type")))
                        .with("provider_arns", written.get("providerARNs"))
                        .with(
                                "identity_source",
                                written.get("identitySource").isAbsent() ? source : written.get("identitySource"))
                        .with("identity_validation_expression", written.get("identityValidationExpression"))
                        .with("authorizer_uri", written.get("authorizerUri"))
                        .with("authorizer_credentials", written.get("authorizerCredentials"))
                        .with("authorizer_result_ttl_in_seconds", written.get("authorizerResultTtlInSeconds")));
    }

    private void validators() {
        DocumentPart.members(document.get(VALIDATOR + "s"))
                .forEach((name, validator) -> add(
                        "validator " + name,
                        part("aws_api_gateway_request_validator")
                                .with("name", Value.of(name))
                                .with("validate_request_body", validator.get("validateRequestBody"))
                                .with("validate_request_parameters", validator.get("validateRequestParameters"))));
    }

    private void operation(DocumentPaths.Operation operation) {
        Value path = id(operation.path());
        Value method = Value.of(operation.method());
        add(
                operation.label(),
                part("aws_api_gateway_method")
                        .with("resource_id", path)
                        .with("http_method", method)
                        .with("request_validator_id", validator(operation.written()))
                        .with("request_parameters", DocumentParameters.of(document, operation))
                        .with(security.demand(operation.written())));
        DocumentPart.members(operation.written().get("responses"))
                .forEach((status, response) -> add(
                        operation.label() + " (response " + status + ")",
                        part("aws_api_gateway_method_response")
                                .with("resource_id", path)
                                .with("http_method", method)
                                .with("status_code", Value.of(status))
                                .with("response_parameters", DocumentParameters.headers(document, response))));
        if (!operation.integration().isAbsent()) {
            integration(operation, path, method);
        }
    }

    private Value validator(Value operation) {
        Value own = operation.get(VALIDATOR);
        Value name = own.isAbsent() ? document.get(VALIDATOR) : own;
        return name.text()
                .map(known -> DocumentPart.reference(api, "validator " + known, "id"))
                .orElse(name);
    }

    private void integration(DocumentPaths.Operation operation, Value path, Value method) {
        Value written = operation.integration();
        DocumentPart integration = part("aws_api_gateway_integration")
                .with("resource_id", path)
                .with("http_method", method)
                .with("type", DocumentPart.capitals(written.get("type")));
        INTEGRATION.forEach((key, argument) -> integration.with(argument, written.get(key)));
        add(operation.label() + " (integration)", integration);
        DocumentPart.members(written.get("responses"))
                .forEach((pattern, response) -> add(
                        operation.label() + " (answer " + pattern + ")",
                        part("aws_api_gateway_integration_response")
                                .with("resource_id", path)
                                .with("http_method", method)
                                .with("status_code", response.get("statusCode"))
                                .with(
                                        "selection_pattern",
                                        pattern.equals("default") ? Value.absent() : Value.of(pattern))
                                .with("response_parameters", response.get("responseParameters"))
                                .with("response_templates", response.get("responseTemplates"))
                                .with("content_handling", response.get("contentHandling"))));
    }

    private void gatewayResponse(String type, Value written) {
        add(
                "gateway response " + type,
                part("aws_api_gateway_gateway_response")
                        .with("response_type", Value.of(type))
                        .with("status_code", written.get("statusCode"))
                        .with("response_parameters", written.get("responseParameters"))
                        .with("response_templates", written.get("responseTemplates")));
    }

    /** The id of the resource at {@code path}, which is made with those above it. */
    private Value id(String path) {
        String plain = path.replaceFirst("/+$", "");
        if (plain.isEmpty()) {
            return DocumentPart.reference(api, "root_resource_id");
        }
        Value known = idsOfPaths.get(plain);
        if (known != null) {
            return known;
        }
        int slash = plain.lastIndexOf('/');
        add(
                plain,
                part("aws_api_gateway_resource")
                        .with("parent_id", id(plain.substring(0, Math.max(0, slash))))
                        .with("path_part", Value.of(plain.substring(slash + 1))));
        Value made = DocumentPart.reference(api, plain, "id");
        idsOfPaths.put(plain, made);
        return made;
    }

    private DocumentPart part(String type) {
        return new DocumentPart(type).with(API_ID, DocumentPart.reference(api, "id"));
    }

    private void add(String label, DocumentPart part) {
        resources.add(part.of(api, label));
    }
}
