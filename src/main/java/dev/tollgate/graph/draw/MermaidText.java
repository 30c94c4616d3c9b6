package dev.tollgate.graph.draw;

import dev.tollgate.finding.Printable;
import dev.tollgate.graph.AccessMatrix;
import dev.tollgate.graph.CallVerdict;
import dev.tollgate.graph.Edge;
import dev.tollgate.graph.Graph;
import dev.tollgate.graph.Node;
import dev.tollgate.graph.Tone;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mermaid, as GitHub and GitLab draw it. */
public final class MermaidText {

    private static final int LONGEST = 80;

    private final StringBuilder out = new StringBuilder();
    private final Set<Tone> used = EnumSet.noneOf(Tone.class);

    private MermaidText(String title) {
        out.append("---\ntitle: \"").append(quoted(title)).append("\"\n---\nflowchart LR\n");
    }

    /** {@code graph} as a flowchart. */
    public static String of(Graph graph) {
        MermaidText text = new MermaidText(graph.title());
        graph.nodes().forEach(text::node);
        for (int i = 0; i < graph.edges().size(); i++) {
            text.edge(graph.edges().get(i), i);
        }
        return text.end();
    }

    /** {@code matrix} as a flowchart: an arrow from each caller to what it can call, and a crossed one to what not. */
    public static String of(AccessMatrix matrix) {
        MermaidText text = new MermaidText("who can call what: " + matrix.title());
        for (int i = 0; i < matrix.callers().size(); i++) {
            Tone tone = i == 0 ? Tone.ANONYMOUS : Tone.PLAIN;
            text.box(
                    "c" + i,
                    "([",
                    "])",
                    List.of(i == 0 ? "no token" : "app client", matrix.callers().get(i)),
                    tone);
        }
        MatrixGroups groups = MatrixGroups.of(matrix);
        for (int row = 0; row < groups.all().size(); row++) {
            MatrixGroups.Group group = groups.all().get(row);
            text.box(
                    "r" + row,
                    open(Node.Kind.ROUTES, group.tone()),
                    close(Node.Kind.ROUTES, group.tone()),
                    Stream.concat(Stream.of(group.demand()), group.routes().stream())
                            .toList(),
                    group.tone());
            // What anyone can call, every client can.
            int callers = group.cells().get(0).verdict() == CallVerdict.YES
                    ? 1
                    : group.cells().size();
            for (int i = 0; i < callers; i++) {
                String arrow =
                        switch (group.cells().get(i).verdict()) {
                            case YES -> "-->";
                            case NO -> "--x";
                            case PERHAPS -> "-.->";
                        };
                text.arrow("c" + i, arrow, group.cells().get(i).words(), "r" + row);
            }
        }
        return text.end();
    }

    private void node(Node node) {
        box(
                node.id(),
                open(node.kind(), node.tone()),
                close(node.kind(), node.tone()),
                Stream.concat(Stream.of(node.caption(), node.name()), node.lines().stream())
                        .toList(),
                node.tone());
    }

    private void box(String id, String open, String close, List<String> lines, Tone tone) {
        String label = lines.stream().map(MermaidText::escaped).collect(Collectors.joining("<br/>"));
        out.append("  ")
                .append(id)
                .append(open)
                .append('"')
                .append(label)
                .append('"')
                .append(close);
        out.append(":::").append(tone.word()).append('\n');
        used.add(tone);
    }

    private void edge(Edge edge, int index) {
        arrow(edge.from(), isBroken(edge.tone()) ? "-.->" : "-->", edge.label(), edge.to());
        if (edge.tone() == Tone.ANONYMOUS) {
            out.append("  linkStyle ").append(index).append(" stroke:#b02a37,stroke-width:2px\n");
        }
    }

    /** An arrow that no token guards, or that no function sees. */
    private static boolean isBroken(Tone tone) {
        return tone == Tone.ANONYMOUS || tone == Tone.PREFLIGHT;
    }

    private void arrow(String from, String arrow, String label, String to) {
        out.append("  ").append(from).append(' ').append(arrow);
        if (!label.isEmpty()) {
            out.append("|\"").append(escaped(label)).append("\"|");
        }
        out.append(' ').append(to).append('\n');
    }

    private String end() {
        for (Tone tone : used) {
            Palette.Colors colors = Palette.light(tone);
            out.append("  classDef ").append(tone.word());
            out.append(" fill:").append(colors.fill()).append(",stroke:").append(colors.stroke());
            out.append(",color:").append(colors.text());
            if (tone == Tone.ANONYMOUS) {
                out.append(",stroke-width:3px,stroke-dasharray:6 3");
            } else if (tone == Tone.PREFLIGHT) {
                out.append(",stroke-dasharray:1 3");
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String open(Node.Kind kind, Tone tone) {
        if (tone == Tone.ANONYMOUS) {
            return "{{";
        }
        return switch (kind) {
            case CALLER -> "([";
            case TOKEN_ENDPOINT, DOMAIN, IDENTITY_PROVIDER -> ">";
            case USER_POOL, STORE -> "[(";
            case AUTHORIZER -> "[/";
            case FUNCTION -> "[[";
            case API, ROUTES -> "[";
        };
    }

    private static String close(Node.Kind kind, Tone tone) {
        if (tone == Tone.ANONYMOUS) {
            return "}}";
        }
        return switch (kind) {
            case CALLER -> "])";
            case TOKEN_ENDPOINT, DOMAIN, IDENTITY_PROVIDER -> "]";
            case USER_POOL, STORE -> ")]";
            case AUTHORIZER -> "\\]";
            case FUNCTION -> "]]";
            case API, ROUTES -> "]";
        };
    }

    /** Letters, digits and what is harmless in a label; all else by its number. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        Shortened.of(Printable.of(text), LONGEST).codePoints().forEach(c -> {
            boolean harmless = Character.isLetterOrDigit(c) || " /-_.,…".indexOf(c) >= 0;
            escaped.append(harmless ? Character.toString(c) : "#" + c + ";");
        });
        return escaped.toString();
    }

    /** For YAML's double quotes, where Mermaid decodes no numbers. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        Shortened.of(Printable.of(text), LONGEST).codePoints().forEach(c -> {
            boolean harmless = Character.isLetterOrDigit(c) || " /-_.,:…".indexOf(c) >= 0;
            quoted.append(harmless ? Character.toString(c) : String.format(Locale.ROOT, "\\U%08x", c));
        });
        return quoted.toString();
    }
}
