package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Golden;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What `init` writes validates and synthesizes, whatever is answered; and it never writes over anything. */
class InitTest {

    @TempDir
    private Path project;

    private InitProject init() {
        return new InitProject(project);
    }

    private static List<String> identity(String who) {
        return switch (who) {
            case "existing" ->
                List.of("--identity", who, "--pool-id", "eu-west-1_AbCdEf123", "--domain-prefix", "there");
            case "ssm" -> List.of("--identity", who, "--ssm-prefix", "/shared/auth");
            case "passwords" -> List.of("--identity", who, "--sign-in", "phone");
            case "issuer" -> List.of("--identity", who, "--issuer", "https://id.example.com/", "--audience", "a b");
            default -> List.of("--identity", who);
        };
    }

    /** Every combination of kind, identity, names of one's own and function that makes sense. */
    private List<String> combinations() {
        List<String> ids = new ArrayList<>();
        for (String kind : List.of("rest", "http", "none")) {
            for (String who : List.of("machine", "people", "passwords", "existing", "ssm", "issuer")) {
                if (who.equals("issuer") && !kind.equals("http")) {
                    continue;
                }
                for (String domain : kind.equals("none") ? List.of("") : List.of("", "api", "auth", "both")) {
                    if (domain.matches("auth|both") && !who.matches("machine|people|passwords")) {
                        continue;
                    }
                    ids.add(combination(kind, who, domain));
                }
            }
        }
        return ids;
    }

    private String combination(String kind, String who, String domain) {
        String id = kind + "-" + who + (domain.isEmpty() ? "" : "-" + domain);
        List<String> args = new ArrayList<>(List.of("--kind", kind));
        args.addAll(identity(who));
        if (!kind.equals("none")) {
            args.addAll(List.of("--route", "GET /things", "--route", "GET /health = anonymous: probe -> here"));
            args.addAll(List.of("--route", "ANY /rest/{proxy+} -> py"));
            args.addAll(
                    List.of("--function", "api=node", "--function", "py=python", "--function", "here=existing:there"));
        }
        if (!domain.isEmpty()) {
            args.addAll(List.of("--zone", "example.com"));
        }
        if (domain.matches("api|both")) {
            args.addAll(List.of("--api-domain", id + "-api.example.com"));
        }
        if (domain.matches("auth|both")) {
            args.addAll(List.of("--auth-domain", id + "-auth.example.com"));
        }
        if (kind.equals("rest")) {
            args.addAll(List.of("--account-role", id.equals("rest-machine-both") ? "yes" : "no"));
        }
        CommandOutcome outcome = init().with(id, args.toArray(String[]::new));
        assertThat(outcome.exit()).as(id + ": " + outcome.err()).isZero();
        return id;
    }

    @Test
    void writesWhatValidatesAndSynthesizesForEveryCombinationOfAnswers() throws IOException {
        List<String> ids = combinations();

        CommandOutcome validated = init().run("validate", "--fail-on", "warning");
        assertThat(validated.exit()).as(validated.err()).isZero();
        assertThat(validated.out())
                .startsWith(ids.size() + " environments: 0 errors, 0 warnings, 0 notes, 9 suppressed");
        assertThat(Synthesis.of(project, project.resolve("out"))).hasSameSizeAs(ids);
        CommandOutcome checked =
                init().run("check", "--stacks", project.resolve("out").toString(), "--fail-on", "warning");
        assertThat(checked.exit()).as(checked.err()).isZero();
        Golden.hold(
                Path.of("src", "test", "resources", "init", "rest-machine-both.tfvars"),
                Files.readString(project.resolve("environments").resolve("rest-machine-both.tfvars")));
        Golden.hold(
                Path.of("src", "test", "resources", "init", "http-people.tfvars"),
                Files.readString(project.resolve("environments").resolve("http-people.tfvars")));
    }

