package dev.tollgate.cli.commands;

import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Json;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.diff.EnvironmentComparison;
import dev.tollgate.diff.Row;
import dev.tollgate.diff.Said;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.Environment;
import dev.tollgate.pipeline.Pipeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tollgate diff}: two environments side by side. */
@Command(
        description =
                "Shows two environments side by side, key by key, as their files have them: each key that one of the files "
                        + "writes, and the default where the other leaves it out. Exit code 0 when they are the same, "
                        + "1 when they differ.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ParentCommand
    private TollgateCommand tollgate;

    @Parameters(index = "0", paramLabel = "LEFT", description = "An environment.")
    private String left;

    @Parameters(index = "1", paramLabel = "RIGHT", description = "The environment to compare it with.")
    private String right;

    @Option(names = "--changed", description = "Only what is different.")
    private boolean changed;

    @Option(names = "--json", description = "The comparison as JSON, on standard output.")
    private boolean json;

    DiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Pipeline pipeline = tollgate.pipeline();
        List<Row> all = EnvironmentComparison.of(
                read(pipeline, left).inputs(), read(pipeline, right).inputs());
        List<Row> rows = all.stream().filter(row -> !changed || !row.isSame()).toList();
        terminal.out().print(json ? Json.text(data(rows)) + "\n" : text(rows));
        return all.stream().allMatch(Row::isSame) ? ExitCode.OK : ExitCode.FINDINGS;
    }

    static Environment read(Pipeline pipeline, String name) {
        return pipeline.validate(List.of(name))
                .get(0)
                .environment()
                .orElseThrow(() -> new UserError(
                        UserError.Exit.ENVIRONMENT,
                        "environment `" + name + "` cannot be read",
                        "see `tollgate validate -e " + name + "`"));
    }

    private String text(List<Row> rows) {
        StringBuilder text = new StringBuilder("  " + left + " → " + right + "\n");
        for (Row row : rows) {
            text.append(row.isSame() ? "= " : "≠ ")
                    .append(Text.printable(row.key().toString()))
                    .append(": ")
                    .append(Text.printable(
                            row.isSame() ? text(row.either()) : text(row.left()) + " → " + text(row.right())))
                    .append('\n');
        }
        long different = rows.stream().filter(row -> !row.isSame()).count();
        return text + "" + different + " different, " + (rows.size() - different) + " the same\n";
    }

    private static String text(Optional<Said> said) {
        return said.map(Said::text).orElse("-");
    }

    private Map<String, Object> data(List<Row> rows) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("left", left);
        data.put("right", right);
        data.put("same", rows.stream().allMatch(Row::isSame));
        data.put("rows", rows.stream().map(DiffCommand::data).toList());
        return data;
    }

    private static Map<String, Object> data(Row row) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("key", row.key().toString());
        row.left().ifPresent(said -> data.put("left", data(said)));
        row.right().ifPresent(said -> data.put("right", data(said)));
        data.put("same", row.isSame());
        return data;
    }

    private static Map<String, Object> data(Said said) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("value", said.value());
        data.put("default", said.byDefault());
        return data;
    }
}
