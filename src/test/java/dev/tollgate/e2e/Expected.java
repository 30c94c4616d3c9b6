package dev.tollgate.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Holds what came against what a case says. */
record Expected(ArrivalCase one) {

    /** The calls that do not come in the order that the case gives, or come though they never may. */
    List<String> missingFrom(List<AccountCall> calls) {
        List<String> made = calls.stream().map(Expected::told).toList();
        List<String> missing = new ArrayList<>();
        one.blocks("order").forEach(order -> missing.addAll(outOfOrder(order, made)));
        for (String unwanted : one.lines("never")) {
            made.stream()
                    .filter(call -> call.startsWith(unwanted))
                    .forEach(call -> missing.add(one.name() + ": " + call + " must not come"));
        }
        return missing;
    }

    private List<String> outOfOrder(List<String> order, List<String> made) {
        int at = 0;
        for (String wanted : order) {
            while (at < made.size() && !made.get(at).startsWith(wanted)) {
                at++;
            }
            if (at == made.size()) {
                return List.of(
                        one.name() + ": `" + wanted + "` does not come (any more) in\n" + String.join("\n", made));
            }
            at++;
        }
        return List.of();
    }

    /** Where the account is not as the case has it; {@code nothing} is what is not there. */
    List<String> differencesFrom(JsonNode account) {
        List<String> differences = new ArrayList<>();
        for (String line : one.lines("account")) {
            String pointer = line.substring(0, line.indexOf(" = "));
            String value = line.substring(line.indexOf(" = ") + 3);
            JsonNode there = account.at(pointer);
            String said = there.isMissingNode() ? "nothing" : there.toString();
            if (!said.equals(value)) {
                differences.add(one.name() + ": " + pointer + " is " + said + ", not " + value);
            }
        }
        return differences;
    }

    /** The routes that answer otherwise, or that are not in the case; preflights, which call nothing, are left out. */
    List<String> differencesFrom(List<StageAnswer> answers) {
        List<String> said = answers.stream()
                .filter(answer -> answer.function() != null)
                .map(answer ->
                        "%s %d %s".formatted(answer.method() + " " + answer.path(), answer.status(), answer.function()))
                .sorted()
                .toList();
        List<String> wanted = one.lines("answers").stream().sorted().toList();
        return said.equals(wanted)
                ? List.of()
                : List.of(one.name() + ": answers\n" + String.join("\n", said) + "\nnot\n" + String.join("\n", wanted));
    }

    private static String told(AccountCall call) {
        return call.service() + " " + call.action() + " " + call.subject();
    }
}
