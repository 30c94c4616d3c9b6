package dev.tollgate.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.GateTable;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.tfvars.EnvironmentReader;
import dev.tollgate.tfvars.Reading;
import dev.tollgate.tfvars.TfvarsReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReachabilityTest {

    private static final String MACHINE =
            "machine = { oauth_flows = [\"client_credentials\"], scopes = [\"api/read\"] }";
    private static final String PEOPLE = "people = { auth_flows = [\"USER_SRP\"] }";
    private static final String WEB = "web = { oauth_flows = [\"code\"], scopes = [\"openid\", \"api/read\"],"
            + " callback_urls = [\"https://app.example.com/\"] }";

    private static final String NOTHING_MORE = "";

    @Test
    void letsIdTokensPassOnRestWithoutScopes() {
        assertThat(tokens(ApiKind.REST, NOTHING_MORE)).containsExactly("people ID InitiateAuth", "web ID code");
    }

    @Test
    void letsEveryTokenPassOnHttpWithoutScopes() {
        assertThat(tokens(ApiKind.HTTP, NOTHING_MORE))
                .containsExactly(
                        "machine ACCESS client_credentials",
                        "people ID InitiateAuth",
                        "people ACCESS InitiateAuth",
                        "web ID code",
                        "web ACCESS code");
    }

    @Test
    void letsAccessTokensWithTheScopePassOnBoth() {
        String scoped = "scopes = [\"api/read\", \"api/write\"]";

        assertThat(tokens(ApiKind.REST, scoped))
                .containsExactly("machine ACCESS client_credentials", "web ACCESS code");
        assertThat(tokens(ApiKind.HTTP, scoped)).isEqualTo(tokens(ApiKind.REST, scoped));
    }

    @Test
    void knowsTheOneScopeOfInitiateAuth() {
        assertThat(tokens(ApiKind.REST, "scopes = [\"aws.cognito.signin.user.admin\"]"))
                .containsExactly("people ACCESS InitiateAuth");
    }

    @Test
    void saysNothingOfAnotherIssuer() {
        Reachability reachability = Reachability.of(environment("""
                name = "books"
                region = "eu-west-1"
                api_type = "http"
                authorizer = { issuer = "https://login.example.com/", audience = ["books"] }
                functions = { books = { existing = "books" } }
                routes = { "GET /books" = { function = "books" } }
                """));

        assertThat(reachability.isKnown()).isFalse();
        assertThat(reachability.routes()).isEmpty();
    }

    static Stream<GateTable.Cell> cells() {
        return GateTable.cells().stream()
                .filter(cell -> cell.isOfAFile() && !cell.access().equals("nothing"))
                .filter(cell -> List.of("read", "other scope", "id").contains(cell.shown()));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void letsPassWhatTheTableLetsPass(GateTable.Cell cell) {
        String demand =
                cell.scopes().isEmpty() ? NOTHING_MORE : "scopes = [\"" + String.join("\", \"", cell.scopes()) + "\"]";
        String other = "other = { oauth_flows = [\"client_credentials\"], scopes = [\"orders/other\"] }";
        String read = "read = { oauth_flows = [\"client_credentials\"], scopes = [\"orders/read\"] }";
        String token =
                switch (cell.shown()) {
                    case "read" -> "read ACCESS client_credentials";
                    case "other scope" -> "other ACCESS client_credentials";
                    default -> "people ID InitiateAuth";
                };

        List<String> passing = tokens(ApiKind.valueOf(cell.api()), demand, read, other, PEOPLE);

        assertThat(passing.contains(token)).isEqualTo(cell.passes());
    }

    private static List<String> tokens(ApiKind kind, String demand) {
        return tokens(kind, demand, MACHINE, PEOPLE, WEB);
    }

    private static List<String> tokens(ApiKind kind, String demand, String... clients) {
        Environment environment = environment("""
                name = "books"
                region = "eu-west-1"
                api_type = "%s"
                user_pool = { domain_prefix = "books" }
                resource_servers = {
                  api = { scopes = { read = "Read", write = "Write" } }
                  orders = { scopes = { read = "Read", other = "Other" } }
                }
                clients = { %s }
                functions = { books = { existing = "books" } }
                routes = { "GET /books" = { function = "books", %s } }
                access_log = { account_role = false }
                """.formatted(kind.word(), String.join(", ", clients), demand));
        return Reachability.of(environment).routes().get(0).tokens().stream()
                .map(token -> token.client().id() + " " + token.use() + " "
                        + token.grant().word())
                .toList();
    }

    private static Environment environment(String text) {
        Reading reading = EnvironmentReader.read(
                "dev", List.of(TfvarsReader.parse("dev.tfvars", text.getBytes(StandardCharsets.UTF_8))));
        return reading.environment().orElseThrow();
    }
}
