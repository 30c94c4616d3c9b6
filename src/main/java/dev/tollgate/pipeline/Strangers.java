package dev.tollgate.pipeline;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Location;
import dev.tollgate.finding.Severity;
import dev.tollgate.finding.UserError;
import dev.tollgate.synth.BesideStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Terraform that somebody laid into a stack's folder by hand: it is planned, and no file says so. */
final class Strangers {

    private static final String RULE = "stack-stranger";

    private Strangers() {}

    /** A warning for each in the stack of the environment {@code name} in {@code out}. */
    static List<Finding> of(String name, Path out) {
        Path folder = out.resolve("stacks").resolve(name);
        try {
            return BesideStack.strangers(folder).stream()
                    .map(file -> finding(name, file, folder.resolve(file)))
                    .toList();
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read `" + folder + "`: " + e.getMessage(),
                    "check its permissions",
                    e);
        }
    }

    private static Finding finding(String name, String file, Path path) {
        return Finding.of(
                RULE,
                Severity.WARNING,
                name,
                Location.startOf(path.toString().replace('\\', '/')),
                "`" + file + "` is planned with environment `" + name + "`, which does not name it",
                "move it into a folder of your own, such as `infra/" + name + "`, and write `terraform = [\"infra/"
                        + name + "\"]`; or delete it");
    }
}
