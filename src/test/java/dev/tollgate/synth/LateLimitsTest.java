package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.testing.Folder;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.tfvars.EnvironmentReader;
import dev.tollgate.tfvars.Reading;
import dev.tollgate.tfvars.TfvarsReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Terraform itself says of values that a var file brings: no provider is needed to be asked that. */
class LateLimitsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String FILE = """
            name = "books"
            region = "eu-west-1"
            api_type = "http"
            description = "Books"
            tags = { Team = "library" }
            user_pool = { domain_prefix = "books-dev" }
            resource_servers = { api = { scopes = { all = "All" } } }
            clients = {
              web = { oauth_flows = ["code"], scopes = ["openid", "api/all"], callback_urls = ["https://app.example.com/in"] }
              machine = { oauth_flows = ["client_credentials"], scopes = ["api/all"] }
            }
            functions = { books = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12" } }
            routes = { "GET /books" = { function = "books", scopes = ["api/all"] } }
            throttle = { rate = 10, burst = 5 }
            suppress = [{ rule = "unused-scope", subject = "resource_servers.api", reason = "for later" }]
            """;

    @TempDir
    private Path folder;

    /** The plan of the stack's variables alone, with {@code late} in a var file. */
    private String plan(String file, String late) throws IOException, InterruptedException {
        Reading reading = EnvironmentReader.read(
                "dev", List.of(TfvarsReader.parse("dev.tfvars", file.getBytes(StandardCharsets.UTF_8))));
        ObjectNode stack = JSON.createObjectNode();
        new Inputs().declare(stack, reading.environment().orElseThrow());
        Folder written = new Folder(folder);
        written.write("variables.tf.json", JSON.writeValueAsString(stack));
        written.write("late.tfvars", late);
        Process process = new ProcessBuilder(
                        RequiredTool.orSkip("terraform").toString(),
                        "plan",
                        "-no-color",
                        "-input=false",
                        "-var-file=late.tfvars")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(said.contains("Error:") ? 1 : 0);
        return said.replaceAll("\\s*\n[│ ]*", " ");
    }

    private static String web(String attributes) {
        return FILE.substring(FILE.indexOf("clients"), FILE.indexOf("functions"))
                .replace("callback_urls = [\"https://app.example.com/in\"]", attributes);
    }

    @Test
    void takesWhatTheFileItselfMayHave() throws IOException, InterruptedException {
        assertThat(plan(
                        FILE,
                        web("callback_urls = [\"myapp://in\", \"http://localhost:3000/in\"], access_token_minutes = 5")
                                + "tags = { Team = \"books\", other = \"\" }\nthrottle = { rate = 20, burst = 7 }\n"))
                .contains("No changes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "callback_urls = [\"http://evil.example/cb#frag\"]   | clients.*.callback_urls",
                "callback_urls = [\"https://app.example.com/#in\"]   | clients.*.callback_urls",
                "callback_urls = [\"http://localhost.evil.example\"] | clients.*.callback_urls",
                "callback_urls = [\"https://*.example.com\"]         | clients.*.callback_urls",
                "callback_urls = []                                  | clients.*.callback_urls",
                "callback_urls = [\"https://a.example\"], logout_urls = [\"http://a.example\"] | clients.*.logout_urls",
                "callback_urls = [\"https://a.example\"], access_token_minutes = 4   | clients.*.access_token_minutes",
                "callback_urls = [\"https://a.example\"], refresh_token_days = 1.5   | clients.*.refresh_token_days",
                "callback_urls = [\"https://a.example\"], name = \"what?\"           | clients.*.name"
            })
    void refusesALateValueOfAClientThatTheFileMayNotHave(String attributes, String path)
            throws IOException, InterruptedException {
        assertThat(plan(FILE, web(attributes)))
                .contains("Invalid value for variable", "`" + path + "` has a value that is not allowed; allowed: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tags = { Team = \"a\", team = \"b\" }     | names that differ by more than case",
                "tags = { \"aws:x\" = \"a\" }              | not beginning with `aws:`",
                "tags = { Team = \"a;b\" }                 | at most 256 letters",
                "throttle = { rate = 0, burst = 5 }        | `throttle.rate`",
                "access_log = { retention_days = 8 }       | `access_log.retention_days`",
                "user_pool = { domain_prefix = \"books-dev\", password_minimum_length = 5 } | 6 to 99 characters",
                "resource_servers = { api = { scopes = { all = \"\" } } } | a description of 1 to 256 characters",
                "functions = { books = { source = \"lambdas/books\", handler = \"app.handler\", runtime = \"python2.7\" } } | `functions.*.runtime`",
                "functions = { books = { source = \"lambdas/books\", handler = \"a b\", runtime = \"python3.12\" } } | `functions.*.handler`",
                "suppress = [{ rule = \"unused-scope\", subject = \"x\", reason = \"for later\", expires = \"soon\" }] | a day such as"
            })
    void refusesALateValueThatTheFileMayNotHave(String late, String said) throws IOException, InterruptedException {
        assertThat(plan(FILE, late + "\n")).contains("Invalid value for variable", said);
    }

    @Test
    void refusesALateTextThatIsTooLong() throws IOException, InterruptedException {
        assertThat(plan(FILE, "description = \"" + "é".repeat(1025) + "\"\n")).contains("at most 1024 characters");
        assertThat(plan(FILE, "description = \"" + "é".repeat(1024) + "\"\n")).contains("No changes");
    }

    /** Somebody whose quota was raised has said so, and is not stopped by Terraform instead. */
    @Test
    void holdsNobodyToALimitThatTheFileExceedsBySuppression() throws IOException, InterruptedException {
        assertThat(plan(FILE.replace("rate = 10,", "rate = 2000000,"), "tags = {}\n"))
                .contains("No changes");
    }
}
