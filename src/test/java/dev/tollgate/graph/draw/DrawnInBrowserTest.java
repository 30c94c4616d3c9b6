package dev.tollgate.graph.draw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.graph.CallersReader;
import dev.tollgate.graph.GraphReader;
import dev.tollgate.graph.Stacks;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.testing.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser makes of the pictures: measured with the fonts that it has, not with ours. */
class DrawnInBrowserTest {

    private static final List<Integer> WIDTHS = List.of(1400, 600);

    private static final Pattern MEASURED = Pattern.compile("<pre id=\"measured\">(.*?)</pre>", Pattern.DOTALL);

    /** Counts boxes and labels, and lists every label that leaves its box, and every text that leaves its picture. */
    private static final String MEASURE_SVG = """
            <pre id="measured"></pre>
            <script>
            const inside = (a, b, by) => a.left >= b.left - by && a.right <= b.right + by
                && a.top >= b.top - by && a.bottom <= b.bottom + by;
            let boxes = 0, labels = 0;
            const outside = [];
            for (const svg of document.querySelectorAll('svg')) {
              const page = svg.getBoundingClientRect();
              for (const node of svg.querySelectorAll('.node')) {
                boxes++;
                const box = node.querySelector('.box').getBoundingClientRect();
                for (const text of node.querySelectorAll('text')) {
                  labels++;
                  if (!inside(text.getBoundingClientRect(), box, 0)) outside.push(text.textContent);
                }
              }
              for (const label of svg.querySelectorAll('.label')) {
                const box = label.querySelector('rect').getBoundingClientRect();
                const text = label.querySelector('text').getBoundingClientRect();
                if (text.left < box.left || text.right > box.right) outside.push(label.textContent);
              }
              for (const text of svg.querySelectorAll('text')) {
                if (!inside(text.getBoundingClientRect(), page, 0)) outside.push('page: ' + text.textContent);
              }
            }
            document.getElementById('measured').textContent = JSON.stringify({ boxes, labels, outside,
                scripts: document.scripts.length, width: innerWidth });
            </script>
            """;

    /** Whether each page in a frame keeps to its width, its own style holds, and its cells hold their text. */
    private static final String MEASURE_PAGES = """
            <pre id="measured"></pre>
            <script>
            addEventListener('load', () => {
              const pages = [...document.querySelectorAll('iframe')].map(frame => {
                const page = frame.contentDocument, cells = [...page.querySelectorAll('td, th')];
                return { name: frame.name, width: frame.contentWindow.innerWidth,
                    outside: cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.textContent),
                    cells: cells.length,
                    tooWide: page.documentElement.scrollWidth - frame.contentWindow.innerWidth,
                    styled: getComputedStyle(page.querySelector('.wide')).overflowX,
                    scripts: page.scripts.length };
              });
              document.getElementById('measured').textContent = JSON.stringify(pages);
            });
            </script>
            """;

    @TempDir
    private Path work;

    @ParameterizedTest
    @ValueSource(ints = {1400, 600})
    void keepsEveryLabelInItsBox(int width) throws IOException, InterruptedException {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><meta charset=\"utf-8\">");
        int boxes = 0;
        for (Map.Entry<String, Infrastructure> drawn : Stacks.drawn().entrySet()) {
            page.append(SvgPicture.of(GraphReader.read(drawn.getKey(), drawn.getValue())));
            page.append(SvgMatrix.of(CallersReader.read(drawn.getKey(), drawn.getValue())));
            boxes += GraphReader.read(drawn.getKey(), drawn.getValue()).nodes().size();
        }
        // Pictures shrink as they do in a README.
        page.append("<style>svg { max-width: 100%; height: auto }</style>");

        JsonNode measured = measured(page + MEASURE_SVG, width);

        assertThat(measured.path("boxes").asInt()).isGreaterThan(boxes);
        assertThat(measured.path("labels").asInt()).isGreaterThan(2 * boxes);
        assertThat(measured.path("outside")).isEmpty();
        assertThat(measured.path("scripts").asInt()).isEqualTo(1);
    }

    /** All of them in one browser, each in a frame of its own: a start takes longer than twenty pages. */
    @Test
    void keepsPagesToTheirWidthUnderTheirOwnPolicy() throws IOException, InterruptedException {
        StringBuilder pages = new StringBuilder("<!DOCTYPE html><meta charset=\"utf-8\">");
        for (Map.Entry<String, Infrastructure> drawn : Stacks.drawn().entrySet()) {
            String html = HtmlPage.of(
                    GraphReader.read(drawn.getKey(), drawn.getValue()),
                    CallersReader.read(drawn.getKey(), drawn.getValue()));
            assertThat(html).contains("content=\"default-src &#39;none&#39;; style-src ");
            for (int width : WIDTHS) {
                pages.append(
                        "<iframe name=\"%s\" style=\"border: 0; width: %dpx; height: 1000px\" srcdoc=\"%s\"></iframe>"
                                .formatted(attribute(drawn.getKey()), width, attribute(html)));
            }
        }

        JsonNode measured = measured(pages + MEASURE_PAGES, WIDTHS.get(0));

        assertThat(measured).hasSize(WIDTHS.size() * Stacks.drawn().size());
        for (JsonNode page : measured) {
            String name = page.path("name").asText() + ", " + page.path("width") + " wide";
            assertThat(page.path("width").asInt()).as(name).isIn(WIDTHS);
            assertThat(page.path("outside")).as(name).isEmpty();
            assertThat(page.path("cells").asInt()).as(name).isPositive();
            assertThat(page.path("tooWide").asInt()).as(name).isLessThanOrEqualTo(0);
            assertThat(page.path("styled").asText()).as(name).isEqualTo("auto");
            assertThat(page.path("scripts").asInt()).as(name).isZero();
        }
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;");
    }

    private JsonNode measured(String html, int width) throws IOException, InterruptedException {
        String dom = new Chromium(work).shown(html, width);
        Matcher measured = MEASURED.matcher(dom);
        assertThat(measured.find())
                .as(dom.length() > 2000 ? dom.substring(0, 2000) : dom)
                .isTrue();
        String json =
                measured.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return new ObjectMapper().readTree(json);
    }
}
