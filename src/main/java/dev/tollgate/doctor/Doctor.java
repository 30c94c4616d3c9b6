package dev.tollgate.doctor;

import dev.tollgate.aws.AwsCli;
import dev.tollgate.aws.Programs;
import dev.tollgate.model.AwsProvider;
import dev.tollgate.model.Environment;
import dev.tollgate.model.TerraformRelease;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at everything that has to be there, on this machine and in the account. */
public final class Doctor {

    /** What the {@code required_version} of most stacks says. */
    private static final ProgramVersion TERRAFORM = version(TerraformRelease.REMOVED);

    /** The first Terraform that locks S3 state by a file. */
    private static final ProgramVersion LOCK_FILE = version(TerraformRelease.LOCK_FILE);

    /** What the emitted {@code required_providers} say. */
    private static final ProgramVersion PROVIDER = new ProgramVersion(AwsProvider.MAJOR, AwsProvider.MINOR, 0);

    private final Programs programs;
    private final Folders folders;
    private final Tools tools;

    /**
     * @param out where synth puts stacks
     * @param temp where temp folders are
     */
    public Doctor(Programs programs, Path out, Path temp, Clock clock) {
        this.programs = programs;
        this.folders = new Folders(out, temp, clock.instant());
        this.tools = new Tools(programs, LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }

    private static ProgramVersion version(TerraformRelease release) {
        return new ProgramVersion(1, release.minor(), 0);
    }

    /** What this machine has; {@code environment} may ask for more than others. */
    public List<Check> machine(String java, Optional<Environment> environment) {
        boolean lockFile = environment
                .flatMap(Environment::state)
                .filter(state -> state.useLockfile())
                .isPresent();
        List<Check> checks = new ArrayList<>(tools.all(
                java, lockFile ? LOCK_FILE : TERRAFORM, lockFile ? "state in S3 with a lock file" : "what is emitted"));
        environment.ifPresent(one -> checks.add(folders.lock(one.id(), PROVIDER)));
        checks.add(folders.leftovers());
        return checks;
    }

    /** What the account has for {@code environment}; only who asks, when there is none. */
    public List<Check> account(Optional<Environment> environment) {
        if (programs.find("aws").isEmpty()) {
            return List.of(Check.unknown(
                    "AWS",
                    "`aws`, the AWS CLI, is not on PATH",
                    "install it: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html"));
        }
        String region = environment
                .map(Environment::region)
                .or(() -> programs.variable("AWS_REGION"))
                .or(() -> programs.variable("AWS_DEFAULT_REGION"))
                .orElse("us-east-1");
        Account account = new Account(new AwsCli(programs, region));
        Check caller = account.caller();
        List<Check> checks = new ArrayList<>(List.of(caller));
        // Without credentials every other answer would be the same refusal.
        if (caller.status() == Check.Status.OK) {
            environment.ifPresent(one -> checks.addAll(account.of(one)));
        }
        return checks;
    }
}
