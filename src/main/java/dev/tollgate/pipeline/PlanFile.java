package dev.tollgate.pipeline;

import dev.tollgate.deploy.FreshPlan;
import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A plan's file while Terraform works with it: in a folder of its owner's alone, and gone afterwards. */
final class PlanFile implements AutoCloseable {

    private final Path folder;

    private PlanFile(Path folder) {
        this.folder = folder;
    }

    /** A place for a plan that is yet to be made. */
    static PlanFile inTemp() {
        try {
            return new PlanFile(Files.createTempDirectory("tollgate-plan-"));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** {@code plan} for Terraform to apply. */
    static PlanFile of(FreshPlan plan) {
        PlanFile file = inTemp();
        try {
            Files.write(file.path(), plan.file());
        } catch (IOException e) {
            throw failed(e);
        }
        return file;
    }

    Path path() {
        return folder.resolve("plan.tfplan").toAbsolutePath();
    }

    byte[] content() {
        try {
            return Files.readAllBytes(path());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static UserError failed(IOException e) {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                "cannot write the plan to the temp folder: " + e.getMessage(),
                "check that TMPDIR is writable",
                e);
    }
}
