package dev.tollgate.doctor;

import dev.tollgate.model.AwsProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks folders: the provider lock file of a stack, and leftover temp folders. */
final class Folders {

    private static final Duration OLD = Duration.ofHours(1);
    private static final Pattern LOCKED =
            Pattern.compile("provider \"[^\"]*/hashicorp/aws\"\\s*\\{[^}]*?\\bversion\\s*=\\s*\"([^\"]+)\"");
    private static final Pattern LEFT_OVER = Pattern.compile("(jsii-java-runtime|jsii-kernel-|tollgate\\.).+");

    private final Path out;
    private final Path temp;
    private final Instant now;

    Folders(Path out, Path temp, Instant now) {
        this.out = out;
        this.temp = temp;
        this.now = now;
    }

    /** The lock file of the stack {@code name}; {@code oldest} is what its configuration asks of the provider. */
    Check lock(String name, ProgramVersion oldest) {
        Path stack = out.resolve("stacks").resolve(name);
        if (!Files.isRegularFile(stack.resolve("cdk.tf.json"))) {
            return Check.warning("provider lock", "the stack is not synthesized", "tollgate synth -e " + name);
        }
        String init = "terraform -chdir=" + stack + " init";
        Path lock = stack.resolve(".terraform.lock.hcl");
        if (!Files.isRegularFile(lock)) {
            return Check.warning("provider lock", "no lock file in `" + stack + "`", init);
        }
        try {
            Matcher locked = LOCKED.matcher(Files.readString(lock));
            Optional<ProgramVersion> version = locked.find() ? ProgramVersion.in(locked.group(1)) : Optional.empty();
            if (version.isEmpty()) {
                return Check.failed("provider lock", "`" + lock + "` does not lock hashicorp/aws", init);
            }
            boolean fits = !version.get().isBefore(oldest) && version.get().major() < AwsProvider.NEXT_MAJOR;
            return fits
                    ? Check.ok("provider lock", "hashicorp/aws " + version.get())
                    : Check.failed(
                            "provider lock",
                            "hashicorp/aws " + version.get() + ", and the stack takes " + AwsProvider.CONSTRAINT,
                            init + " -upgrade");
        } catch (IOException e) {
            return Check.unknown("provider lock", "`" + lock + "` cannot be read: " + e.getMessage(), init);
        }
    }

    /** Temp folders of the CDKTF runtime that are old enough to be nobody's. */
    Check leftovers() {
        try (Stream<Path> files = Files.list(temp)) {
            List<Path> old = files.filter(file -> LEFT_OVER
                            .matcher(String.valueOf(file.getFileName()))
                            .matches())
                    .filter(Files::isDirectory)
                    .filter(this::isOld)
                    .sorted()
                    .toList();
            return old.isEmpty()
                    ? Check.ok("temp folders", "nothing left over in `" + temp + "`")
                    : Check.warning(
                            "temp folders",
                            old.size() + " left over in `" + temp + "` by the CDKTF runtime",
                            "find '" + temp + "' -maxdepth 1 -type d -mmin +60 \\( -name 'jsii-java-runtime*' -o -name"
                                    + " 'jsii-kernel-*' -o -name 'tollgate.*' \\) -exec rm -r {} +");
        } catch (IOException e) {
            return Check.unknown("temp folders", "`" + temp + "` cannot be read: " + e.getMessage(), "check TMPDIR");
        }
    }

    private boolean isOld(Path folder) {
        try {
            return Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(OLD));
        } catch (IOException e) {
            // Gone meanwhile: somebody's after all.
            return false;
        }
    }
}
