package dev.tollgate.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.read.KnownIds;
import dev.tollgate.gateway.token.ClientPages;
import dev.tollgate.gateway.token.KeySource;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.LocalResourceServer;
import dev.tollgate.gateway.token.PoolKeys;
import dev.tollgate.gateway.token.PoolPeople;
import dev.tollgate.gateway.token.TokenIssuer;
import dev.tollgate.gateway.token.TokenLives;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.terraform.Infrastructure;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which routes a token of a deployed pool opens, by the ids that AWS gave. */
class OpeningsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final PoolKeys KEYS = PoolKeys.generate(RANDOM);
    private static final LocalClient READER = new LocalClient(
            "1readerofaws",
            Optional.of("x"),
            List.of("client_credentials"),
            true,
            List.of("books/read"),
            List.of(),
            new TokenLives(3600, 3600, 3600),
            true,
            ClientPages.NONE);

    private static Infrastructure stack(String environment) {
        Path file = Path.of("src", "test", "resources", "golden", environment, "cdk.tf.json");
        return ConfigurationReader.read(ConfigurationFile.at(file, "cdk.tf.json"), new TreeMap<>());
    }

    private static Openings openings(String environment, KnownIds ids) {
        Infrastructure infrastructure = stack(environment);
        return Openings.of(infrastructure, SurfaceReader.read(infrastructure), ids);
    }

    private static String token(String region, String pool, String server, String scope) {
        LocalPool deployed = new LocalPool(
                region,
                pool,
                List.of(),
                List.of(new LocalResourceServer(server, List.of(scope))),
                List.of(),
                PoolPeople.PLAIN);
        return new TokenIssuer(deployed, KEYS, CLOCK, RANDOM).machine(READER, List.of(server + "/" + scope));
    }

    private static List<String> opened(Openings.Judgement judgement) {
        return judgement.openings().stream()
                .filter(Openings.Opening::opens)
                .map(Openings.Opening::route)
                .toList();
    }

    @Test
    void knowsTheIdsOfWhatIsDeployed() {
        KnownIds ids = KnownIds.given(
                new TreeMap<>(Map.of(
                        "aws_cognito_user_pool.users",
                        "eu-west-1_Deployed",
                        "aws_cognito_user_pool_client.reader",
                        READER.id())),
                Optional.empty());
        String token = token("eu-west-1", "eu-west-1_Deployed", "books", "read");

        Openings.Judgement deployed = openings("dev", ids).judge(token, issuer -> KEYS, CLOCK, RANDOM);
        Openings.Judgement local = openings("dev", KnownIds.NONE).judge(token, issuer -> KEYS, CLOCK, RANDOM);

        assertThat(deployed.signature()).isEqualTo(Openings.Signature.GOOD);
        assertThat(opened(deployed)).containsExactly("GET /book/{book_id}", "GET /books", "GET /health");
        assertThat(local.signature()).isEqualTo(Openings.Signature.NOT_CHECKED);
        assertThat(opened(local)).containsExactly("GET /health");
    }

    @Test
    void knowsThePoolThatIsMadeElsewhere() {
        String token = token("us-east-1", "us-east-1_Shared", "layerless-esbuild", "api");
        KnownIds ids = KnownIds.given(new TreeMap<>(), Optional.of("us-east-1_Shared"));

        assertThat(opened(openings("echo", ids).judge(token, issuer -> KEYS, CLOCK, RANDOM)))
                .containsExactly("POST /echo");
        assertThat(opened(openings("echo", KnownIds.NONE).judge(token, issuer -> KEYS, CLOCK, RANDOM)))
                .isEmpty();
    }

    @Test
    void judgesAllButTheSignatureWhereKeysCannotBeHad() {
        KnownIds ids = KnownIds.given(
                new TreeMap<>(Map.of("aws_cognito_user_pool.users", "eu-west-1_Deployed")), Optional.empty());
        KeySource unreachable = kid -> new KeySource.Lookup.Unreachable("nobody there");
        String token = token("eu-west-1", "eu-west-1_Deployed", "books", "read");
        Clock later = Clock.fixed(CLOCK.instant().plusSeconds(7200), ZoneOffset.UTC);

        Openings.Judgement now = openings("prod", ids).judge(token, issuer -> unreachable, CLOCK, RANDOM);
        Openings.Judgement expired = openings("prod", ids).judge(token, issuer -> unreachable, later, RANDOM);

        assertThat(now.signature()).isEqualTo(Openings.Signature.NOT_CHECKED);
        assertThat(now.note()).isEqualTo("nobody there");
        assertThat(opened(now)).containsExactly("GET /book/{book_id}", "GET /books", "GET /health");
        assertThat(opened(expired)).containsExactly("GET /health");
        assertThat(expired.openings().get(0).why()).contains("the token has expired");
    }
}
