package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is emitted refuses and lets in as its environment's file says; a fault in it does not stay hidden. */
class SmokeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void functionsCanRun() {
        RequiredTool.orSkip("node");
        RequiredTool.orSkip("python3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"books", "dev", "echo", "example", "items", "prod", "sms"})
    void findsEveryEnvironmentAsItsFileSays(String environment, @TempDir Path folder) {
        CommandOutcome outcome = smoke(environment, stacks(environment, folder, stack -> {}));

        assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out()).contains("expired", "wrong issuer", "let in").doesNotContain("WRONG");
    }

    @Test
    void seesAScopeThatIsDropped(@TempDir Path folder) {
        assertThat(spoiled("prod", folder, stack -> set(stack, "aws_api_gateway_method", "delete_book_param")
                        .putArray("authorization_scopes")
                        .add("books/read")))
                .containsPattern("DELETE /book/\\{book_id} +client .* WRONG");
    }

    @Test
    void seesAnAuthorizerThatIsDetached(@TempDir Path folder) {
        assertThat(spoiled("dev", folder, stack -> {
                    ObjectNode route = set(stack, "aws_apigatewayv2_route", "get_books");
                    route.put("authorization_type", "NONE");
                    route.remove("authorizer_id");
                    route.remove("authorization_scopes");
                }))
                .containsPattern("GET /books +no token +401 +[0-9]+ +WRONG")
                .containsPattern("GET /books +expired +401 +[0-9]+ +WRONG");
    }

    @Test
    void seesAWrongAudience(@TempDir Path folder) {
        assertThat(spoiled("dev", folder, stack -> ((ObjectNode)
                                set(stack, "aws_apigatewayv2_authorizer", "jwt").path("jwt_configuration"))
                        .putArray("audience")
                        .add("somebody-else")))
                .containsPattern("GET /books +client .* let in +401 +WRONG");
    }

    @Test
    void seesThatCorsIsMissing(@TempDir Path folder) {
        assertThat(spoiled("prod", folder, stack -> ((ObjectNode)
                                stack.path("resource").path("aws_api_gateway_method"))
                        .remove("options_books")))
                .containsPattern("OPTIONS /books +page https://[^ ]+ +let in +403 +WRONG");
    }

    @Test
    void refusesToServeWhatItCannotEnforce(@TempDir Path folder) {
        Path stacks = stacks("prod", folder, stack -> set(stack, "aws_api_gateway_method", "get_books")
                .put("authorization", "AWS_IAM"));

        CommandOutcome outcome = smoke("prod", stacks);

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("`GET /books` requires an AWS signature, which is not enforced here");
    }

    private static String spoiled(String environment, Path folder, Consumer<ObjectNode> spoil) {
        CommandOutcome outcome = smoke(environment, stacks(environment, folder, spoil));

        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(1);
        return outcome.out();
    }

    private static ObjectNode set(ObjectNode stack, String type, String name) {
        return (ObjectNode) stack.path("resource").path(type).path(name);
    }

    private static Path stacks(String environment, Path folder, Consumer<ObjectNode> spoil) {
        Path from = Synthesis.stackFolder(environment);
        Path to = folder.resolve("stacks").resolve(environment);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
            Path emitted = to.resolve("cdk.tf.json");
            ObjectNode stack = (ObjectNode) JSON.readTree(emitted.toFile());
            spoil.accept(stack);
            JSON.writeValue(emitted.toFile(), stack);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CommandOutcome smoke(String environment, Path stacks) {
        return CommandOutcome.of(
                Map.of("PATH", System.getenv("PATH"), "HOME", "/nowhere"),
                terminal -> terminal,
                List.of("smoke", "-e", environment, "--stacks", stacks, "--expect", "5xx"));
    }
}
