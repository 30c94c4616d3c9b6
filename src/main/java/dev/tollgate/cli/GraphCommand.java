package dev.tollgate.cli;

import dev.tollgate.finding.UserError;
import dev.tollgate.graph.AccessMatrix;
import dev.tollgate.graph.AccessReader;
import dev.tollgate.graph.Graph;
import dev.tollgate.graph.GraphReader;
import dev.tollgate.graph.draw.MermaidText;
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
        name = "graph",
        description = {
            "Draws what the emitted Terraform describes: callers, domain, API, authorizer, routes, functions, tables, and "
                    + "where tokens come from. Routes that anyone may call stand out.",
            "With --access: who can call what, with which token, and who cannot."
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
            description = "mermaid (GitHub and GitLab draw it). Default: mermaid.")
    private Format format;

    @Option(names = "--access", description = "Draw the routes against the callers instead.")
    private boolean access;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to this file instead of standard output.")
    private Optional<Path> out = Optional.empty();

    /** What is drawn. */
    enum Format {
        MERMAID,
        SVG
    }

    GraphCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Infrastructure infrastructure = stack.read();
        String title = stack.title();
        write(
                access
                        ? drawn(AccessReader.read(title, infrastructure))
                        : drawn(GraphReader.read(title, infrastructure)));
        return ExitCode.OK;
    }

    private String drawn(Graph graph) {
        return switch (format) {
            case MERMAID -> MermaidText.of(graph);
            case SVG -> SvgPicture.of(graph);
        };
    }

    private String drawn(AccessMatrix matrix) {
        return switch (format) {
            case MERMAID -> MermaidText.of(matrix);
            case SVG -> throw new UserError(UserError.Exit.USAGE, "x", "y");
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
                    "check that its folder is there and can be written",
                    e);
        }
    }
}
