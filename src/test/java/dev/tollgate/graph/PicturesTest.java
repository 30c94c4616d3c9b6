package dev.tollgate.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.graph.draw.HtmlPage;
import dev.tollgate.graph.draw.MermaidText;
import dev.tollgate.graph.draw.SvgMatrix;
import dev.tollgate.graph.draw.SvgPicture;
import dev.tollgate.terraform.PlanReader;
import dev.tollgate.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures of what is emitted. */
class PicturesTest {

    /** What `make docs` draws, and documents show. */
    private static final Path PICTURES = Path.of("docs", "pictures");

    @ParameterizedTest
    @FieldSource("dev.tollgate.graph.Stacks#ENVIRONMENTS")
    void drawsWhatIsEmitted(String environment) {
        Graph graph = GraphReader.read(environment, Stacks.emitted(environment));

        Golden.hold(Stacks.GOLDEN.resolve(environment).resolve("graph.mmd"), MermaidText.of(graph));
        Golden.hold(Stacks.GOLDEN.resolve(environment).resolve("graph.svg"), SvgPicture.of(graph));
        Golden.hold(PICTURES.resolve(environment + ".svg"), SvgPicture.of(graph));
    }

    @ParameterizedTest
    @FieldSource("dev.tollgate.graph.Stacks#ENVIRONMENTS")
    void tellsWhoCanCallWhat(String environment) {
        AccessMatrix matrix = CallersReader.read(environment, Stacks.emitted(environment));

        Golden.hold(Stacks.GOLDEN.resolve(environment).resolve("access.mmd"), MermaidText.of(matrix));
        Golden.hold(PICTURES.resolve(environment + "-access.svg"), SvgMatrix.of(matrix));
    }

    @Test
    void drawsFortyRoutes() {
        Graph graph = GraphReader.read("library", Stacks.large());

        Golden.hold(Path.of("src", "test", "resources", "graph", "forty-routes.svg"), SvgPicture.of(graph));
    }

    @Test
    void makesAPage() {
        Graph graph = GraphReader.read("prod", Stacks.emitted("prod"));
        AccessMatrix matrix = CallersReader.read("prod", Stacks.emitted("prod"));

        Golden.hold(Stacks.GOLDEN.resolve("prod").resolve("graph.html"), HtmlPage.of(graph, matrix));
    }

    /** A first plan does not know what documents say that hold its ARNs; it knows all else. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void drawsAPlanAsItsConfiguration(String environment) throws IOException {
        Path file = Path.of("src", "test", "resources", "surface", environment, "plan.json");

        Graph graph = GraphReader.read(
                environment,
                PlanReader.read("plan.json", Files.readString(file)).after());

        assertThat(MermaidText.of(graph).replace("not known yet", "read, write"))
                .isEqualTo(MermaidText.of(GraphReader.read(environment, Stacks.emitted(environment))));
    }
}
