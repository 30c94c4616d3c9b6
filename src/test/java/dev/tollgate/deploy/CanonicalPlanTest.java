package dev.tollgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan's JSON without what one run has of its own, and without secrets. */
class CanonicalPlanTest {

    private static final String SECRET = "kept-by-nobody-but-the-state";

    private static final String PLAN = """
            { "timestamp": "2026-01-01T00:00:00Z", "format_version": "1.2", "relevant_attributes": [{ "resource": "a.b" }],
              "variables": { "password": { "value": "pw-1" }, "name": { "value": "shop" } },
              "planned_values": { "outputs": { "secret": { "sensitive": true, "value": "SECRET" }, "url": { "value": "https://a" } },
                "root_module": { "resources": [{ "address": "c.till", "mode": "managed", "type": "c", "name": "till",
                  "values": { "id": "1", "client_secret": "SECRET" }, "sensitive_values": { "client_secret": true } }],
                  "child_modules": [{ "address": "module.keys[0]", "resources": [{ "address": "module.keys[0].k.one", "mode": "managed",
                    "type": "k", "name": "one", "values": { "parts": [{ "a": "x", "b": "pw-2" }] },
                    "sensitive_values": { "parts": [{ "b": true }] } }] }] } },
              "resource_changes": [{ "address": "c.till", "mode": "managed", "type": "c", "name": "till", "change": {
                "actions": ["update"], "before": { "client_secret": "SECRET", "name": "a" }, "after": { "client_secret": "SECRET", "name": "b" },
                "before_sensitive": { "client_secret": true }, "after_sensitive": { "client_secret": true }, "after_unknown": {} } }],
              "output_changes": { "secret": { "actions": ["create"], "before": null, "after": "SECRET", "before_sensitive": false, "after_sensitive": true } },
              "prior_state": { "values": { "root_module": { "resources": [{ "address": "data.aws_caller_identity.me", "mode": "data",
                "type": "aws_caller_identity", "name": "me", "sensitive_values": {}, "values": { "account_id": "1111", "arn": "ROLE", "user_id": "AROA:job-1" } }] } } },
              "configuration": { "provider_config": { "aws": { "expressions": { "region": { "constant_value": "eu-west-1" }, "secret_key": { "constant_value": "pw-3" } } } },
                "root_module": { "variables": { "password": { "sensitive": true, "default": "pw-4" }, "name": {} },
                  "resources": [{ "address": "x.y", "mode": "managed", "type": "x", "name": "y", "provisioners": [{ "expressions": { "inline": { "constant_value": "pw-5" } } }],
                    "expressions": { "text": { "constant_value": "Basic SECRET" } } }],
                  "module_calls": { "keys": { "expressions": { "key": { "constant_value": "pw-6" } }, "module": { "variables": { "key": { "sensitive": true } },
                    "resources": [{ "address": "k.one", "mode": "managed", "type": "k", "name": "one",
                      "expressions": { "parts": [{ "a": { "constant_value": "x" }, "b": { "constant_value": "pw-2" } }] } }] } } } } },
              "checks": [], "later_addition": "SECRET" }
            """.replace("SECRET", SECRET);

    private static String of(String plan, String key) {
        return new String(
                CanonicalPlan.of(plan.getBytes(StandardCharsets.UTF_8), new SensitiveValues(key)),
                StandardCharsets.UTF_8);
    }

    private static JsonNode read(String plan, String key) throws IOException {
        return new ObjectMapper().readTree(of(plan, key));
    }

    @Test
    void holdsNoSecretWhereverItStood() {
        assertThat(of(PLAN, "lineage")).doesNotContain(SECRET).doesNotContainPattern("pw-\\d");
        assertThat(of(PLAN, "")).doesNotContain(SECRET).doesNotContainPattern("pw-\\d");
    }

    @Test
    void keepsWhatIsNoSecret() throws IOException {
        JsonNode plan = read(PLAN, "lineage");

        assertThat(plan.at("/variables/name/value").asText()).isEqualTo("shop");
        assertThat(plan.at("/planned_values/outputs/url/value").asText()).isEqualTo("https://a");
        assertThat(plan.at("/resource_changes/0/change/after/name").asText()).isEqualTo("b");
        assertThat(plan.at("/configuration/provider_config/aws/expressions/region/constant_value")
                        .asText())
                .isEqualTo("eu-west-1");
        assertThat(plan.at("/configuration/root_module/module_calls/keys/module/resources/0/expressions/parts/0/a")
                        .toString())
                .isEqualTo("{\"constant_value\":\"x\"}");
        assertThat(plan.at("/prior_state/values/root_module/resources/0/values").toString())
                .isEqualTo("{\"account_id\":\"1111\"}");
        assertThat(plan.has("later_addition")).isFalse();
    }

    @Test
    void givesEqualValuesEqualDigestsAndOthersOthers() throws IOException {
        JsonNode plan = read(PLAN, "lineage");
        String digest =
                plan.at("/resource_changes/0/change/after/client_secret").asText();

        assertThat(digest).matches("sensitive:[0-9a-f]{32}");
        assertThat(plan.at("/resource_changes/0/change/before/client_secret").asText())
                .isEqualTo(digest);
        assertThat(of(PLAN.replace(SECRET, SECRET + "!"), "lineage")).doesNotContain(digest);
        assertThat(of(PLAN, "another lineage")).doesNotContain(digest);
    }

    /** Without a key somebody who has the bundle could try the words of a dictionary. */
    @Test
    void givesNoDigestWithoutAKey() throws IOException {
        assertThat(read(PLAN, "")
                        .at("/resource_changes/0/change/after/client_secret")
                        .asText())
                .isEqualTo("sensitive");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "2026-01-01T00:00:00Z               | 2026-02-02T00:00:00Z",
                "\"name\": \"a\"                    | \"name\" : \"a\"",
                "\"id\": \"1\", \"client_secret\": \"kept-by-nobody-but-the-state\" | \"client_secret\": \"kept-by-nobody-but-the-state\", \"id\": \"1\"",
                "AROA:job-1                         | AROA:job-2",
                "ROLE                               | arn:aws:sts::1111:assumed-role/deploy/job",
                "[{ \"resource\": \"a.b\" }]        | []"
            })
    void isTheSameForAnotherRun(String text, String other) {
        assertThat(PLAN).contains(text);
        assertThat(of(PLAN.replace(text, other), "lineage")).isEqualTo(of(PLAN, "lineage"));
    }
}
