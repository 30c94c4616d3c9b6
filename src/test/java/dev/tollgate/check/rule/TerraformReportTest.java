package dev.tollgate.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.check.History;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Location;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a rule says reaches the findings with its gravity and its place, and what it cannot tell becomes one note. */
class TerraformReportTest {

    private static final Infrastructure POOLS = read("""
            {"resource": {"aws_cognito_user_pool": {
              "staff": {"name": "staff"},
              "users": {"name": "users",
                        "deletion_protection": "INACTIVE"}}},
             "output": {"id": {"value": "${aws_cognito_user_pool.users.id}"}}}
            """);
    private static final Resource STAFF = POOLS.ofType("aws_cognito_user_pool").get(0);
    private static final Resource USERS = POOLS.ofType("aws_cognito_user_pool").get(1);

    private final TerraformReport report = new TerraformReport("a-rule", POOLS, History.NONE);

    private static Infrastructure read(String text) {
        return ConfigurationReader.read(List.of(new ConfigurationFile("main.tf.json", text)), new TreeMap<>());
    }

    @Test
    void gradesAFindingAsTheRuleDoes() {
        report.error(Place.of(USERS), "e", "h");
        report.warning(Place.of(USERS), "w", "h");
        report.note(Place.of(USERS), "n", "h");

        assertThat(report.findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR, Severity.WARNING, Severity.NOTE);
        assertThat(report.findings()).extracting(Finding::rule).containsOnly("a-rule");
    }

    @Test
    void placesAFindingAtTheAttributeOrTheNearestThingAroundIt() {
        report.error(Place.of(USERS, "deletion_protection"), "written", "h");
        report.error(Place.of(USERS, "mfa_configuration"), "missing", "h");
        report.error(Place.of(POOLS.outputs().get(0)), "an output", "h");

        assertThat(report.findings())
                .extracting(Finding::location)
                .containsExactly(
                        new Location("main.tf.json", 4, 13),
                        new Location("main.tf.json", 3, 3),
                        new Location("main.tf.json", 5, 13));
        assertThat(report.findings())
                .extracting(Finding::subject)
                .containsExactly("aws_cognito_user_pool.users", "aws_cognito_user_pool.users", "output.id");
    }

    @Test
    void saysTheSameThingOnce() {
        report.error(Place.of(USERS), "e", "h");
        report.error(Place.of(USERS), "e", "h");

        assertThat(report.findings()).hasSize(1);
    }

    @Test
    void gathersWhatItCouldNotTellIntoOneNote() {
        report.undecided(Place.of(USERS), "known after apply");
        report.undecided(Place.of(STAFF), "a variable has no default");
        report.undecided(Place.of(STAFF), "known after apply");

        assertThat(report.findings()).singleElement().satisfies(note -> {
            assertThat(note.severity()).isEqualTo(Severity.NOTE);
            assertThat(note.subject()).isEqualTo(TerraformReport.UNDECIDED);
            assertThat(note.message())
                    .isEqualTo("could not check `aws_cognito_user_pool.staff`, `aws_cognito_user_pool.users`:"
                            + " a variable has no default; known after apply");
        });
    }

    @Test
    void lendsTheRuleWhatWasThereBefore() {
        TerraformReport later = new TerraformReport("a-rule", POOLS, new History(Optional.of(POOLS), List.of()));

        assertThat(report.baseline()).isEmpty();
        assertThat(report.changes()).isEmpty();
        assertThat(later.baseline()).containsSame(POOLS);
    }

    @Test
    void tellsTheRoutesOfAnOpenApiBodyApart() {
        Infrastructure api = read("""
                {"resource": {"aws_apigatewayv2_api": {"api": {"name": "api", "protocol_type": "HTTP",
                  "body": "{\\"openapi\\": \\"3.0.1\\", \\"paths\\": {\\"/a\\": {\\"get\\": {}}, \\"/b\\": {\\"get\\": {}}}}"}}}}
                """);
        List<ApiRoute> routes = SurfaceReader.read(api).apis().get(0).routes();

        assertThat(routes)
                .extracting(route -> Place.of(route).subject())
                .containsExactly("aws_apigatewayv2_api.api GET /a", "aws_apigatewayv2_api.api GET /b");
    }

    @Test
    void describesEachRuleWithItsPage() {
        assertThat(Rules.ofTerraform())
                .extracting(rule -> rule.described().page())
                .allMatch(page -> page.startsWith("## Why\n"));
    }
}
