package dev.tollgate.finding.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Location;
import dev.tollgate.finding.Rule;
import dev.tollgate.finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The log is SARIF 2.1.0 by its official schema, whatever the findings say. */
class SarifTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Rule RULE =
            new Rule("user-pool-deletable", Severity.ERROR, "a pool without protection", "## Why\n\nBecause.\n");

    private static final Finding DELETABLE = Finding.of(
            "user-pool-deletable",
            Severity.ERROR,
            "aws_cognito_user_pool.users",
            new Location("cdktf.out/stacks/dev/cdk.tf.json", 3, 7),
            "user pool `aws_cognito_user_pool.users` can be deleted",
            "set `deletion_protection`");
    private static final Finding HOSTILE = Finding.of(
            "syntax-error",
            Severity.WARNING,
            "a\u001b[31mb\n::set-output name=x::y",
            new Location("über uns/a:b%\u001b,#?.tf.json", 1, 1),
            "\u001b[31mred\u202e \ud800 </script>\n::error::no\r\n%0A",
            "\u0000");

    @Test
    void isValidAgainstTheOfficialSchema() throws IOException {
        List<Finding> findings = List.of(DELETABLE, HOSTILE, DELETABLE.suppressed("it is \u001b[0m a test"));

        assertThat(schema().validate(log(findings))).isEmpty();
        assertThat(schema().validate(log(List.of()))).isEmpty();
    }

    @Test
    void namesTheRuleWithItsHelpAndTheFindingWithItsPlace() {
        JsonNode run = log(List.of(DELETABLE)).at("/runs/0");

        assertThat(run.at("/tool/driver/rules/0/help/markdown").asText()).isEqualTo("## Why\n\nBecause.\n");
        assertThat(run.at("/tool/driver/rules/0/defaultConfiguration/level").asText())
                .isEqualTo("error");
        assertThat(run.at("/results/0/ruleIndex").asInt()).isZero();
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("cdktf.out/stacks/dev/cdk.tf.json");
        assertThat(run.at("/results/0/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(3);
        assertThat(run.at("/results/0/locations/0/logicalLocations/0/fullyQualifiedName")
                        .asText())
                .isEqualTo("aws_cognito_user_pool.users");
        assertThat(run.at("/results/0/suppressions")).isEmpty();
    }

    @Test
    void carriesASuppressionWithItsReason() {
        JsonNode result = log(List.of(DELETABLE.suppressed("a test pool"))).at("/runs/0/results/0/suppressions/0");

        assertThat(result.path("status").asText()).isEqualTo("accepted");
        assertThat(result.path("justification").asText()).isEqualTo("a test pool");
    }

    @Test
    void keepsAFindingsFingerprintWhenTheFileIsReorderedOrReformatted() {
        Finding other = new Finding(
                DELETABLE.rule(),
                DELETABLE.severity(),
                "aws_cognito_user_pool.staff",
                new Location(DELETABLE.location().file(), 1, 1),
                DELETABLE.message(),
                DELETABLE.hint(),
                DELETABLE.suppressedBecause());
        Finding moved = new Finding(
                DELETABLE.rule(),
                DELETABLE.severity(),
                DELETABLE.subject(),
                new Location(DELETABLE.location().file(), 90, 1),
                DELETABLE.message(),
                DELETABLE.hint(),
                DELETABLE.suppressedBecause());

        assertThat(fingerprints(List.of(DELETABLE, other))).hasSize(2).isEqualTo(fingerprints(List.of(other, moved)));
    }

    @Test
    void tellsTwoFindingsOfOneRuleAboutOneSubjectApart() {
        List<Finding> findings = new ArrayList<>();
        for (String message : List.of("first", "second", "third")) {
            findings.add(Finding.of(
                    DELETABLE.rule(), Severity.NOTE, DELETABLE.subject(), DELETABLE.location(), message, "hint"));
        }
        List<Finding> reversed = new ArrayList<>(findings);
        Collections.reverse(reversed);

        assertThat(fingerprints(findings)).hasSize(3).isEqualTo(fingerprints(reversed));
    }

    @Test
    void letsNoFindingSteerWhatShowsIt() {
        String text = log(List.of(HOSTILE)).toString();

        assertThat(text.codePoints().filter(c -> Character.getType(c) == Character.CONTROL))
                .isEmpty();
        assertThat(text).contains("%C3%BCber%20uns/a%3Ab%25%1B%2C%23%3F.tf.json");
        assertThat(text).doesNotContain("\\u001B", "\u202e");
    }

    private static Set<String> fingerprints(List<Finding> findings) {
        Set<String> fingerprints = new TreeSet<>();
        log(findings)
                .at("/runs/0/results")
                .forEach(result -> fingerprints.add(
                        result.at("/partialFingerprints").elements().next().asText()));
        return fingerprints;
    }

    private static JsonNode log(List<Finding> findings) {
        return JSON.valueToTree(Sarif.log(findings, List.of(RULE), "0.1.0"));
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream schema = SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            JsonNode tree = JSON.readTree(Objects.requireNonNull(schema));
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(tree);
        }
    }
}
