package dev.tollgate.cli.commands;

import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Json;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.model.Environment;
import dev.tollgate.pipeline.Judged;
import dev.tollgate.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tollgate environments}: lists environments. */
@Command(
        description = "Lists environments: name, kind of API, region, routes and domain.",
        mixinStandardHelpOptions = true)
final class EnvironmentsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ParentCommand
    private TollgateCommand tollgate;

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    EnvironmentsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Pipeline pipeline = tollgate.pipeline();
        List<Judged> judged = pipeline.validate(pipeline.environments());
        if (json) {
            terminal.out()
                    .println(Json.text(
                            judged.stream().map(EnvironmentsCommand::data).toList()));
        } else {
            terminal.out().print(Text.table(rows(judged)));
        }
        List<String> broken =
                judged.stream().filter(Judged::blocks).map(Judged::name).toList();
        if (!broken.isEmpty()) {
            terminal.err().println("with errors: " + String.join(", ", broken) + "; see `tollgate validate`");
            return ExitCode.FINDINGS;
        }
        return ExitCode.OK;
    }

    private static List<List<String>> rows(List<Judged> judged) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("NAME", "KIND", "REGION", "ROUTES", "DOMAIN"));
        for (Judged one : judged) {
            rows.add(one.environment()
                    .map(environment -> row(one.name(), environment))
                    .orElseGet(() -> List.of(one.name(), "?", "?", "?", "?")));
        }
        return rows;
    }

    private static List<String> row(String name, Environment environment) {
        return List.of(
                name,
                environment.kind().word(),
                environment.region(),
                String.valueOf(environment.routes().size()),
                environment.apiDomain().or(environment::authDomain).orElse("-"));
    }

    private static Map<String, Object> data(Judged judged) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", judged.name());
        data.put("valid", !judged.blocks());
        judged.environment().ifPresent(environment -> {
            data.put("kind", environment.kind().word());
            data.put("region", environment.region());
            data.put("routes", environment.routes().size());
            environment.apiDomain().ifPresent(name -> data.put("domain", name));
            environment.authDomain().ifPresent(name -> data.put("authDomain", name));
        });
        return data;
    }
}
