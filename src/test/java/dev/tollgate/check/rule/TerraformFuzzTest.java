package dev.tollgate.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.check.History;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.UserError;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Plan;
import dev.tollgate.terraform.PlanReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Spoils configurations and plans, and makes up others: whatever comes of it is judged or refused with its place, never
 * a crash, never without end. {@code -Dfuzz=20000} does all of it; the ordinary run does a tenth.
 */
class TerraformFuzzTest {

    private static final int DOCUMENTS = Integer.getInteger("fuzz", 2_000);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Path RESOURCES = Path.of("src/test/resources");

    // Java's regular expressions recurse for each turn of a group: a string is one turn for each of its escapes.
    private static final Pattern TOKEN =
            Pattern.compile("\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|[A-Za-z]+|-?[0-9.]+|\\s+|.", Pattern.DOTALL);

    private static final List<String> INTRUDERS = List.of(
            "null",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[{}]",
            "{\"\": {}}",
            "-1",
            "1e400",
            "1e-400",
            "0.1",
            "true",
            "\"\"",
            "\"*\"",
            "\"${\"",
            "\"${}\"",
            "\"$${x}\"",
            "\"${aws_cognito_user_pool.users.id}\"",
            "\"${aws_api_gateway_resource.books.id}\"",
            "\"${var.nowhere}\"",
            "\"${local.a}\"",
            "\"${[for x in y : x]}\"",
            "\"${\\\"${1}\\\"}\"",
            "\"arn:aws:execute-api:::/*/*/*\"",
            "\"{\\\"Statement\\\": 1}\"",
            "\"{\\\"openapi\\\": \\\"3.0\\\", \\\"paths\\\": []}\"",
            "\"GET\"",
            "\"GET /{a}/{a}\"",
            "\"$default\"",
            "\"NONE\"",
            "\"\\u0000\\u001b[31m\\ud800\"",
            "\"" + "a.".repeat(400) + "\"",
            "\"${" + "(".repeat(300) + "\"");

    @Test
    void judgesOrRefusesWhateverItIsGiven() {
        List<String> configurations = originals("golden", "cdk.tf.json");
        configurations.addAll(originals("rules", ".tf.json"));
        List<String> plans = originals("plans", ".plan.json");
        plans.addAll(originals("surface", "plan.json"));
        plans.addAll(originals("rules", ".plan.json"));
        Random random = new Random(20261121);
        int judged = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            boolean isPlan = i % 2 == 1;
            List<String> originals = isPlan ? plans : configurations;
            String text = i % 10 < 8
                    ? spoiled(originals.get(random.nextInt(originals.size())), random)
                    : tree(random, 0, isPlan);
            long start = System.nanoTime();
            judged += judge(text, isPlan) ? 1 : 0;
            // Nothing to do with speed: it tells a document that never ends from one that is read.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(text).isLessThan(LONGEST);
        }
        assertThat(judged).as("documents that were whole enough to be judged").isGreaterThan(DOCUMENTS / 5);
    }

    private static boolean judge(String text, boolean isPlan) {
        try {
            Infrastructure infrastructure;
            History history = History.NONE;
            if (isPlan) {
                Plan plan = PlanReader.read("plan.json", text);
                infrastructure = plan.after();
                history = new History(Optional.of(plan.before()), plan.changes());
            } else {
                infrastructure =
                        ConfigurationReader.read(List.of(new ConfigurationFile("main.tf.json", text)), new TreeMap<>());
            }
            List<Finding> findings = TerraformJudge.judge(
                    Rules.ofTerraform(), infrastructure, SurfaceReader.read(infrastructure), history);
            assertThat(findings)
                    .allSatisfy(finding ->
                            assertThat(finding.message()).isNotBlank().doesNotEndWith("."));
            return true;
        } catch (UserError refused) {
            assertThat(refused.getMessage()).contains(isPlan ? "plan.json" : "main.tf.json");
            return false;
        } catch (RuntimeException | StackOverflowError crash) {
            throw new AssertionError("no crash over:\n" + text, crash);
        }
    }

    private static List<String> originals(String folder, String ending) {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
            List<String> texts = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String spoiled(String text, Random random) {
        List<String> tokens = new ArrayList<>();
        for (Matcher matcher = TOKEN.matcher(text); matcher.find(); ) {
            tokens.add(matcher.group());
        }
        for (int times = 1 + random.nextInt(6); times > 0; times--) {
            int at = random.nextInt(tokens.size());
            switch (random.nextInt(10)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
                case 2 -> tokens.subList(at, Math.min(tokens.size(), at + 30)).clear();
                default -> replaceValue(tokens, at, random);
            }
            if (tokens.isEmpty()) {
                return "";
            }
        }
        return String.join("", tokens);
    }

    /** Replaces the next value that follows a colon, so that the document stays one. */
    private static void replaceValue(List<String> tokens, int from, Random random) {
        for (int at = from; at < tokens.size() - 2; at++) {
            boolean isScalar =
                    tokens.get(at + 2).startsWith("\"") || tokens.get(at + 2).matches("true|false|null|-?\\d+");
            if (tokens.get(at).equals(":") && isScalar) {
                tokens.set(at + 2, INTRUDERS.get(random.nextInt(INTRUDERS.size())));
                return;
            }
        }
    }

    private static final List<String> KEYS = List.of(
            "resource",
            "data",
            "output",
            "provider",
            "variable",
            "locals",
            "terraform",
            "module",
            "aws_cognito_user_pool",
            "aws_api_gateway_method",
            "aws_apigatewayv2_route",
            "aws_api_gateway_rest_api",
            "aws_lambda_permission",
            "users",
            "api",
            "body",
            "policy",
            "lifecycle",
            "depends_on",
            "count",
            "for_each",
            "dynamic",
            "planned_values",
            "resource_changes",
            "configuration",
            "root_module",
            "resources",
            "address",
            "type",
            "mode",
            "change",
            "after",
            "after_unknown",
            "expressions",
            "references");

    /** Objects, lists and scalars as chance has it, with the keys that are looked for. */
    private static String tree(Random random, int depth, boolean isPlan) {
        int kind = depth == 0 ? 0 : random.nextInt(depth > 6 ? 1 : 4);
        if (depth > 6 || kind == 3) {
            return INTRUDERS.get(random.nextInt(INTRUDERS.size()));
        }
        List<String> parts = new ArrayList<>();
        List<String> keys = new ArrayList<>(KEYS);
        for (int n = random.nextInt(6); n >= 0; n--) {
            String key = keys.remove(random.nextInt(keys.size()));
            parts.add((kind == 2 ? "" : "\"" + key + "\": ") + tree(random, depth + 1, isPlan));
        }
        if (depth == 0 && isPlan) {
            parts.add("\"format_version\": \"1.2\", \"resource_drift\": [], \"prior_state\": {}");
            parts.removeIf(part -> part.startsWith("\"resource_changes\"") || part.startsWith("\"planned_values\""));
            parts.add("\"planned_values\": {\"root_module\": " + tree(random, 1, true) + "}");
            parts.add("\"resource_changes\": [" + tree(random, 1, true) + "]");
        }
        return kind == 2 ? "[" + String.join(", ", parts) + "]" : "{" + String.join(", ", parts) + "}";
    }
}
