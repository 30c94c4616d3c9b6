package dev.tollgate.cli.commands;

import dev.tollgate.cli.served.ServedStack;
import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Json;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.finding.UserError;
import dev.tollgate.openapi.DeployedAddresses;
import dev.tollgate.openapi.OpenApiDocument;
import dev.tollgate.openapi.ServerUrls;
import dev.tollgate.surface.Surface;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.Infrastructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tollgate openapi}: the emitted API as an OpenAPI document. */
@Command(
        description = {
            "Writes the OpenAPI 3.0.3 document of the API that the emitted Terraform describes.",
            "It says who may call what, where tokens come from, and where the API is called. ANY and `$default` are written"
                    + " as the seven methods they answer; `x-tollgate-route` keeps the route's key, and `init --from-openapi`"
                    + " takes it back."
        },
        mixinStandardHelpOptions = true)
final class OpenApiCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ServedStack stack;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it. Default: standard output.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Where the API is called, stage and all, instead of what the Terraform says.")
    private Optional<String> server = Optional.empty();

    OpenApiCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Infrastructure infrastructure = stack.read();
        Surface surface = SurfaceReader.read(infrastructure);
        ServerUrls deployed = new DeployedAddresses(infrastructure, surface);
        OpenApiDocument document = OpenApiDocument.of(
                infrastructure,
                surface,
                server.map(OpenApiCommand::checked)
                        .<ServerUrls>map(url -> new GivenServer(url, deployed))
                        .orElse(deployed));
        document.notes().forEach(note -> terminal.err()
                .println(terminal.styled("bold,yellow", "note:") + " " + Text.printable(note)));
        String text = Json.text(document.json()) + "\n";
        if (out.isPresent()) {
            write(out.get(), text);
        } else {
            terminal.out().print(text);
        }
        return ExitCode.OK;
    }

    private static String checked(String url) {
        if (!url.matches("https?://[^\\s{}?#]+")) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`--server " + url + "` is no address of an API",
                    "it begins with `https://` or `http://`, and has no query");
        }
        return url.replaceAll("/+$", "");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot write `" + file + "`",
                    "name a file in a folder that is there",
                    e);
        }
    }
}
