package dev.tollgate.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.engine.GatewayApi;
import dev.tollgate.gateway.read.ApiReader;
import dev.tollgate.gateway.read.LocalNames;
import dev.tollgate.graph.AccessMatrix;
import dev.tollgate.graph.CallersReader;
import dev.tollgate.openapi.OpenApiDocument;
import dev.tollgate.openapi.Server;
import dev.tollgate.openapi.ServerUrls;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.testing.Golden;
import dev.tollgate.testing.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One environment in both definitions: what is emitted for each, and that both amount to the same. */
class DefinitionsTest {

    private static final Path CASES = Path.of("src", "test", "resources", "definitions");
    private static final Path PROJECT = Path.of("target", "test-definitions");

    private static final Variants VARIANTS = Variants.in(PROJECT);

    @BeforeAll
    static void synthesize() throws IOException {
        String shop = Files.readString(CASES.resolve("shop.tfvars"));
        VARIANTS.withFile("lambdas/echo/index.mjs", Files.readString(Path.of("lambdas", "echo", "index.mjs")))
                .with("resources", shop)
                .with("openapi", shop + "definition = \"openapi\"\n")
                .synthesized();
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources", "openapi"})
    void emitsWhatWasReviewed(String definition) throws IOException {
        Golden.hold(
                CASES.resolve(definition).resolve("resource.json"),
                VARIANTS.stack(definition).path("resource").toPrettyString() + "\n");
        Golden.hold(
                CASES.resolve(definition).resolve("tollgate.sources.json"),
                Files.readString(VARIANTS.folder(definition).resolve("tollgate.sources.json")));
    }

    @Test
    void meansTheSameToCallers() {
        assertThat(surface("openapi"))
                .isEqualTo(surface("resources"))
                .contains("GET /me: token by cognito []", "GET /health: open", "PUT /goods/{good_id}: token by cognito")
                .doesNotContain("unjudged");
    }

    @Test
    void hasTheSameMatrixOfAccess() {
        AccessMatrix resources = CallersReader.read("shop", infrastructure("resources"));

        assertThat(CallersReader.read("shop", infrastructure("openapi"))).hasToString(resources.toString());
    }

    @Test
    void isTheSameDocumentToPeople() {
        assertThat(document("openapi")).isEqualTo(document("resources")).contains("/goods/{good_id}");
    }

    @Test
    void isServedAlike() {
        assertThat(served("openapi")).isEqualTo(served("resources"));
    }

    @Test
    void needsAFewResourcesWhateverTheNumberOfRoutes() {
        assertThat(Variants.addresses(VARIANTS.stack("openapi")).stream()
                        .filter(address -> address.startsWith("aws_api_gateway_")))
                .containsExactly(
                        "aws_api_gateway_account.account",
                        "aws_api_gateway_deployment.document",
                        "aws_api_gateway_method_settings.all",
                        "aws_api_gateway_rest_api.api",
                        "aws_api_gateway_stage.api");
    }

    private static String surface(String definition) {
        return SurfaceText.of(SurfaceReader.read(infrastructure(definition)));
    }

    private static GatewayApi served(String definition) {
        Infrastructure infrastructure = infrastructure(definition);
        Api api = SurfaceReader.read(infrastructure).apis().get(0);
        return new ApiReader(infrastructure, new LocalNames(infrastructure), api, new ArrayList<>()).read();
    }

    private static String document(String definition) {
        Infrastructure infrastructure = infrastructure(definition);
        return OpenApiDocument.of(infrastructure, SurfaceReader.read(infrastructure), new Nowhere())
                .toString();
    }

    private static Infrastructure infrastructure(String definition) {
        Path file = VARIANTS.folder(definition).resolve("cdk.tf.json");
        return ConfigurationReader.read(ConfigurationFile.at(file, "cdk.tf.json"), new TreeMap<>());
    }

    private static final class Nowhere implements ServerUrls {

        @Override
        public List<Server> servers(Api api) {
            return List.of();
        }

        @Override
        public Optional<String> tokenEndpoint(Optional<Resource> pool) {
            return Optional.empty();
        }

        @Override
        public Optional<String> authorizationEndpoint(Optional<Resource> pool) {
            return Optional.empty();
        }
    }
}
