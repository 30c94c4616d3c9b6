package dev.tollgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would be done otherwise than it was reviewed, and nothing that moves by itself. */
class PlanEffectsTest {

    private static final String PLAN = """
            { "resource_changes": [
              { "address": "a.made", "change": { "actions": ["create"], "before": null, "after": { "name": "n", "list": ["x"] }, "after_unknown": { "id": true } } },
              { "address": "a.changed", "change": { "actions": ["update"], "before": { "id": "1", "users": 5, "size": 1 }, "after": { "id": "1", "users": 5, "size": 2 }, "after_unknown": {} } },
              { "address": "a.gone", "change": { "actions": ["delete"], "before": { "id": "2", "users": 5 }, "after": null, "after_unknown": {} } },
              { "address": "a.kept", "change": { "actions": ["no-op"], "before": { "id": "3", "seen": "then" }, "after": { "id": "3", "seen": "then" }, "after_unknown": {} } },
              { "address": "a.moved", "previous_address": "a.old", "change": { "actions": ["no-op"], "before": {}, "after": {} } },
              { "address": "a.anew", "change": { "actions": ["delete", "create"], "replace_paths": [["name"]], "before": { "name": "o" }, "after": { "name": "p" }, "after_unknown": {} } }],
              "resource_drift": [{ "address": "a.kept" }],
              "output_changes": { "url": { "actions": ["update"], "before": "u1", "after": "u2" } } }
            """;

    private static List<String> differences(String now) {
        return PlanEffects.differences(PLAN.getBytes(StandardCharsets.UTF_8), now.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void findsNoneInTheSamePlan() {
        assertThat(differences(PLAN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"users\": 5               | \"users\": 6",
                "\"seen\": \"then\"         | \"seen\": \"now\"",
                "{ \"address\": \"a.kept\" } | ",
            })
    void heedsNothingThatMovesByItself(String text, String other) {
        assertThat(PLAN).contains(text);
        assertThat(differences(PLAN.replace(text, other == null ? "" : other))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"name\": \"n\"            | \"name\": \"m\"           | `a.made`: `name` is \"m\" now, \"n\" in the reviewed plan",
                "[\"x\"]                    | [\"x\", \"y\"]            | `a.made`: `list.1` is \"y\" now, nothing in the reviewed plan",
                "{ \"id\": true }           | { }                       | `a.made`: `id` is nothing now, known after apply in the reviewed plan",
                "\"size\": 2                | \"size\": 3               | `a.changed`: `size` is 1 → 3 now, 1 → 2 in the reviewed plan",
                "\"id\": \"2\"              | \"id\": \"9\"             | `a.gone`: `id` is \"9\" now, \"2\" in the reviewed plan",
                "[\"delete\"]               | [\"forget\"]              | `a.gone`: forget now, delete in the reviewed plan",
                "\"a.gone\"                 | \"a.kept\"                | `a.gone`: nothing now, delete in the reviewed plan",
                "[\"delete\", \"create\"]   | [\"create\", \"delete\"]  | `a.anew`: create and delete now, delete and create in the reviewed plan",
                "[[\"name\"]]               | [[\"zone\"]]              | `a.anew`: `replace_paths` is [[\"zone\"]] now, [[\"name\"]] in the reviewed plan",
                "\"a.old\"                  | \"a.other\"               | `a.moved`: `previous_address` is \"a.other\" now, \"a.old\" in the reviewed plan",
                "\"u2\"                     | \"u3\"                    | output `url`: `value` is \"u1\" → \"u3\" now, \"u1\" → \"u2\" in the reviewed plan",
            })
    void namesWhatDiffers(String text, String other, String said) {
        assertThat(PLAN).contains(text);
        assertThat(differences(PLAN.replace(text, other))).contains(said);
    }

    @Test
    void tellsLongValuesApart() {
        String beginning = "x".repeat(200);
        String one = PLAN.replace("\"n\"", "\"" + beginning + "1\"");
        String other = PLAN.replace("\"n\"", "\"" + beginning + "2\"");

        assertThat(PlanEffects.differences(
                        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)))
                .hasSize(1);
    }
}
