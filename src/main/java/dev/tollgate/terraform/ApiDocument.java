package dev.tollgate.terraform;

import java.util.Optional;

/** The OpenAPI document in the {@code body} of a REST or HTTP API. */
public final class ApiDocument {

    static final String REST = "aws_api_gateway_rest_api";
    static final String HTTP = "aws_apigatewayv2_api";

    /** The argument that holds it. */
    static final String BODY = "body";

    private ApiDocument() {}

    /**
     * The document of {@code api}; empty when there is none, or it cannot be read. References in it stay what they are:
     * what they lead to tells more than that its value is not known yet.
     */
    static Optional<Value> of(Infrastructure infrastructure, Resource api) {
        Value body = api.get(BODY);
        return JsonText.read(body)
                .or(() -> JsonText.read(infrastructure.resolve(body)))
                .filter(Value.Mapping.class::isInstance);
    }

    /** Whether {@code resource} is an API that has a document. */
    public static boolean describes(Resource resource) {
        return (resource.is(REST) || resource.is(HTTP)) && !resource.get(BODY).isAbsent();
    }

    /** Whether all that {@code api} takes from a document is known: it has none, or one that can be read. */
    public static boolean isKnown(Infrastructure infrastructure, Resource api) {
        return api.get(BODY).isAbsent() || of(infrastructure, api).isPresent();
    }

    /** Whether every path of {@code api}'s document is written in it. */
    public static boolean leadsSomewhere(Infrastructure infrastructure, Resource api) {
        return of(infrastructure, api).map(DocumentPaths::areKnown).orElse(true);
    }

    /** Whether a document takes away from {@code api} what it lacks. */
    public static boolean overwrites(Resource api) {
        return !api.get(BODY).isAbsent() && !isMerged(api);
    }

    /** Whether {@code api} keeps what its document lacks: what somebody made another way, or what left the document. */
    public static boolean isMerged(Resource api) {
        return !api.get(BODY).isAbsent() && api.get("put_rest_api_mode").is("merge");
    }
}
