package dev.tollgate.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * AWS on loopback, an account of its own for whoever starts it: what one per account and region, such as API Gateway's
 * role for logs, does not get in the way of another test. It ends with this process at the latest.
 */
final class Emulator implements AutoCloseable {

    private static final String PAGES = "/moto-api/tollgate/";

    private final ProcessHandle process;
    private final String url;
    private final List<String> types;
    private @Nullable Map<String, String> terraform;

    private Emulator(LoadedEmulator.Copy account, List<String> types) {
        this.process = account.process();
        this.url = account.url();
        this.types = types;
    }

    static Emulator start() {
        return startKnowing();
    }

    /** One whose Terraform knows {@code types}, too: see {@link SharedProvider#knowing}. */
    static Emulator startKnowing(String... types) {
        RequiredTool.orSkip("terraform");
        RequiredTool.orSkip("moto_server");
        return new Emulator(LoadedEmulator.SHARED.copy(), List.of(types));
    }

    /** Puts there what an environment expects; {@code arguments} are those of {@code prepare.py}. */
    JsonNode prepare(String... arguments) {
        return called("POST", PAGES + "prepare", new ObjectMapper().valueToTree(arguments));
    }

    /** The calls that changed something, in the order in which they came, those that were refused included. */
    List<AccountCall> calls() {
        return list(asked("GET", "calls"), AccountCall.class);
    }

    /** Forgets the calls so far, so that a test sees only those of its own step. */
    void clearCalls() {
        asked("DELETE", "calls");
    }

    /** How often API Gateway's control plane was asked since {@link #clearCounts}, reads included. */
    int callsToApiGateway() {
        int calls = 0;
        for (var action : asked("GET", "counts").properties()) {
            calls +=
                    action.getKey().startsWith("apigateway") ? action.getValue().asInt() : 0;
        }
        return calls;
    }

    /** Begins to count again. */
    void clearCounts() {
        asked("DELETE", "counts");
    }

    /**
     * What a stage answers to a caller whom its authorizer lets in, route by route; {@code api} is its name or its id.
     */
    List<StageAnswer> answers(String api, String stage) {
        return list(asked("GET", "stage?api=" + encoded(api) + "&stage=" + encoded(stage)), StageAnswer.class);
    }

    /**
     * Everything in the account, by name: ids are replaced by what they stand for, moments left out, lists without an
     * order sorted. Two accounts are the same when these are equal.
     */
    JsonNode account() {
        return asked("GET", "account");
    }

    /** Lets CloudFront forget the names of deleted custom domains; until then nobody can have them again. */
    void releaseDomainNames() {
        asked("POST", "released");
    }

    private JsonNode asked(String method, String page) {
        return called(method, PAGES + page, MissingNode.getInstance());
    }

    /** What Cognito of eu-west-1 answers to {@code operation}; a signature is not looked at, but where it is for. */
    JsonNode cognito(String operation, JsonNode parameters) {
        return answered("cognito-idp", "AWSCognitoIdentityProviderService." + operation, parameters);
    }

    /** What DynamoDB of eu-west-1 answers to an application. */
    JsonNode dynamodb(String operation, JsonNode parameters) {
        return answered("dynamodb", "DynamoDB_20120810." + operation, parameters);
    }

    private JsonNode answered(String service, String target, JsonNode parameters) {
        return called(
                "POST",
                "/",
                parameters,
                "Content-Type",
                "application/x-amz-json-" + (service.equals("dynamodb") ? "1.0" : "1.1"),
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/" + service
                        + "/aws4_request, SignedHeaders=host, Signature=0",
                "X-Amz-Target",
                target);
    }

    private JsonNode called(String method, String page, JsonNode body, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + page))
                .method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
        HttpRequest request = (headers.length == 0 ? builder : builder.headers(headers)).build();
        try {
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() != 200) {
                throw new AssertionError(method + " " + page + ": " + response.statusCode() + " " + response.body());
            }
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while asking the emulator", e);
        }
    }

    private static <T> List<T> list(JsonNode entries, Class<T> type) {
        ObjectMapper mapper = new ObjectMapper();
        List<T> list = new ArrayList<>();
        entries.forEach(entry -> list.add(mapper.convertValue(entry, type)));
        return list;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What makes Terraform, the provider and the cdktf CLI talk to this emulator and to nobody else. */
    Map<String, String> environment() {
        Map<String, String> environment = withoutProvider();
        environment.putAll(terraform());
        return environment;
    }

    /** The same for a Terraform that starts the provider itself, whole. */
    Map<String, String> withoutProvider() {
        if (!url.startsWith("http://127.0.0.1:")) {
            throw new IllegalStateException("not on loopback: " + url);
        }
        Map<String, String> environment = new TreeMap<>(plugins());
        environment.put("AWS_ENDPOINT_URL", url);
        environment.put("AWS_ACCESS_KEY_ID", "test");
        environment.put("AWS_SECRET_ACCESS_KEY", "test");
        environment.put("AWS_MAX_ATTEMPTS", "3");
        return environment;
    }

    /** What tells Terraform where plugins are, and to ask nobody else. */
    static Map<String, String> plugins() {
        String config = System.getenv().getOrDefault("TF_CLI_CONFIG_FILE", "");
        return Map.of(
                "CHECKPOINT_DISABLE",
                "1",
                // A command lives for seconds: it may take memory rather than time.
                "GOGC",
                "400",
                "TF_IN_AUTOMATION",
                "1",
                "TF_PLUGIN_CACHE_DIR",
                cache().toString(),
                "TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE",
                "1",
                "TF_CLI_CONFIG_FILE",
                Files.isRegularFile(Path.of(config)) ? config : "/dev/null");
    }

    private synchronized Map<String, String> terraform() {
        if (terraform == null) {
            terraform = SharedProvider.knowing(types).environment();
        }
        return terraform;
    }

    /** Forgets everything in the account. */
    void reset() {
        called("POST", "/moto-api/reset", MissingNode.getInstance());
    }

    private static Path cache() {
        try {
            return Files.createDirectories(
                    Path.of("target", "terraform-plugins").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (terraform != null) {
            SharedProvider.knowing(types).release(url);
        }
        process.destroy();
    }
}
