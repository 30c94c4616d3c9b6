package dev.tollgate.gateway.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.finding.UserError;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs and Java functions, which ask the Runtime API for events. */
class OwnRuntimesTest {

    private static final Path FUNCTIONS = Path.of("src", "test", "resources", "functions");

    @TempDir
    private Path temp;

    @Test
    void handsEventsToAProgram() {
        try (Runs runs = Runs.of(program("echo"))) {
            assertThat(runs.invoke("{\"a\":\"ü€😀\"}")).isEqualTo(new Invocation.Answered("{\"a\":\"ü€😀\"}"));
            assertThat(runs.invoke("[2]")).isEqualTo(new Invocation.Answered("[2]"));
            // What it prints comes another way than its answers, which may be later.
            Runs.await(() -> runs.log.contains("starting"));
            assertThat(runs.log).containsOnlyOnce("starting");
        }
    }

    @Test
    void tellsAProgramWhatLambdaTellsIt() {
        try (Runs runs = Runs.of(program("told"))) {
            JsonNode told = Runs.json(runs.invoke("{}"));

            assertThat(told.path("root").asBoolean()).isTrue();
            assertThat(told.path("Lambda-Runtime-Aws-Request-Id").asText()).hasSize(36);
            assertThat(told.path("Lambda-Runtime-Invoked-Function-Arn").asText())
                    .isEqualTo("arn:aws:lambda:eu-west-1:123456789012:function:dev-program");
            assertThat(told.path("Lambda-Runtime-Deadline-Ms").asText()).matches("[0-9]{13}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failing    | Shop.SoldOut                  | sold out",
                "speechless | Shop.Mute                     | no JSON",
                "unloadable | Shop.NoCatalogue              | no catalogue",
                "large      | Function.ResponseSizeTooLarge | Response payload size exceeded maximum allowed payload"
                        + " size (6291556 bytes)."
            })
    void saysWhatAProgramSaysOfItsFailure(String handler, String type, String message) {
        try (Runs runs = Runs.of(program(handler))) {
            assertThat(runs.invoke("{}")).isInstanceOfSatisfying(Invocation.Failed.class, failed -> {
                assertThat(failed.type()).isEqualTo(type);
                assertThat(failed.message()).isEqualTo(message);
            });
            assertThat(runs.log).contains(type + ": " + message);
        }
    }

    @ParameterizedTest
    @CsvSource({"gone, 7", "dying, 3"})
    void saysThatAProgramEnded(String handler, int exit) {
        try (Runs runs = Runs.of(program(handler))) {
            assertThat(runs.invoke("{}"))
                    .isInstanceOfSatisfying(Invocation.Crashed.class, crashed -> assertThat(crashed.exit())
                            .isEqualTo(exit));
        }
    }

    @Test
    void takesOneOutcomeOfEachEvent() {
        try (Runs runs = Runs.of(program("stranger"))) {
            assertThat(runs.invoke("{}")).isEqualTo(new Invocation.Answered("2"));
            Runs.await(() -> runs.log.contains("status 400"));
            assertThat(runs.log).contains("status 400 404");
        }
    }

    @Test
    void refusesAProgramThatNobodyMayExecute() throws IOException {
        Files.writeString(temp.resolve("bootstrap"), "#!/bin/sh\n");

        assertThatThrownBy(() -> Runs.of(function(temp, "none", "provided.al2023", Map.of())))
                .isInstanceOf(UserError.class)
                .hasMessage("function `dev-program` has no `bootstrap` that can be executed, which `provided.al2023`"
                        + " starts");
    }

    @Test
    void runsAJavaFunctionByLambdasOwnClient() throws IOException {
        compile(temp);
        try (Runs runs = Runs.of(function(temp, "ShopHandler::handleRequest", "java17", Map.of()))) {
            JsonNode answer = Runs.json(runs.invoke("{\"title\":\"Dune\"}"));

            assertThat(answer.path("title").asText()).as(runs.log.toString()).isEqualTo("Dune");
            assertThat(answer.path("millis").asBoolean()).isTrue();
            Runs.await(() -> runs.log.stream().anyMatch(line -> line.contains("called")));
            assertThat(runs.invoke("{\"fail\":1}")).isInstanceOfSatisfying(Invocation.Failed.class, failed -> {
                assertThat(failed.type()).isEqualTo("java.lang.IllegalArgumentException");
                assertThat(failed.message()).isEqualTo("sold out");
                assertThat(failed.trace()).first().asString().contains("ShopHandler.handleRequest");
            });
            assertThat(Runs.json(runs.invoke("{}")).path("title").asText()).isEqualTo("none");
            assertThat(runs.invoke("{\"fill\":1}")).isEqualTo(new Invocation.OutOfMemory(128));
        }
    }

    @ParameterizedTest
    @CsvSource({"ShopHandler, broken", "Absent, Class not found: Absent"})
    void saysWhyAJavaFunctionIsNotLoaded(String handler, String message) throws IOException {
        compile(temp);
        try (Runs runs = Runs.of(function(temp, handler, "java17", Map.of("BROKEN", "1")))) {
            assertThat(runs.invoke("{}"))
                    .isInstanceOfSatisfying(Invocation.Failed.class, failed -> assertThat(failed.message())
                            .contains(message));
        }
    }

    static void compile(Path folder) throws IOException {
        Path core = Path.of(System.getenv("HOME"), ".m2/repository/com/amazonaws/aws-lambda-java-core");
        try (Stream<Path> jars = Files.walk(core)) {
            Path jar = jars.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
            int exit = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-cp",
                            jar.toString(),
                            "-d",
                            folder.toString(),
                            FUNCTIONS.resolve("java/ShopHandler.java").toString());
            assertThat(exit).isZero();
        }
    }

    static LocalFunction program(String handler) {
        RequiredTool.orSkip("python3");
        return function(FUNCTIONS.resolve("program"), handler, "provided.al2023", Map.of());
    }

    private static LocalFunction function(
            Path folder, String handler, String runtime, Map<String, String> environment) {
        SortedMap<String, String> variables = new TreeMap<>(environment);
        return new LocalFunction("dev-program", folder, handler, runtime, 128, Runs.PATIENCE, variables);
    }
}
