package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pools for people: they apply, a second plan is empty, and what is fixed once they are made stays. */
class PeopleTest {

    private static final Path CASES = Path.of("src", "test", "resources", "people");

    private static final String DOORS = """
            name      = "doors"
            region    = "eu-west-1"
            api_type  = "none"
            user_pool = {
              deletion_protection = false
              sign_in             = ["email"]
              attributes          = { tenant = {}, given_name = { required = true } }
            }
            """;

    private static final String CLAIMS = """
            name      = "claims"
            region    = "eu-west-1"
            api_type  = "none"
            functions = { claims = { existing = "example" } }
            user_pool = {
              deletion_protection = false
              sign_in             = ["email"]
              %s
            }
            """;

    private static Emulator emulator;
    private static TempProject project;

    @BeforeAll
    static void prepare() {
        emulator = Emulator.start();
        emulator.prepare(
                "--region",
                "eu-west-1",
                "--function",
                "example",
                "--parameter",
                "/shop/apple",
                "--secret",
                "shop/facebook");
        project = TempProject.named("people");
    }

    @AfterAll
    static void end() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"by-email", "by-name"})
    void applyAndSettle(String name) throws IOException {
        Stack stack =
                stack(name, Files.readString(CASES.resolve(name + ".tfvars"))).init();

        Path secrets = secrets(name);
        emulator.clearCalls();
        Run apply = stack.apply(secrets);
        assertThat(apply.exit()).as(apply.output()).isZero();
        assertThat(apply.output()).doesNotContain("Warning");
        assertThat(Kept.lost(emulator.calls(), emulator.account())).isEmpty();
        Run second = stack.plan(secrets);
        assertThat(second.exit()).as(second.output()).isZero();
    }

    /** What the file only names. */
    private static Path secrets(String name) throws IOException {
        String text =
                name.equals("by-email") ? "google_secret = \"g\"\namazon_secret = \"a\"\npartner_secret = \"p\"\n" : "";
        return Files.writeString(project.folder().resolve(name + ".secrets.tfvars"), text);
    }

    @Test
    void keepWhatIsFixedAndTakeFurtherAttributes() {
        Stack stack = stack("doors", DOORS).init();
        stack.apply().succeeded();
        assertThat(stack.plan().exit()).isZero();

        String signIn = "how people sign in";
        String attribute = "an attribute of people cannot be changed or removed";
        Map.of(
                        DOORS.replace("[\"email\"]", "[\"phone_number\"]"),
                        signIn,
                        DOORS.replace("sign_in             = [\"email\"]", "case_sensitive = true"),
                        signIn,
                        DOORS.replace(", given_name = { required = true }", ""),
                        signIn,
                        DOORS.replace("tenant = {}", "tenant = {}, family_name = {}"),
                        signIn,
                        DOORS.replace("tenant = {}, ", ""),
                        attribute,
                        DOORS.replace("tenant = {}", "tenant = { max_length = 5 }"),
                        attribute)
                .forEach((text, refusal) -> {
                    Run plan = stack("doors", text).plan();
                    assertThat(plan.exit()).as(text + plan.output()).isEqualTo(1);
                    assertThat(plan.output().replaceAll("\\s+", " ")).as(text).contains(refusal);
                });

        Stack further = stack("doors", DOORS.replace("tenant = {}", "tenant = {}, plan = {}"));
        assertThat(further.changes()).isEqualTo(Map.of("aws_cognito_user_pool.users", "update"));
        further.apply().succeeded();
        assertThat(further.plan().exit()).isZero();
    }

    /** The provider keeps it as long as another stays, and nobody would know. */
    @Test
    void refuseToTakeTheTokenTriggerAwayAlone() {
        String both = "{ pre_token_generation = \"claims\", post_confirmation = \"claims\" }";
        Stack stack = stack("claims", CLAIMS.formatted("triggers = " + both)).init();
        stack.apply().succeeded();

        Run plan = stack("claims", CLAIMS.formatted("triggers = { post_confirmation = \"claims\" }"))
                .plan();
        assertThat(plan.exit()).as(plan.output()).isEqualTo(1);
        assertThat(plan.output().replaceAll("[│\\s]+", " ")).contains("first take `triggers` out of the file");

        stack("claims", CLAIMS.formatted("")).apply().succeeded();
        Stack rest = stack("claims", CLAIMS.formatted("triggers = { post_confirmation = \"claims\" }"));
        rest.apply().succeeded();
        assertThat(rest.plan().exit()).isZero();
        assertThat(emulator.account().at("/cognito/eu-west-1/pools/claims-users/LambdaConfig"))
                .hasSize(1);
    }

    private static Stack stack(String name, String text) {
        project.environment(name, text);
        return new Stack(project.synthesized(name).resolve(name), emulator);
    }
}
