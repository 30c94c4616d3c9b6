package dev.tollgate.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.archive.Sha256;
import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The folder of one stack, and Terraform in it. */
public final class Workspace {

    static final String LOCK_FILE = ".terraform.lock.hcl";
    private static final String CONFIGURATION = "cdk.tf.json";
    private static final String OF_ONE_PLAN = "tollgate-plan.tf.json";
    /** Kept where Terraform keeps what it installed, so that it goes when that goes. */
    private static final String INITIALISED = "tollgate-initialised";

    private static final String PUBLISHER_GONE =
            "see Terraform's output above; if it cannot find an SSM parameter, deploy the"
                    + " environment that publishes the user pool first (`tollgate destroy` works without it)";

    /** How deep modules may lie in the folder. */
    private static final int DEEPEST = 40;

    private static final int SUCCESS = 0;
    private static final int CHANGES = 2;

    private final TerraformBinary terraform;
    private final Path folder;

    /** {@code folder} holds what was emitted. */
    public Workspace(TerraformBinary terraform, Path folder) {
        this.terraform = terraform;
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Where Terraform keeps the providers that were chosen, and their checksums. */
    public Path lockFile() {
        return folder.resolve(LOCK_FILE);
    }

    /**
     * Initialises the folder unless that was done for the same backend, providers and lock file; whether there was
     * anything to do. One at a time: Terraform's plugin cache is not made for more.
     */
    public boolean initialise() {
        keepBeside(""); // left by a plan that was interrupted
        Path done = terraform.dataFolder(folder).resolve(INITIALISED);
        if (Files.isRegularFile(lockFile()) && text(done).equals(wanted())) {
            return false;
        }
        terraform.tell(folder, Voice.HELD, List.of(SUCCESS), "init", "-input=false");
        try {
            Files.writeString(done, wanted());
        } catch (IOException e) {
            throw unwritable(done, e);
        }
        return true;
    }

    /** The parts of the folder that an initialisation depends on. */
    private String wanted() {
        StringBuilder wanted = new StringBuilder();
        wanted.append(TerraformJson.of(text(folder.resolve(CONFIGURATION))).path("terraform"))
                .append('\n')
                .append(text(lockFile()));
        // What is beside may ask for modules and providers anywhere.
        for (Path file : beside()) {
            wanted.append(folder.relativize(file)).append('\n').append(text(file));
        }
        return Sha256.of(wanted.toString().getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    private List<Path> beside() {
        try (Stream<Path> files = Files.find(folder, DEEPEST, (file, attributes) -> isBeside(file))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read `" + folder + "`: " + e.getMessage(),
                    "check its permissions",
                    e);
        }
    }

    private boolean isBeside(Path file) {
        Path name = folder.relativize(file);
        return (file.toString().endsWith(".tf") || file.toString().endsWith(".tf.json"))
                && !name.startsWith(".terraform")
                && !name.equals(Path.of(CONFIGURATION))
                && !name.equals(Path.of(OF_ONE_PLAN))
                && Files.isRegularFile(file);
    }

    /** Puts {@code text} in the place of a lock file that is not there. */
    public void keepLockFile(String text) {
        if (text.isEmpty() || Files.exists(lockFile())) {
            return;
        }
        try {
            Files.writeString(lockFile(), text);
        } catch (IOException e) {
            throw unwritable(lockFile(), e);
        }
    }

    /** Plans into {@code file}, with {@code besides}; whether anything would change. */
    public boolean plan(PlanMode mode, List<Path> varFiles, Besides besides, Path file, Voice voice) {
        List<String> arguments = new ArrayList<>(List.of("plan", "-input=false", "-detailed-exitcode", "-out=" + file));
        boolean readsPublished = readsPublished();
        if (mode == PlanMode.DESTROY) {
            arguments.add("-destroy");
            if (readsPublished) {
                // Who published the pool may be gone already; what is to be destroyed needs nothing of it.
                arguments.add("-refresh=false");
            }
        }
        besides.replaced().forEach(address -> arguments.add("-replace=" + address));
        varFiles.forEach(varFile -> arguments.add("-var-file=" + varFile.toAbsolutePath()));
        try {
            keepBeside(besides.configuration());
            return terraform.tell(folder, voice, List.of(SUCCESS, CHANGES), arguments.toArray(String[]::new))
                    == CHANGES;
        } catch (TerraformFailure failure) {
            throw readsPublished ? failure.hinting(PUBLISHER_GONE) : failure;
        } finally {
            keepBeside("");
        }
    }

    /** The cycle of the plan in {@code file}, which failed; empty where that is not why. */
    public Optional<PlanCycle> cycle(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0
                    ? PlanCycle.in(new String(
                            terraform.ask(folder, "graph", "-draw-cycles", "-plan=" + file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (TerraformFailure | IOException e) {
            // What failed before is what to tell.
            return Optional.empty();
        }
    }

    /** A saved plan carries the configuration that it was made of, so that nobody needs the file later. */
    private void keepBeside(String configuration) {
        Path file = folder.resolve(OF_ONE_PLAN);
        try {
            if (configuration.isBlank()) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, configuration);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Whether the stack asks AWS for a user pool that another environment publishes. */
    private boolean readsPublished() {
        return !TerraformJson.of(text(folder.resolve(CONFIGURATION)))
                .at("/data/aws_ssm_parameter")
                .isMissingNode();
    }

    /** The plan in {@code file} as Terraform's JSON. */
    public byte[] json(Path file) {
        return terraform.ask(folder, "show", "-json", file.toString());
    }

    /** Applies the plan in {@code file}, and nothing else. */
    public void apply(Path file) {
        terraform.tell(folder, Voice.SHOWN, List.of(SUCCESS), "apply", "-input=false", file.toString());
    }

    /** What the last apply gave. */
    public List<OutputValue> outputs() {
        JsonNode outputs =
                TerraformJson.of(new String(terraform.ask(folder, "output", "-json"), StandardCharsets.UTF_8));
        return outputs.properties().stream()
                .map(one -> new OutputValue(
                        one.getKey(),
                        one.getValue().path("sensitive").asBoolean(true),
                        one.getValue().path("value")))
                .toList();
    }

    /** Terraform's version. */
    public String terraformVersion() {
        return terraform.version(folder);
    }

    /** The versions of the providers in use. */
    public SortedMap<String, String> providers() {
        return terraform.providers(folder);
    }

    /** The state there is. */
    public PulledState state() {
        return new PulledState(new String(terraform.ask(folder, "state", "pull"), StandardCharsets.UTF_8));
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read `" + file + "`: " + e.getMessage(),
                    "check its permissions",
                    e);
        }
    }

    private static UserError unwritable(Path file, IOException e) {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                "cannot write `" + file + "`: " + e.getMessage(),
                "check the folder's permissions",
                e);
    }
}
