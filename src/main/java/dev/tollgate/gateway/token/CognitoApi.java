package dev.tollgate.gateway.token;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** {@code POST /} with {@code X-Amz-Target}: the one operation of Cognito's API that hands out tokens unsigned. */
final class CognitoApi {

    static final String CONTENT_TYPE = "application/x-amz-json-1.1";

    private static final String SERVICE = "AWSCognitoIdentityProviderService.";
    private static final int MAX_LENGTH = 64 * 1024;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final InitiateAuth initiateAuth;

    CognitoApi(InitiateAuth initiateAuth) {
        this.initiateAuth = initiateAuth;
    }

    TokenAnswer answer(TokenRequest request) {
        try {
            return TokenAnswer.json(200, CONTENT_TYPE, initiateAuth.answer(input(request)));
        } catch (CognitoRefusal e) {
            return e.answer();
        }
    }

    private static ObjectNode input(TokenRequest request) throws CognitoRefusal {
        String target = request.header("X-Amz-Target").orElse("");
        boolean isJson = request.header("Content-Type").orElse("").startsWith(CONTENT_TYPE);
        if (!isJson || !target.equals(SERVICE + "InitiateAuth")) {
            throw new CognitoRefusal("UnknownOperationException", "only InitiateAuth is served locally");
        }
        if (request.body().length() > MAX_LENGTH) {
            throw new CognitoRefusal("SerializationException", "the request is too large");
        }
        try {
            JsonNode body = JSON.readTree(request.body());
            if (body instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            // Said below, as for JSON that is no object.
        }
        throw new CognitoRefusal("SerializationException", "the request is not a JSON object");
    }
}
