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
            "Writes an OpenAPI 3.0.3 document of the emitted API.",
            "It has the security of each route, the token endpoints and the server URLs. ANY and `$default` become"
                    + " the seven methods they answer; `x-tollgate-route` keeps the route's key, and `init --from-openapi`"
                    + " reads it back."
        },
        mixinStandardHelpOptions = true)
final class OpenApiCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ServedStack stack;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to this file. Default: standard output.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "URL of the API including the stage, instead of the one in the Terraform.")
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
                    "`--server " + url + "` is not the URL of an API",
                    "use `https://` or `http://`, without a query");
        }
        return url.replaceAll("/+$", "");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT, "cannot write `" + file + "`", "name a file in an existing folder", e);
        }
    }
}
