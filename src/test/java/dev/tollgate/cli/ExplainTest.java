package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.cli.step.Patience;
import dev.tollgate.explain.KindSwitch;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.pipeline.Pipeline;
import dev.tollgate.synth.StackResources;
import dev.tollgate.testing.Golden;
import dev.tollgate.testing.Variants;
import dev.tollgate.waits.Wait;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** `explain` and `diff`: what is told of environments before anything is emitted is what is emitted. */
class ExplainTest {

    private static final String COMMON = """
            name = "shop"
            region = "eu-west-1"
            user_pool = { domain_prefix = "shop" }
            resource_servers = { api = { scopes = { all = "All" } } }
            clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["api/all"] } }
            functions = { one = { existing = "one" } }
            """;
    private static final String ROUTES =
            "routes = { \"GET /one/{id}\" = { function = \"one\", scopes = [\"api/all\"] } }\n";
    private static final String CORS =
            "cors = { allow_origins = [\"https://a.example.com\"], allow_methods = [\"GET\"],"
                    + " allow_headers = [\"Authorization\"] }\n";
    private static final String DOMAIN = "custom_domain = { zone = \"example.com\", api = \"api.example.com\" }\n";

    private static final Map<String, String> SHAPES = Map.of(
            "bare", COMMON + ROUTES,
            "cors", COMMON + ROUTES + CORS,
            "domain", COMMON + ROUTES + DOMAIN,
            "both", COMMON + ROUTES + CORS + DOMAIN,
            "open", COMMON + "routes = { \"GET /\" = { function = \"one\", anonymous = \"a page for all\" } }\n");

    @TempDir
    private Path project;

    @ParameterizedTest
    @CsvSource({
        "explain -e prod --switch http, 0, explain-prod-http",
        "explain -e dev --switch rest, 0, explain-dev-rest",
        "explain -e items --switch rest, 0, explain-items-rest",
        "diff dev prod, 1, diff-dev-prod",
        "diff staging prod --changed, 1, diff-staging-prod",
        "diff dev dev --changed, 0, diff-dev-dev"
    })
    void tellsOfTheProjectsEnvironments(String line, int exit, String golden) {
        CommandOutcome outcome = CommandOutcome.of(List.of(line.split(" ", -1)));

        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(exit);
        assertThat(outcome.err()).isEmpty();
        Golden.hold(Path.of("src", "test", "resources", "cli", "told", golden + ".txt"), outcome.out());
    }

    @ParameterizedTest
    @CsvSource({
        "explain -e dev, `--switch` is missing",
        "explain --switch rest, `-e` is missing",
        "explain -e dev --switch soap, unknown kind for `--switch`: `soap`",
        "explain -e dev --switch http, environment `dev` is `api_type",
        "explain -e auth --switch http, environment `auth` is `api_type",
        "diff dev, Missing required parameter",
        "diff dev pord, did you mean `prod`?"
    })
    void refusesWhatMakesNoSense(String line, String said) {
        CommandOutcome outcome = CommandOutcome.of(List.of(line.split(" ", -1)));

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains(said);
    }

    @Test
    void givesBothToMachines() throws IOException {
        JsonNode diff = new ObjectMapper()
                .readTree(CommandOutcome.of(List.of("diff dev prod --json".split(" ", -1)))
                        .out());
        JsonNode switched = new ObjectMapper()
                .readTree(CommandOutcome.of(List.of("explain -e prod --switch http --json".split(" ", -1)))
                        .out());

        assertThat(diff.path("same").asBoolean()).isFalse();
        assertThat(diff.path("rows").get(0).path("key").asText()).isEqualTo("name");
        assertThat(switched.path("callers").get(0).path("then").asText()).isEqualTo("`$default`");
    }

