package dev.tollgate.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.deploy.PlanCycle;
import dev.tollgate.deploy.TerraformBinary;
import dev.tollgate.deploy.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One emitted stack's folder, and Terraform in it. */
final class Stack {

    private static final String KEPT_PLAN = "kept.plan";

    private final Path folder;
    private final Emulator emulator;

    /** {@code folder} as synth wrote it; nothing is added to it but what Terraform itself writes. */
    Stack(Path folder, Emulator emulator) {
        this.folder = folder;
        this.emulator = emulator;
    }

    Run terraform(String... arguments) {
        List<String> command = new ArrayList<>(List.of("terraform"));
        command.addAll(Arrays.asList(arguments));
        return Run.of(folder, emulator.environment(), command);
    }

    /** Initialises the folder; one at a time, for the plugin cache is not made for more. */
    Stack init() {
        return init(List.of("terraform", "init", "-input=false", "-no-color"));
    }

    /** Initialises the folder for {@code terraform validate}, which asks for no state. */
    Stack initWithoutState() {
        return init(List.of("terraform", "init", "-input=false", "-no-color", "-backend=false"));
    }

    private Stack init(List<String> command) {
        initialise(folder, emulator.environment(), command);
        return this;
    }

    /** Runs {@code command}, an {@code init}, in {@code folder} while no other one runs. */
    static void initialise(Path folder, Map<String, String> environment, List<String> command) {
        synchronized (Stack.class) {
            Run.of(folder, environment, command).succeeded();
        }
    }

    /** Whether Terraform takes what is here. */
    Run validate() {
        return terraform("validate", "-no-color");
    }

    Run plan(Path... varFiles) {
        return terraform(with(List.of("plan", "-input=false", "-no-color", "-detailed-exitcode"), varFiles));
    }

    /** A plan that {@link #applyPlan} applies; the exit code as of {@link #plan}. */
    Run keepPlan(Path... varFiles) {
        return terraform(with(
                List.of("plan", "-input=false", "-no-color", "-detailed-exitcode", "-out=" + KEPT_PLAN), varFiles));
    }

    Run applyPlan() {
        return terraform("apply", "-input=false", "-no-color", KEPT_PLAN);
    }

    Run apply(Path... varFiles) {
        return terraform(with(List.of("apply", "-input=false", "-no-color", "-auto-approve"), varFiles));
    }

    Run destroy(Path... varFiles) {
        return terraform(with(List.of("destroy", "-input=false", "-no-color", "-auto-approve"), varFiles));
    }

    /**
     * What a plan would do, by address: {@code update}, {@code create}, {@code delete,create} …; what it leaves is left
     * out.
     */
    SortedMap<String, String> changes(Path... varFiles) {
        return changesOf(planned(varFiles));
    }

    /** The same of a plan that is there, as JSON. */
    static SortedMap<String, String> changesOf(JsonNode plan) {
        SortedMap<String, String> changes = new TreeMap<>();
        for (JsonNode resource : plan.path("resource_changes")) {
            List<String> actions = new ArrayList<>();
            resource.path("change").path("actions").forEach(action -> actions.add(action.asText()));
            if (!actions.equals(List.of("no-op")) && !actions.equals(List.of("read"))) {
                changes.put(resource.path("address").asText(), String.join(",", actions));
            }
        }
        return changes;
    }

    /** A plan as Terraform's JSON. */
    JsonNode planned(Path... varFiles) {
        terraform(with(List.of("plan", "-input=false", "-no-color", "-out=e2e.plan"), varFiles))
                .succeeded();
        try {
            return new ObjectMapper()
                    .readTree(terraform("show", "-json", "e2e.plan").succeeded().output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cycle of a plan, as {@code tollgate plan} finds it. */
    Optional<PlanCycle> cycle() {
        terraform("plan", "-input=false", "-no-color", "-out=e2e.plan");
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.putAll(emulator.environment());
        return new Workspace(TerraformBinary.find(environment), folder)
                .cycle(folder.resolve("e2e.plan").toAbsolutePath());
    }

    /** Puts {@code json} in the place of what was emitted here. */
    void replaceWith(Path emitted) {
        try {
            Files.createDirectories(folder);
            Files.copy(
                    emitted.resolve("cdk.tf.json"),
                    folder.resolve("cdk.tf.json"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Path functions = emitted.resolve("functions");
            if (Files.isDirectory(functions)) {
                Files.createDirectories(folder.resolve("functions"));
                try (var zips = Files.list(functions)) {
                    for (Path zip : zips.toList()) {
                        Files.copy(
                                zip,
                                folder.resolve("functions").resolve(zip.getFileName()),
                                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] with(List<String> command, Path... varFiles) {
        List<String> all = new ArrayList<>(command);
        for (Path file : varFiles) {
            all.add("-var-file=" + file.toAbsolutePath());
        }
        return all.toArray(String[]::new);
    }
}
