package dev.tollgate.graph;

import dev.tollgate.graph.draw.MermaidText;
import dev.tollgate.graph.draw.SvgPicture;
import dev.tollgate.testing.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures of what is emitted. */
class GraphTest {

    @ParameterizedTest
    @ValueSource(strings = {"auth", "books", "dev", "echo", "example", "items", "prod", "sms", "staging"})
    void drawsWhatIsEmitted(String environment) {
        Graph graph = GraphReader.read(environment, Stacks.emitted(environment));

        Golden.hold(Stacks.GOLDEN.resolve(environment).resolve("graph.mmd"), MermaidText.of(graph));
        Golden.hold(Stacks.GOLDEN.resolve(environment).resolve("graph.svg"), SvgPicture.of(graph));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth", "books", "dev", "echo", "example", "items", "prod", "sms", "staging"})
    void tellsWhoCanCallWhat(String environment) {
        AccessMatrix matrix = AccessReader.read(environment, Stacks.emitted(environment));

        Golden.hold(Stacks.GOLDEN.resolve(environment).resolve("access.mmd"), MermaidText.of(matrix));
    }

    @Test
    void drawsFortyRoutes() {
        Graph graph = GraphReader.read("library", Stacks.large());

        Golden.hold(Path.of("src", "test", "resources", "graph", "forty-routes.svg"), SvgPicture.of(graph));
    }
}
