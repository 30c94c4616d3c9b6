package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.cli.text.Terminal;
import dev.tollgate.model.Environment;
import dev.tollgate.pipeline.Judged;
import dev.tollgate.pipeline.Pipeline;
import dev.tollgate.testing.Golden;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What `init` writes validates and synthesizes, whatever is answered; and it never writes over anything. */
class InitTest {

    private static final Path DOCUMENTS = Path.of("src", "test", "resources", "openapi");

    @TempDir
    private Path project;

    private record Outcome(int exit, String out, String err) {}

    private Outcome run(Terminal terminal, StringWriter out, StringWriter err, String... args) {
        int exit = new Tollgate(terminal)
                .run(Stream.concat(Stream.of(args), Stream.of("--project", project.toString()))
                        .toArray(String[]::new));
        return new Outcome(exit, out.toString(), err.toString());
    }

    private Outcome run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        return run(Terminal.of(new PrintWriter(out), new PrintWriter(err), Map.of(), false), out, err, args);
    }

    private Outcome asked(String typed, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = Terminal.of(new PrintWriter(out), new PrintWriter(err), Map.of(), false)
                .asking(new BufferedReader(new StringReader(typed)));
        return run(terminal, out, err, args);
    }

    private Outcome good(String id, String... more) {
        List<String> args = new ArrayList<>(List.of("init", id, "--region", "eu-west-1"));
        args.addAll(Arrays.asList(more));
        return run(args.toArray(String[]::new));
    }

    private Environment environment(String id) {
        Judged judged = new Pipeline(project, LocalDate.of(2026, 11, 21))
                .validate(List.of(id))
                .get(0);
        assertThat(judged.blocks()).as(judged.findings().toString()).isFalse();
        return judged.environment().orElseThrow();
    }

    private List<String> files() {
        try (Stream<Path> walk = Files.walk(project)) {
            return walk.filter(file -> !file.equals(project))
                    .map(file -> project.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> identity(String who) {
        return switch (who) {
            case "existing" ->
                List.of("--identity", who, "--pool-id", "eu-west-1_AbCdEf123", "--domain-prefix", "there");
            case "ssm" -> List.of("--identity", who, "--ssm-prefix", "/shared/auth");
            case "issuer" -> List.of("--identity", who, "--issuer", "https://id.example.com/", "--audience", "a b");
            default -> List.of("--identity", who);
        };
    }

    /** Every combination of kind, identity, names of one's own and function that makes sense. */
    private List<String> combinations() {
        List<String> ids = new ArrayList<>();
        for (String kind : List.of("rest", "http", "none")) {
            for (String who : List.of("machine", "people", "existing", "ssm", "issuer")) {
                if (who.equals("issuer") && !kind.equals("http")) {
                    continue;
                }
                for (String domain : kind.equals("none") ? List.of("") : List.of("", "api", "auth", "both")) {
                    if (domain.matches("auth|both") && !who.matches("machine|people")) {
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
        Outcome outcome = good(id, args.toArray(String[]::new));
        assertThat(outcome.exit()).as(id + ": " + outcome.err()).isZero();
        return id;
    }

    @Test
    void writesWhatValidatesAndSynthesizesForEveryCombinationOfAnswers() throws IOException {
        List<String> ids = combinations();

        Outcome validated = run("validate", "--fail-on", "warning");
        assertThat(validated.exit()).as(validated.err()).isZero();
        assertThat(validated.out())
                .startsWith(ids.size() + " environments: 0 errors, 0 warnings, 0 notes, 9 suppressed");
        assertThat(Synthesis.of(project, project.resolve("out"))).hasSameSizeAs(ids);
        Outcome checked = run("check", "--stacks", project.resolve("out").toString(), "--fail-on", "warning");
        assertThat(checked.exit()).as(checked.err()).isZero();
        Golden.hold(
                Path.of("src", "test", "resources", "init", "rest-machine-both.tfvars"),
                Files.readString(project.resolve("environments").resolve("rest-machine-both.tfvars")));
    }

    @Test
    void formatsAsTerraformDoes() throws Exception {
        String terraform = RequiredTool.orSkip("terraform").toString();
        combinations();
        document("awkward.json", "rest");
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

        Outcome outcome = asked(typed, "init");

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err())
                .contains("kind of API")
                .contains("one of rest, http, none")
                .contains("a region's name, such as `eu-west-1`")
                .contains("has a path without a `/`");
        assertThat(outcome.out().lines())
                .containsExactly("environments/dev.tfvars", ".gitignore", "lambdas/api/index.mjs");
        assertThat(environment("dev").routes()).hasSize(2);
    }

    @Test
    void stopsWhenTheAnswersEnd() {
        Outcome outcome = asked("dev\nhttp\n", "init");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("input ended before the last question");
        assertThat(files()).isEmpty();
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
                "init dev --kind http --region eu-west-1 --identity people --route GET_/a=x/y | no client can obtain",
                "init dev --kind http --region eu-west-1 --identity people --route GET_/a --api-domain a.b.c | `--zone` is missing",
                "init ../dev --kind http                                                     | `../dev` cannot be an environment",
                "init common --kind http                                                     | `common` cannot be an environment"
            })
    void namesTheFlagThatIsMissingOrWrong(String args, String said) {
        Outcome outcome = run(Arrays.stream(args.split(" +", -1))
                .map(arg -> arg.replace('_', ' '))
                .toArray(String[]::new));

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains(said);
        assertThat(outcome.out()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void neverOverwrites() throws IOException {
        assertThat(good("dev", "--kind", "http", "--identity", "people", "--route", "GET /a")
                        .exit())
                .isZero();
        Files.createDirectories(project.resolve("environments/deep"));
        Files.writeString(project.resolve("environments/deep/other.tfvars.json"), "{}");
        Files.createSymbolicLink(project.resolve("environments/link.tfvars"), Path.of("nowhere"));
        String before = Files.readString(project.resolve("environments/dev.tfvars"));
        List<String> files = files();

        for (String id : List.of("dev", "other", "link")) {
            Outcome outcome = good(id, "--kind", "rest", "--identity", "machine", "--route", "GET /b");
            assertThat(outcome.exit()).as(id).isEqualTo(2);
            assertThat(outcome.err()).contains("Tollgate never overwrites a file");
        }
        assertThat(files()).isEqualTo(files);
        assertThat(Files.readString(project.resolve("environments/dev.tfvars"))).isEqualTo(before);
    }

    @Test
    void keepsTheSourceThatIsThere() throws IOException {
        Path source = Files.createDirectories(project.resolve("lambdas/api")).resolve("index.mjs");
        Files.writeString(source, "export const handler = 1;");

        Outcome outcome = good("dev", "--kind", "http", "--identity", "people", "--route", "GET /a");

        assertThat(outcome.out().lines()).containsExactly("environments/dev.tfvars", ".gitignore");
        assertThat(Files.readString(source)).isEqualTo("export const handler = 1;");
    }

    @Test
    void keepsStateAndPlansOutOfTheRepository() throws IOException {
        good("dev", "--kind", "http", "--identity", "people", "--route", "GET /a");

        assertThat(Files.readAllLines(project.resolve(".gitignore")))
                .contains("cdktf.out/", ".terraform/", "*.tfstate", "*.tfstate.*", "*.tollgate-plan");
    }

    @Test
    void addsToAGitignoreThatIsThereOnlyWhatItLacks() throws IOException {
        Files.writeString(project.resolve(".gitignore"), "node_modules/\n/cdktf.out\n*.tfstate");

        Outcome first = good("dev", "--kind", "http", "--identity", "people", "--route", "GET /a");

        assertThat(first.err())
                .contains("note: `.gitignore` was there; added to it: .terraform/, *.tfstate.*, *.tollgate-plan\n");
        String after = Files.readString(project.resolve(".gitignore"));
        assertThat(after).startsWith("node_modules/\n/cdktf.out\n*.tfstate\n#").doesNotContain("\ncdktf.out/");

        Outcome second = good("other", "--kind", "http", "--identity", "people", "--route", "GET /a");

        assertThat(second.err()).doesNotContain(".gitignore");
        assertThat(Files.readString(project.resolve(".gitignore"))).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"environments", "lambdas"})
    void leavesNothingBehindWhenItCannotWrite(String inTheWay) throws IOException {
        Files.writeString(project.resolve(inTheWay), "a file");

        Outcome outcome = good("dev", "--kind", "http", "--identity", "people", "--route", "GET /a");

        assertThat(outcome.exit()).isNotZero();
        assertThat(files()).containsExactly(inTheWay);
    }

    @Test
    void writesHostileAnswersAsTheyAre() {
        String reason = "a \"quote\", a \\, ${upper(\"x\")} %{ if true } $${x}\n# no comment\u001b[31m\u202e end";

        Outcome outcome = good(
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
        Outcome taken = good(
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
        assertThat(environment("dev").inputs().toString())
                .contains("anonymous=" + reason)
                .contains("scopes=[${x}/%{y}, a#b/c]");
    }

    static Stream<Path> good() throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTS.resolve("good"))) {
            return files.filter(file -> !file.toString().endsWith(".tfvars")).sorted().toList().stream();
        }
    }

    static Stream<Path> bad() throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTS.resolve("bad"))) {
            return files.sorted().toList().stream();
        }
    }

    private Outcome document(String file, String kind) {
        String name = file.substring(0, file.indexOf('.'));
        return good(
                name + "-" + kind,
                "--kind",
                kind,
                "--name",
                name,
                "--from-openapi",
                DOCUMENTS.resolve("good").resolve(file).toString());
    }

    @ParameterizedTest
    @MethodSource("good")
    void takesRoutesAndScopesFromADocument(Path document) throws IOException {
        String file = document.getFileName().toString();

        for (String kind : List.of("rest", "http")) {
            Outcome outcome = document(file, kind);
            assertThat(outcome.exit()).as(outcome.err()).isZero();
            String id = file.substring(0, file.indexOf('.')) + "-" + kind;
            String text = Files.readString(project.resolve("environments").resolve(id + ".tfvars"));
            Golden.hold(DOCUMENTS.resolve("good").resolve(id + ".tfvars"), text);
            assertThat(text.lines().filter(line -> line.startsWith("# NOTE: ")).map(line -> line.substring(8)))
                    .hasSameSizeAs(outcome.err()
                            .lines()
                            .filter(line -> line.startsWith("note: "))
                            .toList());
            // One by one: as two environments of one account they would take each other's names.
            Outcome validated = run("validate", "-e", id, "--fail-on", "warning");
            assertThat(validated.exit()).as(validated.err()).isZero();
        }
        assertThat(Synthesis.of(project, project.resolve("out"))).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesADocumentThatIsNone(Path document) {
        Outcome outcome = good("dev", "--kind", "http", "--from-openapi", document.toString());

        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(3);
        assertThat(outcome.err()).contains("error: `" + document.getFileName() + "` ");
        assertThat(files()).isEmpty();
    }

    @Test
    void neverMistakesABrokenDocumentForABugOfItsOwn() throws IOException {
        Random random = new Random(7);
        for (Path document : good().toList()) {
            byte[] text = Files.readAllBytes(document);
            for (int i = 0; i < 60; i++) {
                byte[] mutated = text.clone();
                int from = random.nextInt(text.length);
                int length = 1 + random.nextInt(i < 30 ? 3 : 40);
                for (int at = from; at < Math.min(from + length, text.length); at++) {
                    mutated[at] = " {}[]:,\"'&*!-#$\t\n0a".getBytes(StandardCharsets.UTF_8)[random.nextInt(19)];
                }
                Path file = Files.write(project.resolve("mutated" + document.getFileName()), mutated);
                List<String> kind = i % 2 == 0 ? List.of("rest", "--account-role", "no") : List.of("http");
                List<String> args = new ArrayList<>(List.of("--from-openapi", file.toString(), "--kind"));
                args.addAll(kind);
                Outcome outcome =
                        good("m" + i + "-" + document.getFileName().toString().charAt(0), args.toArray(String[]::new));
                assertThat(outcome.exit())
                        .as(() -> outcome.err() + new String(mutated, StandardCharsets.UTF_8))
                        .isIn(0, 2, 3);
            }
        }
        Outcome validated = run("validate", "--fail-on", "warning");
        assertThat(validated.exit()).as(validated.err()).isZero();
    }

    @Test
    void saysWhichDocumentIsNotThere() {
        Outcome outcome = good("dev", "--kind", "http", "--from-openapi", "nowhere.yaml");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("cannot read `nowhere.yaml`");
    }

    @Test
    void readsALargeDocument() throws IOException {
        StringBuilder text = new StringBuilder("openapi: 3.0.0\ninfo: {title: t, version: v}\npaths:\n");
        for (int i = 0; i < 290; i++) {
            text.append("  /p")
                    .append(i)
                    .append(": {get: {security: [{o: [s/n")
                    .append(i % 60)
                    .append("]}]}}\n");
        }
        text.append("components:\n  securitySchemes: {o: {type: openIdConnect}}\n  schemas:\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("    S").append(i).append(": {type: object, properties: {id: {type: string}}}\n");
        }
        Path file = Files.writeString(project.resolve("large.yaml"), text);

        Outcome outcome = good("dev", "--kind", "http", "--from-openapi", file.toString());

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(environment("dev").routes()).hasSize(290);
        assertThat(environment("dev").clients()).hasSize(2);
        assertThat(environment("dev").functions()).hasSize(8);
    }

    @Test
    void startersAnswerBothKindsOfApi() throws Exception {
        good(
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
