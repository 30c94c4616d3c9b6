package dev.tollgate.graph.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.graph.AccessMatrix;
import dev.tollgate.graph.CallersReader;
import dev.tollgate.graph.Graph;
import dev.tollgate.graph.GraphReader;
import dev.tollgate.graph.Stacks;
import dev.tollgate.terraform.Infrastructure;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What is drawn is sound, whatever things are called. */
class DrawingTest {

    private static final Set<String> ELEMENTS =
            Set.of("svg", "title", "style", "defs", "marker", "path", "rect", "text", "g");

    private static final String LABEL = "(?:[\\p{L}\\p{Nd} /\\-_.,…]|#[0-9]+;|<br/>)*";

    /** Every line that is ever written; a name that gets out of its label makes another. */
    private static final Pattern MERMAID =
            Pattern.compile("---|title: \"(?:[\\p{L}\\p{Nd} /\\-_.,:…]|\\\\U[0-9a-f]{8})*\""
                    + "|flowchart LR"
                    + "|  [ncr][0-9]+[\\[({>/]+\"" + LABEL + "\"[\\])}\\\\]+:::[a-z]+"
                    + "|  [ncr][0-9]+ (?:-->|-\\.->|--x)(?:\\|\"" + LABEL + "\"\\|)? [ncr][0-9]+"
                    + "|  linkStyle [0-9]+ stroke:#[0-9a-f]{6},stroke-width:2px"
                    + "|  classDef [a-z]+ fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6},color:#[0-9a-f]{6}"
                    + "(?:(?:,stroke-width:3px)?,stroke-dasharray:[16] 3)?");

    static Set<String> drawn() {
        return Stacks.drawn().keySet();
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void keepsBoxesApart(String name) {
        List<Picture.PlacedBox> boxes = LayeredLayout.of(graph(name)).boxes();

        List<String> overlapping = IntStream.range(0, boxes.size())
                .boxed()
                .flatMap(i -> boxes.stream()
                        .limit(i)
                        .filter(before -> overlap(before, boxes.get(i)))
                        .map(before -> before.box().node().name() + " and "
                                + boxes.get(i).box().node().name()))
                .toList();

        assertThat(overlapping).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void leadsNoArrowThroughABox(String name) {
        Picture picture = LayeredLayout.of(graph(name));
        Set<String> through = new TreeSet<>();
        for (Picture.PlacedEdge arrow : picture.edges()) {
            for (int i = 1; i < arrow.points().size(); i++) {
                Picture.Point from = arrow.points().get(i - 1);
                Picture.Point to = arrow.points().get(i);
                picture.boxes().stream()
                        .filter(box -> crosses(box, from, to))
                        .forEach(box -> through.add(
                                arrow.edge() + " through " + box.box().node().id()));
            }
        }

        assertThat(through).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void writesXmlOfItsOwnElementsOnly(String name) throws Exception {
        for (String svg : List.of(SvgPicture.of(graph(name)), SvgMatrix.of(matrix(name)))) {
            NodeList all = parsed(svg).getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                Element element = (Element) all.item(i);
                assertThat(ELEMENTS).contains(element.getTagName());
                for (int j = 0; j < element.getAttributes().getLength(); j++) {
                    assertThat(element.getAttributes().item(j).getNodeName())
                            .doesNotStartWith("on")
                            .doesNotContain("href");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void keepsNamesInTheirLabelsInMermaid(String name) {
        for (String text : List.of(MermaidText.of(graph(name)), MermaidText.of(matrix(name)))) {
            assertThat(text.lines()).allMatch(line -> MERMAID.matcher(line).matches());
        }
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void fetchesNothing(String name) {
        String html = HtmlPage.of(graph(name), matrix(name));

        Matcher attributes = Pattern.compile("<[a-z][^>]*? (src|href|xlink:href|action|style|on[a-z]+)=")
                .matcher(html);
        assertThat(attributes.find()).isFalse();
        assertThat(html)
                .doesNotContain("<script", "<img", "<link", "<iframe", "@import")
                .doesNotContainPattern("url\\((?!#)");
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void drawsTheSameTwice(String name) {
        assertThat(SvgPicture.of(graph(name))).isEqualTo(SvgPicture.of(graph(name)));
    }

    private static Graph graph(String name) {
        return GraphReader.read(name, stack(name));
    }

    private static AccessMatrix matrix(String name) {
        return CallersReader.read(name, stack(name));
    }

    private static Infrastructure stack(String name) {
        return java.util.Objects.requireNonNull(Stacks.drawn().get(name));
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static boolean overlap(Picture.PlacedBox one, Picture.PlacedBox other) {
        return one.at().x() < other.at().x() + other.box().width()
                && other.at().x() < one.at().x() + one.box().width()
                && one.at().y() < other.at().y() + other.box().height()
                && other.at().y() < one.at().y() + one.box().height();
    }

    private static boolean crosses(Picture.PlacedBox box, Picture.Point from, Picture.Point to) {
        double margin = 1;
        return Math.max(from.x(), to.x()) > box.at().x() + margin
                && Math.min(from.x(), to.x()) < box.at().x() + box.box().width() - margin
                && Math.max(from.y(), to.y()) > box.at().y() + margin
                && Math.min(from.y(), to.y()) < box.at().y() + box.box().height() - margin;
    }
}
