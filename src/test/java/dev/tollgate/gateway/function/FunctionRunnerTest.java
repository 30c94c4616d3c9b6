package dev.tollgate.gateway.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.finding.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real Node.js and real Python, in every way a handler can answer or fail. */
class FunctionRunnerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "node   | handlers.echo                 | {\"a\":[1,null,\"ü€😀\"]} | {\"a\":[1,null,\"ü€😀\"]}",
                "node   | handlers.nothing              | {} | null",
                "node   | handlers.sync                 | {} | null",
                "node   | handlers.called               | {} | {\"called\":true}",
                "node   | handlers.succeeded            | {} | \"old\"",
                "node   | handlers.hurried              | {} | \"at once\"",
                "node   | handlers.never                | {} | null",
                "node   | handlers.nested.inner.handler | {} | \"nested\"",
                "node   | common.handler                | {} | \"common.js\"",
                "node   | ./common.other.handler        | {} | \"other\"",
                "node   | handlers.printed              | {} | \"printed\"",
                "python | handlers.echo                 | {\"a\":[1,null,\"ü€😀\"]} | {\"a\": [1, null, \"ü€😀\"]}",
                "python | handlers.nothing              | {} | null",
                "python | handlers.number               | {} | [3, 2.5]",
                "python | inner/app.handler             | {} | \"inner\"",
                "python | inner.app.handler             | {} | \"inner\"",
                "python | handlers.printed              | {} | \"printed\""
            })
    void answers(String language, String handler, String event, String answer) {
        try (Runs runs = Runs.of(language, handler)) {
            assertThat(runs.invoke(event)).isEqualTo(new Invocation.Answered(answer));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "node   | handlers.refused        | {} | TypeError  | called back",
                "node   | handlers.thrown         | {} | RangeError | out of range",
                "node   | handlers.text           | {} | string     | only text",
                "node   | handlers.circular       | {} | Error      | Unable to stringify response body",
                "node   | handlers.large          | {\"size\":6291557} | Function.ResponseSizeTooLarge"
                        + " | Response payload size exceeded maximum allowed payload size (6291556 bytes).",
                "node   | handlers.unhandled      | {} | Runtime.UnhandledPromiseRejection | Error: nobody listens",
                "node   | handlers.uncaught       | {} | Error      | thrown later",
                "node   | handlers.absent         | {} | Runtime.HandlerNotFound"
                        + " | handlers.absent is undefined or not exported",
                "node   | handlers.number         | {} | Runtime.HandlerNotFound"
                        + " | handlers.number is undefined or not exported",
                "node   | absent.handler          | {} | Runtime.ImportModuleError | Error: Cannot find module 'absent'",
                "node   | broken.handler          | {} | Runtime.UserCodeSyntaxError | SyntaxError: Unexpected token '=>'",
                "node   | throws.handler          | {} | RangeError | while loading",
                "python | handlers.thrown         | {} | LookupError | out of range",
                "python | handlers.unserializable | {} | Runtime.MarshalError"
                        + " | Unable to marshal response: Object of type set is not JSON serializable",
                "python | handlers.infinite       | {} | Runtime.MarshalError"
                        + " | Unable to marshal response: Out of range float values are not JSON compliant",
                "python | handlers.large          | {\"size\":6291555} | Function.ResponseSizeTooLarge"
                        + " | Response payload size exceeded maximum allowed payload size (6291556 bytes).",
                "python | handlers.absent         | {} | Runtime.HandlerNotFound"
                        + " | Handler 'absent' missing on module 'handlers'",
                "python | absent.handler          | {} | Runtime.ImportModuleError"
                        + " | Unable to import module 'absent': No module named 'boto3_absent'",
                "python | handlers                | {} | Runtime.MalformedHandlerName"
                        + " | Bad handler 'handlers': not enough values to unpack (expected 2, got 1)",
                "python | throws.handler          | {} | LookupError | while loading"
            })
    void saysWhatFailed(String language, String handler, String event, String type, String message) {
        try (Runs runs = Runs.of(language, handler)) {
            assertThat(runs.invoke(event)).isInstanceOfSatisfying(Invocation.Failed.class, failed -> {
                assertThat(failed.type()).isEqualTo(type);
                assertThat(failed.message()).isEqualTo(message);
            });
            assertThat(runs.log).contains(type + ": " + message);
        }
    }

    @Test
    void saysWhereSomethingFailed() {
        try (Runs node = Runs.of("node", "handlers.thrown");
                Runs python = Runs.of("python", "handlers.thrown")) {
            assertThat(((Invocation.Failed) node.invoke("{}")).trace())
                    .first()
                    .asString()
                    .contains("handlers.mjs:28");
            assertThat(((Invocation.Failed) python.invoke("{}")).trace())
                    .singleElement()
                    .asString()
                    .contains("handlers.py\", line 30, in thrown");
        }
    }

    @Test
    void saysOfPythonWhichLineIsNoPython() {
        try (Runs runs = Runs.of("python", "broken.handler")) {
            assertThat(runs.invoke("{}")).isInstanceOfSatisfying(Invocation.Failed.class, failed -> {
                assertThat(failed.type()).isEqualTo("Runtime.UserCodeSyntaxError");
                assertThat(failed.message()).contains("'broken'").contains("broken.py, line 1");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "node, handlers.exit, 0",
        "node, handlers.exit, 3",
        "node, leaves.handler, 7",
        "python, handlers.exit, 0",
        "python, handlers.exit, 3",
        "python, handlers.leave, 4"
    })
    void tellsAnExitFromAnAnswer(String language, String handler, int code) {
        try (Runs runs = Runs.of(language, handler)) {
            assertThat(runs.invoke("{\"code\":" + code + "}"))
                    .isInstanceOfSatisfying(Invocation.Crashed.class, crashed -> assertThat(crashed.exit())
                            .isEqualTo(code));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"node", "python"})
    void endsAHandlerThatMeddlesWithItsChannel(String language) {
        try (Runs runs = Runs.of(language, "handlers.meddles")) {
            assertThat(runs.invoke("{}")).isInstanceOf(Invocation.Crashed.class);
            assertThat(runs.invoke("{}")).isInstanceOf(Invocation.Crashed.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"node, handlers.memory", "python, handlers.memory"})
    void tellsThatMemoryRanOut(String language, String handler) {
        try (Runs runs = Runs.of(language, handler)) {
            assertThat(runs.invoke("{}")).isEqualTo(new Invocation.OutOfMemory(128));
        }
    }

    @ParameterizedTest
    @CsvSource({"node, handlers.hang", "node, handlers.idle", "python, handlers.hang"})
    void endsAHandlerThatHangs(String language, String handler) {
        Duration brief = Duration.ofMillis(300);
        try (Runs runs = Runs.of(Runs.function(language, handler, brief))) {
            assertThat(runs.invoke("{}")).isEqualTo(new Invocation.TimedOut(brief));
            assertThat(runs.invoke("{}", Duration.ofMillis(200)))
                    .isEqualTo(new Invocation.TimedOut(Duration.ofMillis(200)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"node", "python"})
    void carriesLargeEventsBothWays(String language) {
        String event = "\"" + "x".repeat(6_291_554) + "\"";
        try (Runs runs = Runs.of(language, "handlers.echo")) {
            assertThat(runs.invoke(event)).isEqualTo(new Invocation.Answered(event));
        }
    }

    @Test
    void passesOnWhatIsPrintedWithoutItsControlCharacters() {
        try (Runs node = Runs.of("node", "handlers.printed");
                Runs python = Runs.of("python", "handlers.printed")) {
            node.invoke("{}");
            python.invoke("{}");
            Runs.await(() -> node.log.size() >= 3 && python.log.size() >= 4);

            assertThat(node.log)
                    .endsWith("to stdout", "to stderr", "A\\u0000\\u0000\\u0000\\u0002\"x\"\\u001b[31mred\\u202e");
            assertThat(python.log)
                    .endsWith(
                            "to stdout",
                            "to stderr",
                            "from a child",
                            "A\\u0000\\u0000\\u0000\\u0002\"x\"\\u001b[31mred");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "node, sdk.handler, `@aws-sdk/*` is built into Lambda's Node.js but not into this one",
        "node, handlers.absent, ''"
    })
    void saysWhatLambdaWouldHaveBrought(String language, String handler, String line) {
        try (Runs runs = Runs.of(language, handler)) {
            runs.invoke("{}");

            assertThat(String.join("\n", runs.log)).contains(line);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"node", "python"})
    void givesAFunctionItsEnvironmentAndNothingOfOurs(String language) {
        try (Runs runs = Runs.of(language, "handlers.environment")) {
            JsonNode environment = Runs.json(runs.invoke("{}"));

            assertThat(names(environment))
                    .filteredOn(name ->
                            !List.of("PWD", "SHLVL", "_", "OLDPWD", "LC_CTYPE").contains(name))
                    .containsExactly(
                            "AWS_ACCESS_KEY_ID",
                            "AWS_CONFIG_FILE",
                            "AWS_DEFAULT_REGION",
                            "AWS_EC2_METADATA_DISABLED",
                            "AWS_EXECUTION_ENV",
                            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                            "AWS_LAMBDA_FUNCTION_NAME",
                            "AWS_LAMBDA_FUNCTION_VERSION",
                            "AWS_LAMBDA_INITIALIZATION_TYPE",
                            "AWS_LAMBDA_LOG_GROUP_NAME",
                            "AWS_LAMBDA_LOG_STREAM_NAME",
                            "AWS_REGION",
                            "AWS_SECRET_ACCESS_KEY",
                            "AWS_SHARED_CREDENTIALS_FILE",
                            "GREETING",
                            "HOME",
                            "LAMBDA_TASK_ROOT",
                            "LANG",
                            "PATH",
                            "TZ",
                            "_HANDLER");
            assertThat(environment.path("AWS_ACCESS_KEY_ID").asText()).isEqualTo("local");
            assertThat(environment.path("AWS_LAMBDA_FUNCTION_NAME").asText()).isEqualTo("dev-" + language);
            assertThat(environment.path("GREETING").asText()).isEqualTo("hello");
        }
    }

    private static List<String> names(JsonNode object) {
        return new ObjectMapper()
                .convertValue(object, new TypeReference<TreeMap<String, String>>() {}).keySet().stream()
                        .toList();
    }

    @Test
    void givesAHandlerItsContext() {
        try (Runs node = Runs.of("node", "handlers.context");
                Runs python = Runs.of("python", "handlers.context")) {
            JsonNode ofNode = Runs.json(node.invoke("{}"));
            JsonNode ofPython = Runs.json(python.invoke("{}"));

            assertThat(ofNode.path("functionName").asText()).isEqualTo("dev-node");
            assertThat(ofNode.path("memoryLimitInMB").asText()).isEqualTo("128");
            assertThat(ofNode.path("invokedFunctionArn").asText())
                    .isEqualTo("arn:aws:lambda:eu-west-1:123456789012:function:dev-node");
            assertThat(UUID.fromString(ofNode.path("awsRequestId").asText())).isNotNull();
            assertThat(ofNode.path("remaining").asLong()).isBetween(1L, Runs.PATIENCE.toMillis());
            assertThat(names(ofPython))
                    .containsExactly(
                            "aws_request_id",
                            "client_context",
                            "function_name",
                            "function_version",
                            "identity",
                            "invoked_function_arn",
                            "log_group_name",
                            "log_stream_name",
                            "memory_limit_in_mb",
                            "remaining");
            assertThat(ofPython.path("remaining").asLong()).isBetween(1L, Runs.PATIENCE.toMillis());
        }
    }

    @ParameterizedTest
    @CsvSource({"dotnet8", "ruby3.3", "nodejs", "python"})
    void refusesARuntimeThatItDoesNotRun(String runtime) {
        LocalFunction function = new LocalFunction(
                "dev-x", Path.of("."), "x.handler", runtime, 128, Duration.ofSeconds(3), new TreeMap<>());

        assertThatThrownBy(() -> Runs.of(function))
                .isInstanceOf(UserError.class)
                .hasMessage("function `dev-x` has runtime `" + runtime
                        + "`, which does not run locally: only `nodejs`, `python`, `java` and `provided` do");
    }

    @ParameterizedTest
    @CsvSource({"nodejs20.x, node", "python3.12, python3"})
    void refusesWithoutTheInterpreter(String runtime, String program, @TempDir Path folder) {
        LocalFunction function =
                new LocalFunction("dev-x", folder, "x.handler", runtime, 128, Duration.ofSeconds(3), new TreeMap<>());
        FunctionSurroundings nothing = new FunctionSurroundings(
                "eu-west-1", "123456789012", Optional.empty(), Optional.empty(), folder.toString(), folder.toString());

        assertThatThrownBy(() -> new FunctionRunner(
                        function, nothing, 1, Optional.empty(), (name, line) -> {}, UUID::randomUUID))
                .isInstanceOf(UserError.class)
                .hasMessage("function `dev-x` needs `" + program + "`, which cannot be started here");
    }
}
