package dev.tollgate.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The secrets of a plan: client secrets, wherever they stand. */
final class PlanSecrets {

    private PlanSecrets() {}

    static List<String> of(String plan) {
        try {
            SortedSet<String> found = new TreeSet<>(List.of("a secret that is in no plan"));
            collect(new ObjectMapper().readTree(plan), found);
            return List.copyOf(found);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void collect(JsonNode node, SortedSet<String> found) {
        node.properties().forEach(member -> {
            boolean secret =
                    member.getKey().equals("client_secret") && member.getValue().isTextual();
            if (secret && member.getValue().textValue().length() > 5) {
                found.add(member.getValue().textValue());
            }
            collect(member.getValue(), found);
        });
        if (node.isArray()) {
            node.forEach(item -> collect(item, found));
        }
    }
}
