package dev.tollgate.cli.commands;

import dev.tollgate.aws.Programs;
import dev.tollgate.cli.step.StacksFolder;
import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Json;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.doctor.Check;
import dev.tollgate.doctor.Doctor;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.Environment;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tollgate doctor}: whether this machine and the account have what is needed. */
@Command(
        description =
                "Checks that this machine, and with --aws the account, has what an environment needs, and shows the "
                        + "command that fixes each problem. Changes nothing. Exits with 1 if there is a problem, 3 if a check "
                        + "could not be made.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ParentCommand
    private TollgateCommand tollgate;

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "Also check what this environment needs.")
    private Optional<String> environment = Optional.empty();

    @Option(names = "--aws", description = "Also check the AWS account, with read-only calls of the AWS CLI.")
    private boolean aws;

    @Mixin
    private StacksFolder stacks;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "Timeout of each check. Default: 20.")
    private int seconds;

    @Option(names = "--json", description = "Print the checks as JSON.")
    private boolean json;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<Environment> one = environment.map(name -> DiffCommand.read(tollgate.pipeline(), name));
        Path temp = Path.of(terminal.environment().getOrDefault("TMPDIR", System.getProperty("java.io.tmpdir")));
        Doctor doctor = new Doctor(
                new Programs(terminal.environment(), Duration.ofSeconds(Math.max(1, seconds))),
                stacks.folder(),
                temp,
                Clock.systemUTC());
        List<Check> checks = new ArrayList<>(doctor.machine(System.getProperty("java.version"), one));
        if (aws) {
            terminal.progress("asking AWS …");
            checks.addAll(doctor.account(one));
            terminal.progressDone();
        }
        terminal.out()
                .print(json ? Json.text(checks.stream().map(DoctorCommand::data).toList()) + "\n" : text(checks));
        return exit(checks);
    }

    private static int exit(List<Check> checks) {
        if (checks.stream().anyMatch(check -> check.status() == Check.Status.FAILED)) {
            return ExitCode.FINDINGS;
        }
        return checks.stream().anyMatch(check -> check.status() == Check.Status.UNKNOWN)
                ? UserError.Exit.ENVIRONMENT.code()
                : ExitCode.OK;
    }

    private static String text(List<Check> checks) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("CHECK", "STATUS", "FOUND"));
        checks.forEach(check -> {
            rows.add(List.of(check.name(), check.status().word(), check.found()));
            check.fix().ifPresent(fix -> rows.add(List.of("", "", "fix: " + fix)));
        });
        return Text.table(rows);
    }

    private static Map<String, Object> data(Check check) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("check", check.name());
        data.put("status", check.status().word());
        data.put("found", check.found());
        check.fix().ifPresent(fix -> data.put("fix", fix));
        return data;
    }
}
