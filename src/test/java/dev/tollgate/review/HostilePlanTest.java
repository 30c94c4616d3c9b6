package dev.tollgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.finding.UserError;
import dev.tollgate.finding.format.GithubAnnotations;
import dev.tollgate.terraform.PlanReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that somebody made to get at the reviewer, and plans that are simply broken. */
class HostilePlanTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All the markup that a comment has of its own. */
    private static final String OWN = "<!-- tollgate-review [A-Za-z0-9._-]+ -->|</?code>|<br>|</?details>|</?summary>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "](https://evil.example) [x",
                "`` ` ``` `",
                "@somebody @org/team #1 GH-1 owner/repo#2",
                "| a | b |",
                "x\n## heading\n- [ ] task",
                "--> <!-- end",
                "\u001b[31mred\u001b[0m\u202e",
                "::set-output name=x::y",
                "\"] --> evil[\"x\nclick r0 href \"https://evil.example\"",
                "&lt;b&gt; &#64;x",
                "***bold*** ~~gone~~ https://evil.example www.evil.example"
            })
    void letsNoNameBeMoreThanText(String name) {
        String harmless = comment("name");
        String hostile = comment(name);

        assertThat(hostile.lines().count()).isEqualTo(harmless.lines().count());
        assertThat(hostile.replaceAll(OWN, "").replace("-->", "")).doesNotContain("<", "](", "https://evil", "@");
        assertThat(hostile.replaceAll("(?m)^\\| .* \\|$", "").lines().filter(line -> line.startsWith("|")))
                .hasSameSizeAs(harmless.replaceAll("(?m)^\\| .* \\|$", "")
                        .lines()
                        .filter(line -> line.startsWith("|"))
                        .toList());
        assertThat(hostile).doesNotContain("\u001b", "\u202e");
        assertThat(ReviewText.of(review(name, 1), true)).noneMatch(line -> line.matches(".*[\\n\\r\\u001b\\u202e].*"));
        assertThat(GithubAnnotations.of(review(name, 1).findings()).lines())
                .allMatch(line -> line.matches("::(error|warning|notice) file=.*"));
    }

    @Test
    void fitsACommentWhateverThePlansSize() {
        String comment = ReviewMarkdown.of(
                review("a-name-that-is-rather-long-".repeat(4), 2_000), Optional.empty(), Optional.empty());

        assertThat(comment.length()).isLessThanOrEqualTo(65_000);
        assertThat(comment).contains("anyone may call", "left out of this comment");
        assertThat(comment.split("<details>", -1)).hasSameSizeAs(comment.split("</details>", -1));
    }

    @Test
    void readsOrRefusesWhateverIsBroken() throws IOException {
        String plan = ReviewCasesTest.text("http-lost");
        JsonNode rules = JSON.readTree(
                Path.of("src", "test", "resources", "review", "rules.json").toFile());
        Random random = new Random(20_261_121);
        for (int i = 0; i < Integer.getInteger("fuzz", 2_000); i++) {
            String broken = broken(withSomeThatRulesSpeakOf(plan, rules, random), random);
            try {
                Review review = Review.of(PlanReader.read("plan.json", broken), "orders", "orders", List.of());
                assertThat(ReviewMarkdown.of(review, Optional.empty(), Optional.empty()))
                        .isNotEmpty();
            } catch (UserError e) {
                assertThat(e.exit()).isEqualTo(UserError.Exit.ENVIRONMENT);
            } catch (RuntimeException e) {
                fail("document " + i, e);
            }
        }
    }

    /** {@code plan} with every eighth change and drift that a case of a rule adds: all of them in time. */
    private static String withSomeThatRulesSpeakOf(String plan, JsonNode rules, Random random) throws IOException {
        ObjectNode some = (ObjectNode) JSON.readTree(plan);
        for (JsonNode edit : rules.findValues("add")) {
            if (random.nextInt(8) == 0) {
                some.withArray("resource_changes").add(edit);
            }
        }
        for (JsonNode edit : rules.findValues("drift")) {
            if (random.nextInt(8) == 0) {
                some.withArray("resource_drift").add(edit);
            }
        }
        return some.toString();
    }

    private static String broken(String plan, Random random) {
        if (random.nextInt(4) == 0) {
            return plan.substring(0, random.nextInt(plan.length()));
        }
        StringBuilder text = new StringBuilder(plan);
        List<String> values = List.of("null", "true", "[]", "{}", "-1e400", "\"x\"", "[[[]]]", "0");
        for (int i = 0; i <= random.nextInt(6); i++) {
            int colon = text.indexOf("\":", random.nextInt(text.length()));
            if (colon > 0) {
                int end = end(text, colon + 2);
                text.replace(colon + 2, end, values.get(random.nextInt(values.size())));
            }
        }
        return text.toString();
    }

    /** Where the value that begins at {@code start} ends. */
    private static int end(CharSequence text, int start) {
        int depth = 0;
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                if (depth == 0) {
                    return i;
                }
                depth--;
            } else if (c == ',' && depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private static String comment(String name) {
        return ReviewMarkdown.of(review(name, 1), Optional.empty(), Optional.empty());
    }

    /** {@code number} open routes that come, an open one that was secured, and a lost client, all of that name. */
    private static Review review(String name, int number) {
        try {
            ObjectNode plan = (ObjectNode) JSON.readTree(ReviewCasesTest.text("http-lost"));
            ArrayNode changes = (ArrayNode) plan.path("resource_changes");
            for (int i = 0; i < number; i++) {
                ObjectNode after = JSON.createObjectNode()
                        .put("route_key", "GET /" + i + name)
                        .put("authorization_type", "NONE");
                added(changes, "aws_apigatewayv2_route.x" + i, "aws_apigatewayv2_route", "create", after);
                added(
                        changes,
                        "aws_cognito_user_pool_client.y[\"" + name + i + "\"]",
                        "aws_cognito_user_pool_client",
                        "delete",
                        JSON.createObjectNode().put("name", name));
                added(changes, "aws_x.z" + i, "aws_x" + name, "create", after);
            }
            return Review.of(PlanReader.read("plan.json", plan.toString()), "env " + name, "orders", List.of());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void added(ArrayNode changes, String address, String type, String action, ObjectNode values) {
        ObjectNode entry = changes.addObject()
                .put("address", address)
                .put("mode", "managed")
                .put("type", type)
                .put("name", "x");
        ObjectNode change = entry.putObject("change");
        change.putArray("actions").add(action);
        change.set(action.equals("delete") ? "before" : "after", values);
        change.putObject("after_unknown");
    }
}
