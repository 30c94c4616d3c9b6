package dev.tollgate.e2e;

import dev.tollgate.testing.Launcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tollgate in a project, through its launcher, with an account of AWS. */
final class Launched {

    private final TempProject project;
    private final Emulator emulator;
    private final Path launcher;

    Launched(TempProject project, Emulator emulator) {
        this.project = project;
        this.emulator = emulator;
        this.launcher = Launcher.shared();
    }

    /** The launcher's command line. */
    List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** What the process is given on top of this one's environment. */
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(emulator.environment());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("NO_COLOR", "1");
        environment.remove("TF_IN_AUTOMATION");
        return environment;
    }

    /** Runs it where nobody can be asked. */
    Run run(String... arguments) {
        return Run.of(project.folder(), environment(), command(arguments));
    }

    /** Runs it with {@code more} in its environment. */
    Run run(Map<String, String> more, String... arguments) {
        Map<String, String> environment = environment();
        environment.putAll(more);
        return Run.of(project.folder(), environment, command(arguments));
    }
}
