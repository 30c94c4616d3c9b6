package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.SecretComparison;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an operation is asked, read in Cognito's way and refused in its words. */
record Input(ObjectNode json) {

    /** The string {@code name}, which has to be there. */
    String required(String name) throws CognitoRefusal {
        return text(name)
                .orElseThrow(() -> CognitoRefusal.parameter("1 validation error detected: Value null at '"
                        + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)
                        + "' failed to satisfy constraint: Member must not be null"));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(json.path(name).textValue());
    }

    JsonNode member(String name) {
        return json.path(name);
    }

    /** The strings of the object {@code name}. */
    SortedMap<String, String> texts(String name) {
        SortedMap<String, String> texts = new TreeMap<>();
        json.path(name).properties().forEach(member -> {
            if (member.getValue().isTextual()) {
                texts.put(member.getKey(), member.getValue().textValue());
            }
        });
        return texts;
    }

    /** The parameter {@code parameter} of the object {@code name}. */
    String parameter(String name, String parameter) throws CognitoRefusal {
        String value = json.path(name).path(parameter).textValue();
        if (value == null || value.isEmpty()) {
            throw CognitoRefusal.parameter("Missing required parameter " + parameter);
        }
        return value;
    }

    /** Attributes as the API lists them: {@code [{"Name": …, "Value": …}]}. */
    SortedMap<String, String> attributes(String name) {
        SortedMap<String, String> attributes = new TreeMap<>();
        json.path(name)
                .forEach(one -> attributes.put(
                        one.path("Name").asText(""), one.path("Value").asText("")));
        return attributes;
    }

    LocalClient client(LocalPool pool) throws CognitoRefusal {
        String id = required("ClientId");
        return pool.client(id)
                .orElseThrow(() ->
                        new CognitoRefusal("ResourceNotFoundException", "User pool client " + id + " does not exist."));
    }

    /** Refuses who does not know the client's secret. {@code given} is the hash of one of {@code names}. */
    static void requireSecret(LocalClient client, Optional<String> given, List<String> names) throws CognitoRefusal {
        if (client.secret().isPresent() && given.isEmpty()) {
            throw CognitoRefusal.notAuthorized(
                    "Client " + client.id() + " is configured with secret but SECRET_HASH was not received");
        }
        boolean right = client.secret()
                .map(secret -> names.stream()
                        .anyMatch(name ->
                                SecretComparison.same(SecretComparison.hash(secret, name, client), given.orElse(""))))
                .orElse(given.isEmpty());
        if (!right) {
            throw CognitoRefusal.notAuthorized("Unable to verify secret hash for client " + client.id());
        }
    }

    /** Without what was sent: passwords and tokens. */
    @Override
    public String toString() {
        return "Input[]";
    }
}
