package dev.tollgate.cli.commands;

import dev.tollgate.cli.served.ServedStack;
import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.finding.UserError;
import dev.tollgate.graph.AccessMatrix;
import dev.tollgate.graph.CallersReader;
import dev.tollgate.graph.Graph;
import dev.tollgate.graph.GraphReader;
import dev.tollgate.graph.draw.HtmlPage;
import dev.tollgate.graph.draw.MermaidText;
import dev.tollgate.graph.draw.SvgMatrix;
import dev.tollgate.graph.draw.SvgPicture;
import dev.tollgate.terraform.Infrastructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tollgate graph}: the emitted Terraform as a picture. */
@Command(
        description = {
            "Draws a diagram of the emitted Terraform: callers, domain, API, authorizer, routes, functions, tables, and "
                    + "token issuers. Highlights routes that anyone can call.",
            "With --access: who can call which route, with which token, and who cannot."
        },
        mixinStandardHelpOptions = true)
final class GraphCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ServedStack stack;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "mermaid",
            description =
                    "mermaid (GitHub and GitLab draw it), svg, or html (the picture and the table). Default: mermaid.")
    private Format format;

    @Option(names = "--access", description = "Draw who can call which route.")
    private boolean access;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to this file instead of standard output.")
    private Optional<Path> out = Optional.empty();

    /** What is drawn. */
    enum Format {
        MERMAID,
        SVG,
        HTML
    }

    GraphCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Infrastructure infrastructure = stack.read();
        String title = stack.title();
        AccessMatrix matrix = CallersReader.read(title, infrastructure);
        matrix.notes().stream().distinct().forEach(note -> terminal.err()
                .println(terminal.styled("bold,yellow", "note:") + " " + Text.printable(note)));
        write(access ? drawn(matrix) : drawn(GraphReader.read(title, infrastructure), matrix));
        return ExitCode.OK;
    }

    private String drawn(Graph graph, AccessMatrix matrix) {
        return switch (format) {
            case MERMAID -> MermaidText.of(graph);
            case SVG -> SvgPicture.of(graph);
            case HTML -> HtmlPage.of(graph, matrix);
        };
    }

    private String drawn(AccessMatrix matrix) {
        return switch (format) {
            case MERMAID -> MermaidText.of(matrix);
            case SVG -> SvgMatrix.of(matrix);
            case HTML -> HtmlPage.of(matrix);
        };
    }

    private void write(String text) {
        if (out.isEmpty()) {
            terminal.out().print(text);
            return;
        }
        try {
            Files.writeString(out.get(), text);
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot write `" + out.get() + "`",
                    "check that its folder exists and is writable",
                    e);
        }
    }
}
