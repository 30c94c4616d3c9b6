package dev.tollgate.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Whether an account has all that it was sent: what an emulator drops, no second plan may notice. */
final class Kept {

    /** What is there under another key: the pool's name is its key. */
    private static final Set<String> ELSEWHERE = Set.of("poolname");

    private Kept() {}

    /**
     * What {@code calls} to Cognito, those that it took, sent and {@code account} does not have, each with its call.
     */
    static Set<String> lost(List<AccountCall> calls, JsonNode account) {
        Set<String> kept = new TreeSet<>();
        leaves("", account.path("cognito"), (key, value) -> {
            kept.add(key + "=" + value);
            // An own attribute is called so once it is there.
            kept.add(key + "=" + value.replaceFirst("^custom:", ""));
        });
        Set<String> lost = new TreeSet<>();
        for (AccountCall call : calls) {
            if (call.service().equals("cognito-idp")
                    && call.status() < 300
                    && !call.action().startsWith("Delete")) {
                leaves("", call.parameters(), (key, value) -> {
                    if (!kept.contains(key + "=" + value) && !ELSEWHERE.contains(key)) {
                        lost.add(call + ": " + key + " " + value);
                    }
                });
            }
        }
        return lost;
    }

    /** What is written in {@code value}, under the key that is nearest; nothing of what is empty, or off. */
    private static void leaves(String key, JsonNode value, BiConsumer<String, String> each) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> leaves(field.getKey().toLowerCase(Locale.ROOT), field.getValue(), each));
        } else if (value.isArray()) {
            value.forEach(item -> leaves(key, item, each));
        } else if (!value.isNull() && !value.asText().isEmpty() && !(value.isBoolean() && !value.asBoolean())) {
            each.accept(key, value.asText());
        }
    }
}
