package dev.tollgate.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.GateTable;
import dev.tollgate.model.AccessLog;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Authorization;
import dev.tollgate.model.Authorizer;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import dev.tollgate.model.RouteKey;
import dev.tollgate.model.Target;
import dev.tollgate.model.UserPool;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReachabilityTest {

    private static final AppClient MACHINE = client("machine", List.of("client_credentials"), List.of(), "api/read");
    private static final AppClient PEOPLE = client("people", List.of(), List.of("USER_SRP"));
    private static final AppClient WEB = client("web", List.of("code"), List.of(), "openid", "api/read");

    @Test
    void letsIdTokensPassOnRestWithoutScopes() {
        assertThat(tokens(ApiKind.REST, new Authorization.Authenticated()))
                .containsExactly("people ID InitiateAuth", "web ID code");
    }

    @Test
    void letsEveryTokenPassOnHttpWithoutScopes() {
        assertThat(tokens(ApiKind.HTTP, new Authorization.Authenticated()))
                .containsExactly(
                        "machine ACCESS client_credentials",
                        "people ID InitiateAuth",
                        "people ACCESS InitiateAuth",
                        "web ID code",
                        "web ACCESS code");
    }

    @Test
    void letsAccessTokensWithTheScopePassOnBoth() {
        Authorization scoped = new Authorization.Scoped(List.of("api/read", "api/write"));

        assertThat(tokens(ApiKind.REST, scoped))
                .containsExactly("machine ACCESS client_credentials", "web ACCESS code");
        assertThat(tokens(ApiKind.HTTP, scoped)).isEqualTo(tokens(ApiKind.REST, scoped));
    }

    @Test
    void knowsTheOneScopeOfInitiateAuth() {
        assertThat(tokens(ApiKind.REST, new Authorization.Scoped(List.of("aws.cognito.signin.user.admin"))))
                .containsExactly("people ACCESS InitiateAuth");
    }

    @Test
    void saysNothingOfAnotherIssuer() {
        Authorizer external = new Authorizer(
                Optional.empty(),
                Optional.of(new Authorizer.ExternalIssuer("https://login.example.com/", List.of("books"))),
                Optional.empty());

        Reachability reachability = Reachability.of(
                environment(ApiKind.HTTP, new Authorization.Authenticated(), external, MACHINE, PEOPLE, WEB));

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
        Authorization authorization =
                cell.scopes().isEmpty() ? new Authorization.Authenticated() : new Authorization.Scoped(cell.scopes());
        AppClient other = client("other", List.of("client_credentials"), List.of(), "orders/other");
        AppClient read = client("read", List.of("client_credentials"), List.of(), "orders/read");
        String token =
                switch (cell.shown()) {
                    case "read" -> "read ACCESS client_credentials";
                    case "other scope" -> "other ACCESS client_credentials";
                    default -> "people ID InitiateAuth";
                };

        List<String> passing = tokens(ApiKind.valueOf(cell.api()), authorization, read, other, PEOPLE);

        assertThat(passing.contains(token)).isEqualTo(cell.passes());
    }

    private static List<String> tokens(ApiKind kind, Authorization authorization) {
        return tokens(kind, authorization, MACHINE, PEOPLE, WEB);
    }

    private static List<String> tokens(ApiKind kind, Authorization authorization, AppClient... clients) {
        Authorizer cognito = new Authorizer(Optional.empty(), Optional.empty(), Optional.empty());
        return Reachability.of(environment(kind, authorization, cognito, clients)).routes().get(0).tokens().stream()
                .map(token -> token.client().id() + " " + token.use() + " "
                        + token.grant().word())
                .toList();
    }

    private static Environment environment(
            ApiKind kind, Authorization authorization, Authorizer authorizer, AppClient... clients) {
        return new Environment(
                "dev",
                "books",
                "eu-west-1",
                kind,
                "dev",
                Optional.of(new UserPool.Created(Optional.empty(), Optional.of("books"), true, false, "OFF")),
                List.of(),
                List.of(clients),
                authorizer,
                List.of(),
                List.of(),
                List.of(new Route(RouteKey.parse("GET /books"), new Target.Function("books"), authorization)),
                Optional.empty(),
                Optional.empty(),
                false,
                new AccessLog(7, "OFF", false, Optional.empty()),
                Optional.empty(),
                List.of(),
                List.of(),
                new TreeMap<>());
    }

    private static AppClient client(String id, List<String> oauthFlows, List<String> authFlows, String... scopes) {
        return new AppClient(
                id,
                oauthFlows,
                authFlows,
                List.of(scopes),
                oauthFlows.contains("client_credentials"),
                List.of("https://app.example.com/"),
                List.of(),
                60,
                60,
                30);
    }
}
