package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code POST /} with {@code X-Amz-Target}: the operations of Cognito's API. */
final class CognitoApi {

    static final String CONTENT_TYPE = "application/x-amz-json-1.1";

    private static final String SERVICE = "AWSCognitoIdentityProviderService.";
    private static final int MAX_LENGTH = 64 * 1024;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final SortedMap<String, Operation> anyone = new TreeMap<>();
    private final SortedMap<String, Operation> administrators;

    CognitoApi(
            SignInOperations signIn,
            AccountOperations accounts,
            SelfOperations self,
            AdminOperations administration,
            GroupOperations groups) {
        anyone.putAll(signIn.all());
        anyone.putAll(accounts.all());
        anyone.putAll(self.all());
        administrators = new TreeMap<>(administration.all());
        administrators.putAll(groups.all());
        administrators.putAll(signIn.administrative());
    }

    TokenAnswer answer(TokenRequest request, Door door) {
        try {
            Operation operation = operation(request);
            return TokenAnswer.json(200, CONTENT_TYPE, operation.answer(new Input(input(request)), door))
                    .with("Cache-Control", "no-store");
        } catch (CognitoRefusal e) {
            return e.answer();
        }
    }

    private Operation operation(TokenRequest request) throws CognitoRefusal {
        String target = request.header("X-Amz-Target").orElse("");
        boolean isJson = request.header("Content-Type").orElse("").startsWith(CONTENT_TYPE);
        String name = target.startsWith(SERVICE) ? target.substring(SERVICE.length()) : "";
        if (isJson && anyone.containsKey(name)) {
            return anyone.get(name);
        }
        if (!isJson || !administrators.containsKey(name)) {
            throw new CognitoRefusal(
                    "UnknownOperationException", "`" + name + "` is not an operation that is served locally");
        }
        requireSignature(request);
        return administrators.get(name);
    }

    /** AWS demands a signature, which is not checked here; a page on the web has none, and gets no further. */
    private static void requireSignature(TokenRequest request) throws CognitoRefusal {
        boolean signed = request.header("Authorization")
                .filter(text -> text.startsWith("AWS4-HMAC-SHA256 "))
                .isPresent();
        if (!signed || request.headers().containsKey("Origin")) {
            throw new CognitoRefusal("MissingAuthenticationTokenException", "Missing Authentication Token");
        }
    }

    private static ObjectNode input(TokenRequest request) throws CognitoRefusal {
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