    @Test
    void formatsAsTerraformDoes() throws Exception {
        String terraform = RequiredTool.orSkip("terraform").toString();
        combinations();
        init().with("awkward", "--kind", "rest", "--from-openapi", "src/test/resources/openapi/good/awkward.json");
        ProcessBuilder builder = new ProcessBuilder(terraform, "fmt", "-check", "-diff", "environments")
                .directory(project.toFile())
                .redirectErrorStream(true);
        builder.environment().put("TF_CLI_CONFIG_FILE", "/dev/null");
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void asksForWhatNoFlagAnswersAndAsksAgainWhenTheAnswerCannotBe() {
        String typed = """
                dev
                soap
                http

                eu-west
                eu-west-1
                machine

                GET books
                GET /books = books/read
                GET /health = anonymous: probe




                """;

        CommandOutcome outcome = init().asked(typed, "init");

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err())
                .contains("kind of API")
                .contains("one of rest, http, none")
                .contains("a region's name, such as `eu-west-1`")
                .contains("has a path without a `/`");
        assertThat(outcome.out().lines())
                .containsExactly("environments/dev.tfvars", ".gitignore", "lambdas/api/index.mjs");
        assertThat(init().environment("dev").routes()).hasSize(2);
    }

    @Test
    void stopsWhenTheAnswersEnd() {
        CommandOutcome outcome = init().asked("dev\nhttp\n", "init");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("input ended before the last question");
        assertThat(init().files()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "init                                                                        | `NAME` is missing",
                "init dev                                                                    | `--kind` is missing",
                "init dev --kind http                                                        | `--region` is missing",
                "init dev --kind http --region eu-west-1                                     | `--identity` is missing",
                "init dev --kind http --region eu-west-1 --identity people                   | `--route` is missing",
                "init dev --kind http --region eu-west-1 --identity existing --route GET_/a  | `--pool-id` is missing",
                "init dev --kind http --region eu-west-1 --identity issuer --route GET_/a    | `--issuer` is missing",
                "init dev --kind http --region here                                          | `--region` cannot be `here`",
                "init dev --kind rest --region eu-west-1 --identity issuer                   | `--identity` cannot be `issuer`",
                "init dev --kind none --region eu-west-1 --identity people --route GET_/a    | neither functions nor routes",
                "init dev --kind http --region eu-west-1 --identity people --route GET_/a=x  | `--route` cannot be",
                "init dev --kind http --region eu-west-1 --identity passwords --route GET_/a=x/y | no client can obtain",
                "init dev --kind http --region eu-west-1 --identity machine --sign-in email --route GET_/a | nobody else signs in",
                "init dev --kind http --region eu-west-1 --identity people --route GET_/a --api-domain a.b.c | `--zone` is missing",
                "init ../dev --kind http                                                     | `../dev` cannot be an environment",
                "init common --kind http                                                     | `common` cannot be an environment"
            })
    void namesTheFlagThatIsMissingOrWrong(String args, String said) {
        CommandOutcome outcome = init().run(Arrays.stream(args.split(" +", -1))
                .map(arg -> arg.replace('_', ' '))
                .toArray(String[]::new));

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains(said);
        assertThat(outcome.out()).isEmpty();
        assertThat(init().files()).isEmpty();
    }

    @Test
    void neverOverwrites() throws IOException {
        assertThat(init().with("dev", "--kind", "http", "--identity", "people", "--route", "GET /a")
                        .exit())
                .isZero();
        Files.createDirectories(project.resolve("environments/deep"));
        Files.writeString(project.resolve("environments/deep/other.tfvars.json"), "{}");
        Files.createSymbolicLink(project.resolve("environments/link.tfvars"), Path.of("nowhere"));
        String before = Files.readString(project.resolve("environments/dev.tfvars"));
        List<String> files = init().files();

        for (String id : List.of("dev", "other", "link")) {
            CommandOutcome outcome = init().with(id, "--kind", "rest", "--identity", "machine", "--route", "GET /b");
            assertThat(outcome.exit()).as(id).isEqualTo(2);
            assertThat(outcome.err()).contains("Tollgate never overwrites a file");
        }
        assertThat(init().files()).isEqualTo(files);
        assertThat(Files.readString(project.resolve("environments/dev.tfvars"))).isEqualTo(before);
    }

    @Test
    void keepsTheSourceThatIsThere() throws IOException {
        Path source = Files.createDirectories(project.resolve("lambdas/api")).resolve("index.mjs");
        Files.writeString(source, "export const handler = 1;");

        CommandOutcome outcome = init().with("dev", "--kind", "http", "--identity", "people", "--route", "GET /a");

        assertThat(outcome.out().lines()).containsExactly("environments/dev.tfvars", ".gitignore");
        assertThat(Files.readString(source)).isEqualTo("export const handler = 1;");
    }

    @Test
    void keepsStateAndPlansOutOfTheRepository() throws IOException {
        init().with("dev", "--kind", "http", "--identity", "people", "--route", "GET /a");

        assertThat(Files.readAllLines(project.resolve(".gitignore")))
                .contains("cdktf.out/", ".terraform/", "*.tfstate", "*.tfstate.*", "*.tollgate-plan");
    }

