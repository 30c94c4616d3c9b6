package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Launcher;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Ctrl-C twice while two plans are made: a stand-in for Terraform, which takes its time to end, notes what it hears.
 */
class SecondSignalTest {

    /** Ends when the test says so, and never because of a signal. */
    private static final String TERRAFORM = """
            #!/bin/sh
            case $1 in
              version) echo '{"terraform_version": "1.11.4", "provider_selections": {}}' ;;
              init) mkdir -p .terraform && echo "# lock" >.terraform.lock.hcl ;;
              plan)
                trap 'echo INT >>heard' INT
                trap 'echo TERM >>heard' TERM
                : >started
                until [ -e end ]; do sleep 0.1; done
                : >ended
                exit 1 ;;
            esac
            """;

    private static final String POOL = """
            name      = "NAME"
            region    = "eu-west-1"
            api_type  = "none"
            user_pool = { domain_prefix = "NAME-example" }
            """;

    private static final long MINUTES = 2;

    @Test
    void isNotPassedOn() throws IOException, InterruptedException {
        List.of("setsid", "node").forEach(RequiredTool::orSkip);
        TempProject project = TempProject.named("second-signal");
        List<Path> stacks = List.of(stack(project, "one"), stack(project, "two"));
        Path programs = Files.createDirectories(project.folder().resolve("programs"));
        Path program = programs.resolve("terraform");
        Files.writeString(program, TERRAFORM);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path launcher = Launcher.shared();
        ProcessBuilder builder = new ProcessBuilder("setsid", launcher.toString(), "plan", "--all")
                .directory(project.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(project.folder().resolve("said.txt").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PATH", programs.toAbsolutePath() + ":" + System.getenv("PATH"));
        Process process = builder.start();
        waitFor(process, stacks, "started");

        interrupt(process);
        waitFor(process, stacks, "heard");
        interrupt(process);
        assertThat(process.isAlive()).isTrue();
        for (Path stack : stacks) {
            Files.createFile(stack.resolve("end"));
        }

        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(stacks).allSatisfy(stack -> {
            assertThat(stack.resolve("ended")).exists();
            assertThat(stack.resolve("heard")).hasContent("TERM\n");
        });
    }

    private static Path stack(TempProject project, String name) {
        project.environment(name, POOL.replace("NAME", name));
        return project.folder().resolve("cdktf.out").resolve("stacks").resolve(name);
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-s", "INT", "--", "-" + process.pid())
                .start()
                .waitFor();
    }

    /** Looks again and again until every stack has {@code file}; fails when the process ends before. */
    private static void waitFor(Process process, List<Path> stacks, String file)
            throws IOException, InterruptedException {
        while (!stacks.stream().allMatch(stack -> Files.exists(stack.resolve(file)))) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("ended too early");
            }
        }
    }
}
