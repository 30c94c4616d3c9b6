package dev.tollgate.graph.draw;

import dev.tollgate.graph.AccessMatrix;
import dev.tollgate.graph.Cell;
import dev.tollgate.graph.Graph;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** One page: no script, nothing fetched, and a policy that says so; the styles it has are named by their hashes. */
public final class HtmlPage {

    private static final String STYLE = """

            :root { color-scheme: light dark; --ink: #1f2328; --page: #ffffff; --line: #8c959f; --yes: #ddf4ff;
              --open: #ffebe9; --open-ink: #82071e; --maybe: #fff8c5; --head: #f6f8fa }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --page: #0d1117; --line: #6e7681; --yes: #0c2d6b;
              --open: #67060c; --open-ink: #ffdcd7; --maybe: #4b2900; --head: #161b22 } }
            body { margin: 1.5rem; background: var(--page); color: var(--ink); font: 0.9rem/1.4 system-ui, sans-serif }
            h1 { font-size: 1.3rem } h2 { font-size: 1.1rem; margin-top: 2rem }
            .wide { overflow-x: auto; max-width: 100% }
            table { border-collapse: collapse }
            th, td { border: 1px solid var(--line); padding: 0.35rem 0.6rem; text-align: left; vertical-align: top }
            thead th { background: var(--head) }
            tbody th { font-weight: normal; font-family: ui-monospace, monospace; white-space: nowrap }
            td b { font-weight: normal; white-space: nowrap } td small { display: block }
            .yes { background: var(--yes) } .perhaps { background: var(--maybe) }
            .preflight .yes { background: none }
            .anonymous, .anonymous .yes { background: var(--open); color: var(--open-ink) }
            .anonymous th, .anonymous td { border: 2px dashed }
            """;

    private final StringBuilder out = new StringBuilder();

    private HtmlPage() {}

    /** A page with the picture, and with who can call what. */
    public static String of(Graph graph, AccessMatrix matrix) {
        HtmlPage page = new HtmlPage();
        page.begin(graph.title());
        page.out
                .append("<div class=\"wide\">\n")
                .append(SvgPicture.inPage(graph))
                .append("</div>\n");
        page.out.append("<h2>Who can call what</h2>\n");
        page.table(matrix);
        return page.end();
    }

    /** A page with who can call what. */
    public static String of(AccessMatrix matrix) {
        HtmlPage page = new HtmlPage();
        page.begin("Who can call what: " + matrix.title());
        page.table(matrix);
        return page.end();
    }

    private void begin(String title) {
        String escaped = Markup.escaped(title);
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; style-src ");
        out.append(hash(STYLE)).append(' ').append(hash(SvgStyle.text())).append("\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<title>")
                .append(escaped)
                .append("</title>\n<style>")
                .append(STYLE)
                .append("</style>\n");
        out.append("</head>\n<body>\n<h1>").append(escaped).append("</h1>\n");
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "&#39;sha256-" + Base64.getEncoder().encodeToString(digest) + "&#39;";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private void table(AccessMatrix matrix) {
        out.append("<div class=\"wide\"><table>\n<thead><tr>");
        if (matrix.hasSeveralApis()) {
            heading("API");
        }
        heading("Route");
        heading("Requires");
        matrix.callers().forEach(this::heading);
        out.append("</tr></thead>\n<tbody>\n");
        for (AccessMatrix.Row row : matrix.rows()) {
            out.append("<tr class=\"").append(row.tone().word()).append("\">");
            if (matrix.hasSeveralApis()) {
                out.append("<td>").append(Markup.escaped(row.api())).append("</td>");
            }
            out.append("<th scope=\"row\">").append(Markup.escaped(row.route())).append("</th><td>");
            out.append(Markup.escaped(row.demand())).append("</td>");
            row.cells().forEach(this::cell);
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table></div>\n");
    }

    private void heading(String text) {
        out.append("<th scope=\"col\">").append(Markup.escaped(text)).append("</th>");
    }

    private void cell(Cell cell) {
        out.append("<td class=\"")
                .append(cell.verdict().name().toLowerCase(Locale.ROOT))
                .append("\"><b>");
        out.append(SvgMatrix.word(cell.verdict())).append("</b><small>");
        out.append(Markup.escaped(cell.words())).append("</small></td>");
    }

    private String end() {
        return out.append("</body>\n</html>\n").toString();
    }
}
