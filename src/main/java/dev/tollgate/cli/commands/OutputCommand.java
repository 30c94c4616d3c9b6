package dev.tollgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.cli.step.DeploymentWiring;
import dev.tollgate.cli.step.StacksFolder;
import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Json;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.deploy.OutputValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tollgate output}: what the last deployment gave, its secrets only where they are asked for. */
@Command(
        description = "Shows the outputs of the last deployment: URLs, ids, and secrets with --show-secrets.",
        mixinStandardHelpOptions = true)
final class OutputCommand implements Callable<Integer> {

    private static final String MASKED = "(sensitive)";

    private final Terminal terminal;

    @ParentCommand
    private TollgateCommand tollgate;

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            required = true,
            description = "The environment: its file name without the extension. Run `tollgate synth` first.")
    private String environment;

    @Option(
            names = "--json",
            description = "Print JSON: `value` and `sensitive` by name. A masked output has no `value`.")
    private boolean json;

    @Option(names = "--show-secrets", description = "Also show sensitive values.")
    private boolean showSecrets;

    @Mixin
    private StacksFolder stacks;

    OutputCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<OutputValue> outputs =
                DeploymentWiring.of(tollgate, stacks, terminal).outputs(environment);
        if (json) {
            terminal.out().println(Json.text(data(outputs)));
        } else {
            terminal.out().print(Text.table(rows(outputs)));
        }
        if (outputs.isEmpty()) {
            terminal.err().println("`" + environment + "` is not deployed: it has no outputs");
        } else if (!showSecrets && outputs.stream().anyMatch(OutputValue::sensitive)) {
            terminal.err().println("sensitive values are masked; `--show-secrets` shows them");
        }
        return ExitCode.OK;
    }

    private List<List<String>> rows(List<OutputValue> outputs) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("NAME", "VALUE"));
        for (OutputValue output : outputs) {
            rows.add(List.of(output.name(), isMasked(output) ? MASKED : text(output.value())));
        }
        return rows;
    }

    private Map<String, Object> data(List<OutputValue> outputs) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (OutputValue output : outputs) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("sensitive", output.sensitive());
            if (!isMasked(output)) {
                one.put("value", output.value());
            }
            data.put(output.name(), one);
        }
        return data;
    }

    private boolean isMasked(OutputValue output) {
        return output.sensitive() && !showSecrets;
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
