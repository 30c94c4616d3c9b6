package dev.tollgate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.terraform.Bundle;
import dev.tollgate.terraform.PlanInputs;
import dev.tollgate.terraform.PlanMode;
import dev.tollgate.terraform.StateVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a plan comes to, as a person reads it. */
class PlannedChangesTest {

    private static final PlanInputs INPUTS =
            new PlanInputs(new TreeMap<>(), List.of(), new TreeMap<>(), new TreeMap<>(), StateVersion.NONE);

    private static PlannedChanges of(String... resources) {
        String json = "{\"format_version\": \"1.2\", \"resource_changes\": [" + String.join(",", resources) + "]}";
        return PlannedChanges.of(Bundle.of(
                "dev", PlanMode.NORMAL, true, new byte[0], json.getBytes(StandardCharsets.UTF_8), "", INPUTS));
    }

    private static String change(String type, String actions, String before, String sensitive) {
        return """
                {"address": "%s.one", "mode": "managed", "type": "%s", "name": "one",
                 "change": {"actions": [%s], "before": %s, "before_sensitive": %s}}""".formatted(type, type, actions, before, sensitive);
    }

    @Test
    void countsAsTerraformDoes() {
        PlannedChanges changes = of(
                change("aws_iam_role", "\"no-op\"", "{}", "{}"),
                change("aws_iam_role", "\"read\"", "{}", "{}"),
                change("aws_iam_role", "\"create\"", "null", "false"),
                change("aws_iam_role", "\"update\"", "{}", "{}"),
                change("aws_iam_role", "\"create\", \"delete\"", "{}", "{}"),
                change("aws_iam_role", "\"delete\"", "{}", "{}"));

        assertThat(changes).isEqualTo(new PlannedChanges(2, 1, 2, List.of()));
    }

    @Test
    void namesWhatIsLostAndNoSecret() {
        PlannedChanges changes = of(
                change("aws_cognito_user_pool", "\"delete\", \"create\"", "{\"name\": \"people\"}", "{}"),
                change("aws_dynamodb_table", "\"delete\"", "{\"name\": \"orders\"}", "{\"name\": true}"),
                change("aws_cognito_user_pool_domain", "\"delete\"", "{\"domain\": \"log-in\"}", "false"),
                change("aws_cloudwatch_log_group", "\"update\"", "{\"name\": \"kept\"}", "{}"));

        assertThat(changes.losses())
                .containsExactly(
                        "user pool `people` with every user in it (aws_cognito_user_pool.one)",
                        "table with every item in it (aws_dynamodb_table.one)",
                        "domain `log-in` with the token endpoint on it (aws_cognito_user_pool_domain.one)");
    }
}
