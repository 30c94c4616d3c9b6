package dev.tollgate.synth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.model.RolePolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An IAM policy as the JSON text that Terraform's resources take. */
final class PolicyDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Map<String, Object>> statements = new ArrayList<>();

    /** The trust policy of a role that {@code service} takes on. */
    static String trusting(String service) {
        return trust(service).json();
    }

    /** The same, for callers that say {@code externalId} and act for {@code sourceArn}. */
    static String trusting(String service, String externalId, String sourceArn) {
        PolicyDocument document = trust(service);
        Map<String, Object> condition = new LinkedHashMap<>();
        condition.put("StringEquals", Map.of("sts:ExternalId", externalId));
        condition.put("ArnLike", Map.of("aws:SourceArn", sourceArn));
        document.statements.get(0).put("Condition", condition);
        return document.json();
    }

    /** The same, for {@code service} when it acts for {@code sourceArn}. */
    static String trusting(String service, String sourceArn) {
        PolicyDocument document = trust(service);
        document.statements.get(0).put("Condition", Map.of("ArnLike", Map.of("aws:SourceArn", sourceArn)));
        return document.json();
    }

    private static PolicyDocument trust(String service) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Effect", "Allow");
        statement.put("Principal", Map.of("Service", service));
        statement.put("Action", "sts:AssumeRole");
        PolicyDocument document = new PolicyDocument();
        document.statements.add(statement);
        return document;
    }

    /** Adds one grant. */
    PolicyDocument allow(String sid, List<String> actions, List<String> resources) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Sid", sid);
        statement.put("Effect", "Allow");
        statement.put("Action", actions);
        statement.put("Resource", resources);
        statements.add(statement);
        return this;
    }

    /** The same, while {@code condition} holds. */
    PolicyDocument allow(String sid, List<String> actions, List<String> resources, RolePolicy.Condition condition) {
        allow(sid, actions, resources);
        statements.get(statements.size() - 1).put("Condition", Map.of(condition.operator(), values(condition)));
        return this;
    }

    private static Map<String, Object> values(RolePolicy.Condition condition) {
        Map<String, Object> values = new LinkedHashMap<>();
        condition.values().forEach((key, all) -> values.put(key, all.size() == 1 ? all.get(0) : all));
        return values;
    }

    /** The document's text. */
    String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Version", "2012-10-17");
        document.put("Statement", statements);
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain data always has a JSON form", e);
        }
    }
}