    @Test
    void namesTheTypesOfResourcesThatGoAndComeAsTheyAreEmitted() throws IOException {
        Variants variants = Variants.in(project);
        SHAPES.forEach((name, text) -> {
            variants.with(name + "-http", "api_type = \"http\"\n" + text);
            variants.with(name + "-rest", "api_type = \"rest\"\naccess_log = { account_role = true }\n" + text);
        });
        variants.synthesized();

        for (String shape : SHAPES.keySet()) {
            Set<String> http = types(variants, shape + "-http");
            Set<String> rest = types(variants, shape + "-rest");
            KindSwitch toHttp = KindSwitch.of(environment(shape + "-rest"), ApiKind.HTTP, StackResources::types);
            KindSwitch toRest = KindSwitch.of(environment(shape + "-http"), ApiKind.REST, StackResources::types);
            assertThat(toHttp.removed()).as(shape).containsExactlyElementsOf(without(rest, http));
            assertThat(toHttp.made()).as(shape).containsExactlyElementsOf(without(http, rest));
            assertThat(toRest.removed()).as(shape).containsExactlyElementsOf(without(http, rest));
            assertThat(kept(variants, shape + "-http")).as(shape).isEqualTo(kept(variants, shape + "-rest"));
        }
    }

    private Environment environment(String name) {
        return new Pipeline(project, LocalDate.of(2026, 11, 21))
                .validate(List.of(name))
                .get(0)
                .environment()
                .orElseThrow();
    }

    private static Set<String> types(Variants variants, String name) {
        return Variants.addresses(variants.stack(name)).stream()
                .filter(address -> !address.startsWith("data."))
                .map(address -> address.substring(0, address.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The addresses that say whose users and clients are there, and logs but a REST API's own. */
    private static List<String> kept(Variants variants, String name) {
        return Variants.addresses(variants.stack(name)).stream()
                .filter(address -> !address.endsWith(".execution_log"))
                .filter(address ->
                        address.startsWith("aws_cognito_") || address.startsWith("aws_cloudwatch_log_group."))
                .toList();
    }

    private static List<String> without(Set<String> types, Set<String> others) {
        return types.stream().filter(type -> !others.contains(type)).toList();
    }

    @Test
    void namesTheRoutesThatNobodyReachesAfterwards() {
        Variants.in(project)
                .with("machines", "api_type = \"http\"\n" + COMMON + ROUTES.replace(", scopes = [\"api/all\"]", ""));

        assertThat(KindSwitch.of(environment("machines"), ApiKind.REST, StackResources::types)
                        .mend())
                .anyMatch(
                        line -> line.startsWith("`GET /one/{id}`: no client can obtain a token that it accepts then"));
    }

    @Test
    void knowsWhatOneWaitsFor() {
        assertThat(Wait.ALL.stream().map(Wait::type)).isSorted().doesNotHaveDuplicates();
        assertThat(Wait.of(List.of("aws_iam_role", "aws_cognito_user_pool_domain", "aws_acm_certificate_validation")))
                .extracting(Wait::line)
                .containsExactly(
                        "certificate validation: usually 2 to 5 minutes, up to 30; longer when the zone is not delegated yet",
                        "Cognito's domain: seconds with a prefix; up to 60 minutes with a name of one's own");
        assertThat(Wait.ALL).allSatisfy(wait -> assertThat(wait.source()).startsWith("https://docs.aws.amazon.com/"));
    }

    @Test
    void saysWhatAPlanWillWaitFor() {
        String plan = """
                {"format_version": "1.2", "terraform_version": "1.11.4", "planned_values": {}, "resource_changes": [
                  {"address": "aws_cognito_user_pool_domain.users", "mode": "managed", "type": "aws_cognito_user_pool_domain",
                   "name": "users", "change": {"actions": ["create"], "before": null, "after": {}}},
                  {"address": "aws_dynamodb_table.books", "mode": "managed", "type": "aws_dynamodb_table",
                   "name": "books", "change": {"actions": ["no-op"], "before": {}, "after": {}}},
                  {"address": "aws_route53_record.api", "mode": "managed", "type": "aws_route53_record",
                   "name": "api", "change": {"actions": ["delete", "create"], "before": {}, "after": {}}}]}
                """;

        assertThat(Patience.lines("shop", plan))
                .containsExactly(
                        "Cognito's domain: seconds with a prefix; up to 60 minutes with a name of one's own",
                        "a DNS record: usually 60 seconds");
    }

    @Test
    void saysTheSameOfAnEnvironmentThatIsTheSame() {
        CommandOutcome outcome = CommandOutcome.of(List.of("diff dev dev".split(" ", -1)));

        assertThat(outcome.exit()).isZero();
        assertThat(Arrays.stream(outcome.out().split("\n", -1)).filter(line -> line.startsWith("≠")))
                .isEmpty();
        assertThat(Stream.of(outcome.out())).allMatch(text -> text.contains("0 different"));
    }
}
