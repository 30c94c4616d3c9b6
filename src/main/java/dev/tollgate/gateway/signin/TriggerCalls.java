package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import java.util.Map;

/**
 * Calls a pool's functions on the way.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 */
final class TriggerCalls {

    /** What an event says where no client is involved. */
    static final String NO_CLIENT = "CLIENT_ID_NOT_APPLICABLE";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> VERSIONS = Map.of("V1_0", "1", "V2_0", "2", "V3_0", "3");

    private final LocalPool pool;
    private final TriggerFunctions functions;

    TriggerCalls(LocalPool pool, TriggerFunctions functions) {
        this.pool = pool;
        this.functions = functions;
    }

    boolean has(String trigger) {
        return pool.people().triggers().function(trigger).isPresent();
    }

    /** The same, where an administrator acts and no client does. */
    ObjectNode runForAdministrator(String trigger, String source, String user, ObjectNode request)
            throws CognitoRefusal {
        return run(trigger, source, NO_CLIENT, user, request);
    }

    ObjectNode run(String trigger, String source, LocalClient client, String user, ObjectNode request)
            throws CognitoRefusal {
        return run(trigger, source, client.id(), user, request);
    }

    /**
     * What the function of {@code trigger} answers to {@code request}; nothing where there is none. {@code source} is
     * Cognito's name of the occasion, {@code PreSignUp_SignUp} for instance.
     */
    ObjectNode run(String trigger, String source, String clientId, String user, ObjectNode request)
            throws CognitoRefusal {
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        if (!has(trigger)) {
            return nothing;
        }
        ObjectNode event = nothing.objectNode()
                .put(
                        "version",
                        trigger.equals("pre_token_generation")
                                ? VERSIONS.getOrDefault(pool.people().triggers().tokenVersion(), "1")
                                : "1")
                .put("triggerSource", source)
                .put("region", pool.region())
                .put("userPoolId", pool.id())
                .put("userName", user);
        event.putObject("callerContext")
                .put("awsSdkVersion", "aws-sdk-unknown-unknown")
                .put("clientId", clientId);
        event.set("request", request);
        event.putObject("response");
        String answer = invoked(trigger, source, event);
        try {
            JsonNode response = JSON.readTree(answer).path("response");
            if (response instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // Said below, as for JSON that is no event.
        }
        throw new CognitoRefusal("InvalidLambdaResponseException", "Unrecognizable lambda output");
    }

    private String invoked(String trigger, String source, ObjectNode event) throws CognitoRefusal {
        String what = source.substring(0, source.indexOf('_'));
        try {
            return functions.invoke(pool.people().triggers().function(trigger).orElseThrow(), event.toString());
        } catch (TriggerFunctions.Failed e) {
            throw e.isThrown()
                    ? new CognitoRefusal(
                            "UserLambdaValidationException", what + " failed with error " + e.getMessage() + ".")
                    : new CognitoRefusal("UnexpectedLambdaException", what + " invocation failed: " + e.getMessage());
        }
    }

    /** What every event says of {@code account}. */
    static ObjectNode about(PoolAccount account) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ObjectNode attributes = request.putObject("userAttributes").put("sub", account.subject());
        account.attributes().forEach(attributes::put);
        attributes.put("cognito:user_status", account.status().name());
        return request;
    }
}