    @Test
    void addsToAGitignoreThatIsThereOnlyWhatItLacks() throws IOException {
        Files.writeString(project.resolve(".gitignore"), "node_modules/\n/cdktf.out\n*.tfstate");

        CommandOutcome first = init().with("dev", "--kind", "http", "--identity", "people", "--route", "GET /a");

        assertThat(first.err())
                .contains("note: added to the existing `.gitignore`: .terraform/, *.tfstate.*, *.tollgate-plan\n");
        String after = Files.readString(project.resolve(".gitignore"));
        assertThat(after).startsWith("node_modules/\n/cdktf.out\n*.tfstate\n#").doesNotContain("\ncdktf.out/");

        CommandOutcome second = init().with("other", "--kind", "http", "--identity", "people", "--route", "GET /a");

        assertThat(second.err()).doesNotContain(".gitignore");
        assertThat(Files.readString(project.resolve(".gitignore"))).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"environments", "lambdas"})
    void leavesNothingBehindWhenItCannotWrite(String inTheWay) throws IOException {
        Files.writeString(project.resolve(inTheWay), "a file");

        CommandOutcome outcome = init().with("dev", "--kind", "http", "--identity", "people", "--route", "GET /a");

        assertThat(outcome.exit()).isNotZero();
        assertThat(init().files()).containsExactly(inTheWay);
    }

    @Test
    void writesHostileAnswersAsTheyAre() {
        String reason = "a \"quote\", a \\, ${upper(\"x\")} %{ if true } $${x}\n# no comment\u001b[31m\u202e end";

        CommandOutcome outcome = init().with(
                        "dev",
                        "--kind",
                        "http",
                        "--identity",
                        "machine",
                        "--route",
                        "GET /a = anonymous: " + reason,
                        "--route",
                        "GET /b = ${x}/%{y} a#b/\u00e9");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).doesNotContain("\u001b").doesNotContain("\u202e");
        CommandOutcome taken = init().with(
                        "dev",
                        "--kind",
                        "http",
                        "--identity",
                        "machine",
                        "--route",
                        "GET /a = anonymous: " + reason,
                        "--route",
                        "GET /b = ${x}/%{y} a#b/c");
        assertThat(taken.exit()).as(taken.err()).isZero();
        assertThat(init().environment("dev").inputs().toString())
                .contains("anonymous=" + reason)
                .contains("scopes=[${x}/%{y}, a#b/c]");
    }

    @Test
    void startersAnswerBothKindsOfApi() throws Exception {
        init().with(
                        "dev",
                        "--kind",
                        "http",
                        "--identity",
                        "people",
                        "--route",
                        "GET /a",
                        "--function",
                        "n=node",
                        "--function",
                        "p=python");
        String rest = "{\"httpMethod\":\"GET\",\"resource\":\"/a\",\"pathParameters\":null,"
                + "\"requestContext\":{\"authorizer\":{\"claims\":{\"client_id\":\"me\",\"scope\":\"x/y z/w\"}}}}";
        String http = "{\"routeKey\":\"GET /a\",\"requestContext\":{\"authorizer\":{\"jwt\":{\"claims\":"
                + "{\"client_id\":\"me\",\"scope\":\"x/y z/w\"},\"scopes\":null}}}}";
        for (String event : List.of(rest, http)) {
            assertThat(answer(
                            "node",
                            "--input-type=module",
                            "-e",
                            "import {handler} from './lambdas/n/index.mjs';"
                                    + "console.log((await handler(JSON.parse(process.argv[1]))).body)",
                            event))
                    .isEqualTo(
                            "{\"route\":\"GET /a\",\"parameters\":{},\"caller\":\"me\",\"scopes\":[\"x/y\",\"z/w\"]}");
            assertThat(answer(
                            "python3",
                            "-B",
                            "-c",
                            "import sys, json; sys.path.insert(0, 'lambdas/p'); import app;"
                                    + "print(app.handler(json.loads(sys.argv[1]), None)['body'].replace(' ', ''))",
                            event))
                    .isEqualTo(
                            "{\"route\":\"GET/a\",\"parameters\":{},\"caller\":\"me\",\"scopes\":[\"x/y\",\"z/w\"]}");
        }
    }

    private String answer(String... command) throws Exception {
        RequiredTool.orSkip(command[0]);
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }
}
