package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.testing.Folder;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is emitted, held against the newest provider's types, which {@code src/test/provider/distil} has put into a
 * file: provider 6 is not here to be asked.
 */
class ProviderTypesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TYPES = Path.of("src/test/resources/provider/types.txt");
    private static final Set<String> META = Set.of("count", "depends_on", "for_each", "lifecycle", "provider");
    private static final Pattern REFERENCE =
            Pattern.compile("(?<![\\w./:-])((?:data\\.)?aws_\\w+)\\.[\\w-]+((?:\\.\\w+|\\[[^]]*])+)");

    /** By type: how each path may be used. */
    private static final Map<String, Map<String, String>> USES = new TreeMap<>();

    /** What the project's own environments lack: an HTTP API with a domain name. */
    private static final String WITH_DOMAIN = """
            name = "shop"
            region = "eu-west-1"
            api_type = "http"
            user_pool = { domain_prefix = "shop" }
            resource_servers = { api = { scopes = { all = "All" } } }
            clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["api/all"] } }
            functions = { one = { existing = "one" } }
            routes = { "GET /one" = { function = "one", scopes = ["api/all"] } }
            custom_domain = { zone = "example.com", api = "api.example.com" }
            """;

    @TempDir
    private Path temp;

    @BeforeAll
    static void readTypes() throws IOException {
        for (String line : Files.readAllLines(TYPES)) {
            String[] words = line.split(" ", -1);
            if (!line.startsWith("#")) {
                USES.computeIfAbsent(words[0], type -> new TreeMap<>()).put(words[1], words[2]);
            }
        }
    }

    static Stream<String> environments() {
        return Synthesis.project().stream().map(made -> made.environment().id());
    }

    @ParameterizedTest
    @MethodSource("environments")
    void emitsNothingThatTheNewestProviderLacks(String environment) {
        assertThat(lacking(Synthesis.stack(environment))).isEmpty();
    }

    @Test
    void emitsNothingForADomainThatTheNewestProviderLacks() throws IOException {
        new Folder(temp).write("environments/shop.tfvars", WITH_DOMAIN);
        Synthesis.of(temp, temp.resolve("out"));

        assertThat(lacking(Synthesis.json(temp.resolve("out/stacks/shop/cdk.tf.json"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"auto_deploy\": true | \"auto_deploys\": true | aws_apigatewayv2_stage has no auto_deploys to write",
                "\"destination_arn\" | \"destination\" | aws_apigatewayv2_stage has no access_log_settings.destination to write",
                "\"access_log_settings\" | \"log_settings\" | aws_apigatewayv2_stage has no log_settings to write",
                "aws_cognito_user_pool.users.endpoint | aws_cognito_user_pool.users.issuer | aws_cognito_user_pool has no issuer to read",
                "\"aws_lambda_permission\": | \"aws_lambda_permit\": | aws_lambda_permit is not there"
            })
    void findsWhatIsPlanted(String right, String wrong, String found) throws IOException {
        String stack = Synthesis.stack("dev")
                .toString()
                .replace(":true", ": true")
                .replace("\":{", "\": {")
                .replace("\":\"", "\": \"");
        assertThat(stack).contains(right);

        assertThat(lacking(JSON.readTree(stack.replace(right, wrong)))).contains(found);
    }

    private static SortedSet<String> lacking(JsonNode stack) {
        SortedSet<String> lacking = new TreeSet<>();
        stack.path("resource").properties().forEach(type -> type.getValue()
                .forEach(one -> written(type.getKey(), one, lacking)));
        stack.path("data").properties().forEach(type -> type.getValue()
                .forEach(one -> written("data." + type.getKey(), one, lacking)));
        texts(stack).forEach(text -> references(text, lacking));
        return lacking;
    }

    private static void written(String type, JsonNode resource, SortedSet<String> lacking) {
        if (type.equals(Memory.TYPE)) {
            return;
        }
        if (!USES.containsKey(type)) {
            lacking.add(type + " is not there");
            return;
        }
        resource.properties().stream()
                .filter(attribute -> !META.contains(attribute.getKey()))
                .forEach(attribute -> written(type, attribute.getKey(), attribute.getValue(), lacking));
    }

    private static void written(String type, String path, JsonNode value, SortedSet<String> lacking) {
        Map<String, String> uses = USES.getOrDefault(type, Map.of());
        if (!uses.getOrDefault(path, "").contains("w")) {
            lacking.add(type + " has no " + path + " to write");
        } else if (uses.keySet().stream().anyMatch(one -> one.startsWith(path + "."))) {
            for (JsonNode block :
                    value.isArray() ? value : JSON.createArrayNode().add(value)) {
                block.properties().forEach(part -> written(type, path + "." + part.getKey(), part.getValue(), lacking));
            }
        }
    }

    private static Stream<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return Stream.of(node.textValue());
        }
        return node.isContainerNode() ? node.valueStream().flatMap(ProviderTypesTest::texts) : Stream.empty();
    }

    private static void references(String text, SortedSet<String> lacking) {
        for (Matcher reference = REFERENCE.matcher(text); reference.find(); ) {
            String type = reference.group(1);
            String path = Stream.of(
                            reference.group(2).replaceAll("\\[[^]]*]", "").split("\\.", -1))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("."));
            if (!path.isEmpty()
                    && !USES.getOrDefault(type, Map.of()).getOrDefault(path, "").contains("r")) {
                lacking.add(type + " has no " + path + " to read");
            }
        }
    }
}
