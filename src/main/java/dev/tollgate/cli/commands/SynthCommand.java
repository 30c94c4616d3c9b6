package dev.tollgate.cli.commands;

import dev.tollgate.cli.step.Selection;
import dev.tollgate.cli.step.SynthStep;
import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.FindingsPrinter;
import dev.tollgate.cli.text.Json;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.finding.Severity;
import dev.tollgate.finding.format.Plain;
import dev.tollgate.pipeline.Pipeline;
import dev.tollgate.synth.Synthesized;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tollgate synth}: environments become Terraform JSON, all of them or none. */
@Command(
        description =
                "Synthesizes changed environments into Terraform JSON. Writes nothing if any environment has an error.",
        mixinStandardHelpOptions = true)
final class SynthCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ParentCommand
    private TollgateCommand tollgate;

    @Mixin
    private Selection selection;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "${env:TOLLGATE_OUTDIR:-${env:CDKTF_OUTDIR:-cdktf.out}}",
            description = "Folder for the stacks. Default: $CDKTF_OUTDIR, or cdktf.out.")
    private Path out;

    @Option(
            names = "--force",
            description = "Also synthesize environments that have not changed, and build their functions again.")
    private boolean force;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    /** Read where the process is launched: by then it is too late to tell the CDKTF runtime anything. */
    @Option(
            names = "--verbose",
            description = "Show messages of the CDKTF runtime, such as warnings about the Node.js version.")
    @SuppressWarnings("UnusedVariable")
    private boolean verbose;

    SynthCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Pipeline pipeline = tollgate.pipeline();
        SynthStep.Result result = new SynthStep(terminal, pipeline, tollgate.preparedProcess())
                .synthesize(selection.orAll(pipeline), out, "synth", force);
        if (result.ended().isPresent()) {
            return result.ended().getAsInt();
        }
        if (selection.isAll()) {
            new FindingsPrinter(terminal).print(pipeline.removed(out), Severity.WARNING);
        }
        terminal.out().print(json ? Json.text(data(result)) + "\n" : Text.table(rows(result.stacks())));
        terminal.out().flush();
        return result.hasErrors() ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static List<List<String>> rows(List<Synthesized> made) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ENVIRONMENT", "KIND", "ROUTES", "RESOURCES", "TIME", "FILE"));
        for (Synthesized one : made) {
            rows.add(List.of(
                    one.environment().id(),
                    one.environment().kind().word(),
                    String.valueOf(one.environment().routes().size()),
                    String.valueOf(one.resources()),
                    one.time()
                            .map(time -> String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0))
                            .orElse("up to date"),
                    one.file().toString()));
        }
        return rows;
    }

    private static Map<String, Object> data(SynthStep.Result result) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(
                "environments", result.stacks().stream().map(SynthCommand::data).toList());
        data.put("findings", Plain.of(result.findings()));
        return data;
    }

    private static Map<String, Object> data(Synthesized one) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", one.environment().id());
        data.put("kind", one.environment().kind().word());
        data.put("routes", one.environment().routes().size());
        data.put("resources", one.resources());
        data.put("up_to_date", one.time().isEmpty());
        data.put("milliseconds", one.time().map(Duration::toMillis).orElse(0L));
        data.put("file", one.file().toString());
        return data;
    }
}
