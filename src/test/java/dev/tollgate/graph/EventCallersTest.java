package dev.tollgate.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.testing.Variants;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What calls functions beside the API is in the picture, as a caller and not as something that is used. */
class EventCallersTest {

    @TempDir
    private static Path project;

    private static Graph graph;

    @BeforeAll
    static void draw() {
        Variants variants = Variants.shop(project, """
                tables    = { goods = { hash_key = "id", stream = "NEW_IMAGE" } }
                functions = {
                  shop = {
                    source    = "lambdas/shop"
                    handler   = "app.handler"
                    runtime   = "python3.12"
                    alias     = "live"
                    tables    = ["goods"]
                    schedules = { nightly = { expression = "rate(1 day)", time_zone = "Europe/Berlin" } }
                    topics    = ["arn:aws:sns:eu-west-1:111122223333:news"]
                    queues    = { "arn:aws:sqs:eu-west-1:111122223333:orders" = {} }
                    streams   = { goods = {}, "arn:aws:kinesis:eu-west-1:111122223333:stream/clicks" = {} }
                  }
                }
                """).synthesized();
        graph = GraphReader.read(
                "shop",
                ConfigurationReader.read(
                        ConfigurationFile.at(variants.folder("shop").resolve("cdk.tf.json"), "shop"), new TreeMap<>()));
    }

    @Test
    void drawsWhatCallsTheFunction() {
        String function = id("function", "shop-shop");

        assertThat(graph.edges().stream()
                        .filter(edge -> edge.to().equals(function))
                        .map(edge -> said(edge.from())))
                .containsExactlyInAnyOrder(
                        "schedule shop-shop.nightly [rate(1 day), Europe/Berlin]",
                        "topic news []",
                        "queue orders []",
                        "stream goods []",
                        "stream clicks []");
    }

    @Test
    void drawsWhatItUsesAndNotWhatIsReadForIt() {
        String function = id("function", "shop-shop");

        assertThat(graph.edges().stream()
                        .filter(edge -> edge.from().equals(function))
                        .map(edge -> said(edge.to())))
                .containsExactly("DynamoDB table goods []");
    }

    private static String id(String caption, String name) {
        return graph.nodes().stream()
                .filter(node -> node.caption().equals(caption) && node.name().equals(name))
                .map(Node::id)
                .findFirst()
                .orElseThrow();
    }

    private static String said(String id) {
        List<Node> found =
                graph.nodes().stream().filter(node -> node.id().equals(id)).toList();
        assertThat(found).hasSize(1);
        return found.get(0).caption() + " " + found.get(0).name() + " "
                + found.get(0).lines();
    }
}
