package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.PoolGroup;
import dev.tollgate.gateway.token.SignedIn;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** People, groups and refresh tokens as JSON, and back. */
final class PoolRecord {

    private PoolRecord() {}

    static ObjectNode of(Directory directory, Sessions sessions) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        directory.all().forEach(account -> json.withArray("people").add(account(account)));
        directory.groups().forEach(group -> json.withArray("groups").add(group(group)));
        ObjectNode refresh = json.putObject("sessions");
        sessions.all().forEach((token, session) -> refresh.set(token, session(session)));
        return json;
    }

    static void restore(JsonNode json, Directory directory, Sessions sessions) {
        List<PoolGroup> groups = new ArrayList<>();
        json.path("groups")
                .forEach(one -> groups.add(new PoolGroup(
                        one.path("name").asText(),
                        Optional.of(one.path("precedence"))
                                .filter(JsonNode::isNumber)
                                .map(JsonNode::longValue),
                        text(one, "role"))));
        List<PoolAccount> people = new ArrayList<>();
        json.path("people").forEach(one -> people.add(account(one)));
        directory.restore(people, groups);
        Map<String, Session> refresh = new LinkedHashMap<>();
        json.path("sessions").properties().forEach(one -> refresh.put(one.getKey(), session(one.getValue())));
        sessions.restore(refresh);
    }

    private static ObjectNode group(PoolGroup group) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", group.name());
        group.precedence().ifPresent(precedence -> json.put("precedence", precedence));
        group.role().ifPresent(role -> json.put("role", role));
        return json;
    }

    private static ObjectNode account(PoolAccount account) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", account.name())
                .put("sub", account.subject())
                .put("status", account.status().name())
                .put("enabled", account.enabled())
                .put("newcomer", account.newcomer())
                .put("created", account.created().toEpochMilli())
                .put("modified", account.modified().toEpochMilli());
        account.password().ifPresent(password -> json.set("password", password(password)));
        account.former().forEach(password -> json.withArray("former").add(password(password)));
        ObjectNode attributes = json.putObject("attributes");
        account.attributes().forEach(attributes::put);
        account.groups().forEach(json.putArray("groups")::add);
        account.appSecret().ifPresent(secret -> json.put("app", secret));
        return json;
    }

    private static PoolAccount account(JsonNode json) {
        List<PasswordVerifier> former = new ArrayList<>();
        json.path("former").forEach(one -> former.add(password(one)));
        TreeSet<String> groups = new TreeSet<>();
        json.path("groups").forEach(one -> groups.add(one.asText()));
        return new PoolAccount(
                json.path("name").asText(),
                json.path("sub").asText(),
                PoolAccount.Status.valueOf(json.path("status").asText()),
                json.path("enabled").asBoolean(),
                Optional.of(json.path("password")).filter(JsonNode::isObject).map(PoolRecord::password),
                former,
                Accounts.texts(json.path("attributes")),
                groups,
                text(json, "app"),
                json.path("newcomer").asBoolean(),
                Instant.ofEpochMilli(json.path("created").asLong()),
                Instant.ofEpochMilli(json.path("modified").asLong()));
    }

    private static ObjectNode password(PasswordVerifier password) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("salt", password.salt().toString(16))
                .put("verifier", password.verifier().toString(16));
    }

    private static PasswordVerifier password(JsonNode json) {
        return new PasswordVerifier(
                new BigInteger(json.path("salt").asText(), 16),
                new BigInteger(json.path("verifier").asText(), 16));
    }

    private static ObjectNode session(Session session) {
        SignedIn signedIn = session.signedIn();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("client", session.clientId())
                .put("sub", session.subject())
                .put("expires", session.expires())
                .put("issuer", signedIn.issuer())
                .put("auth_time", signedIn.authTime())
                .put("origin_jti", signedIn.originJti())
                .put("event_id", signedIn.eventId())
                .put("hosted", signedIn.hosted());
        signedIn.scopes().forEach(json.putArray("scopes")::add);
        signedIn.nonce().ifPresent(nonce -> json.put("nonce", nonce));
        return json;
    }

    private static Session session(JsonNode json) {
        List<String> scopes = new ArrayList<>();
        json.path("scopes").forEach(one -> scopes.add(one.asText()));
        return new Session(
                json.path("client").asText(),
                json.path("sub").asText(),
                json.path("expires").asLong(),
                new SignedIn(
                        json.path("issuer").asText(),
                        json.path("auth_time").asLong(),
                        json.path("origin_jti").asText(),
                        json.path("event_id").asText(),
                        scopes,
                        json.path("hosted").asBoolean(),
                        text(json, "nonce")));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.path(name).textValue());
    }
}
