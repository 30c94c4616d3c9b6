package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.cli.text.Terminal;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Variants;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands say of one environment in both definitions is the same to the letter, its mistakes too. */
class BothDefinitionsTest {

    private static final Path SHOP = Path.of("src", "test", "resources", "definitions", "shop.tfvars");
    private static final Path PROJECT = Path.of("target", "test-definitions-said");
    private static final String OPENAPI = "definition = \"openapi\"\n";

    @BeforeAll
    static void synthesize() throws IOException {
        RequiredTool.orSkip("node");
        String shop = Files.readString(SHOP);
        String risky = shop.replaceAll("throttle +=.*\n", "")
                .replace("\"https://shop.example.com\", \"https://www.example.com\"", "\"*\"")
                .replace(
                        "routes = {",
                        "routes = {\n  \"DELETE /all\" = { function = \"echo\", anonymous = \"nobody knows it\" }");
        Variants.in(PROJECT)
                .withFile("lambdas/echo/index.mjs", Files.readString(Path.of("lambdas", "echo", "index.mjs")))
                .with("shop-resources", shop)
                .with("shop-openapi", shop + OPENAPI)
                .with("risky-resources", risky)
                .with("risky-openapi", risky + OPENAPI)
                .synthesized();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "risky"})
    void areJudgedAlike(String environment) {
        assertThat(said(environment + "-openapi", "check"))
                .isEqualTo(said(environment + "-resources", "check"))
                .contains("environments/" + environment + ".tfvars");
    }

    @Test
    void haveMistakesThatAreFound() {
        assertThat(said("risky-openapi", "check")).contains("[cors-too-open]", "[no-throttling]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "risky"})
    void areDrawnAlike(String environment) {
        assertThat(said(environment + "-openapi", "graph", "--access"))
                .isEqualTo(said(environment + "-resources", "graph", "--access"))
                .contains("/goods");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "risky"})
    void areOneDocument(String environment) {
        assertThat(said(environment + "-openapi", "openapi"))
                .isEqualTo(said(environment + "-resources", "openapi"))
                .contains("/goods/{good_id}");
    }

    @Test
    void answerAlike() {
        assertThat(said("shop-openapi", "smoke", "--expect", "5xx"))
                .isEqualTo(said("shop-resources", "smoke", "--expect", "5xx"))
                .contains("GET /goods", "let in")
                .doesNotContain("WRONG");
    }

    /** Without what is the definition's own: its name, and what the other one costs. */
    private static String said(String environment, String command, String... more) {
        StringWriter said = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(
                command,
                "-e",
                environment,
                "--project",
                PROJECT.toString(),
                "--stacks",
                PROJECT.resolve("out").toString()));
        arguments.addAll(List.of(more));
        new Tollgate(Terminal.of(new PrintWriter(said), new PrintWriter(said), System.getenv(), false))
                .run(arguments.toArray(String[]::new));
        return said.toString()
                .replaceAll("-(openapi|resources)\\b", "")
                .lines()
                .filter(line -> !line.contains("routes-as-resources"))
                .collect(Collectors.joining("\n"));
    }
}
