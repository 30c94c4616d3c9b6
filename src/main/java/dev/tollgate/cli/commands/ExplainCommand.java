package dev.tollgate.cli.commands;

import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Json;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.explain.Change;
import dev.tollgate.explain.KindSwitch;
import dev.tollgate.finding.Rule;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.pipeline.Catalogue;
import dev.tollgate.synth.StackResources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tollgate explain}: what a rule is for, and what a choice means before it is made. */
@Command(
        description = {
            "Explains a rule: what it reports and how to fix it.",
            "With --switch: what changes when the environment moves to the other kind of API: what its file must drop,"
                    + " what callers notice, which resources go and which stay."
        },
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ParentCommand
    private TollgateCommand tollgate;

    @Parameters(
            paramLabel = "RULE",
            arity = "0..1",
            description = "A rule's id, shown in brackets at the end of a finding.")
    private Optional<String> rule = Optional.empty();

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "The environment, with --switch.")
    private Optional<String> environment = Optional.empty();

    @Option(names = "--switch", paramLabel = "KIND", description = "The kind to move to: http or rest.")
    private Optional<String> kind = Optional.empty();

    @Option(names = "--json", description = "Print the explanation as JSON.")
    private boolean json;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (rule.isPresent() && (environment.isPresent() || kind.isPresent())) {
            throw new UserError(UserError.Exit.USAGE, "a rule and `--switch` cannot be combined", "remove one of them");
        }
        return rule.isPresent() ? rule(Catalogue.find(rule.get())) : kindSwitch();
    }

    private int rule(Rule found) {
        terminal.out()
                .print("# " + found.id() + "\n\n" + found.title() + " ("
                        + found.severity().word() + ")\n\n" + found.page());
        return ExitCode.OK;
    }

    private int kindSwitch() {
        ApiKind to = to();
        Environment one = DiffCommand.read(tollgate.pipeline(), environment.orElseThrow(() -> missing("-e")));
        if (one.kind() == to || one.kind() == ApiKind.NONE) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "environment `" + one.id() + "` is `api_type = \""
                            + one.kind().word() + "\"`",
                    one.kind() == ApiKind.NONE ? "it has no API to move to another kind" : "name the other kind");
        }
        KindSwitch change = KindSwitch.of(one, to, StackResources::types);
        terminal.out().print(json ? Json.text(data(one, to, change)) + "\n" : text(one, to, change));
        return ExitCode.OK;
    }

    private ApiKind to() {
        String word = kind.orElseThrow(() -> missing("--switch")).toLowerCase(Locale.ROOT);
        if (!List.of("http", "rest").contains(word)) {
            throw new UserError(
                    UserError.Exit.USAGE, "unknown kind for `--switch`: `" + word + "`", "use `http` or `rest`");
        }
        return ApiKind.of(word);
    }

    private static UserError missing(String flag) {
        return new UserError(
                UserError.Exit.USAGE,
                "`" + flag + "` is missing",
                "write `tollgate explain RULE`, or `tollgate explain -e NAME --switch http|rest`");
    }

    private String text(Environment environment, ApiKind to, KindSwitch change) {
        StringBuilder text = new StringBuilder();
        text.append(Text.printable(environment.id()))
                .append(": ")
                .append(environment.kind().word())
                .append(" → ")
                .append(to.word())
                .append('\n');
        section(text, "To fix first", change.mend());
        section(text, "No longer available", change.lost());
        section(text, "Newly available", change.gained());
        text.append("\nWhat callers and functions notice\n");
        for (Change one : change.callers()) {
            text.append("  ").append(one.subject()).append('\n');
            text.append("    now:  ").append(Text.printable(one.now())).append('\n');
            text.append("    then: ").append(Text.printable(one.then())).append('\n');
        }
        section(text, "Resources that go", change.removed());
        section(text, "Resources that come", change.made());
        section(text, "What stays", change.kept());
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append('\n').append(title).append('\n');
            lines.forEach(
                    line -> text.append("  - ").append(Text.printable(line)).append('\n'));
        }
    }

    private static Map<String, Object> data(Environment environment, ApiKind to, KindSwitch change) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("environment", environment.id());
        data.put("from", environment.kind().word());
        data.put("to", to.word());
        data.put("mend", change.mend());
        data.put("lost", change.lost());
        data.put("gained", change.gained());
        data.put("callers", change.callers());
        data.put("removed", change.removed());
        data.put("made", change.made());
        data.put("kept", change.kept());
        return data;
    }
}
