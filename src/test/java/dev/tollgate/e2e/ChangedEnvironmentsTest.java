package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Launcher;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which environments a pull request changes: the workflow's own script, in a repository of its own. */
class ChangedEnvironmentsTest {

    private static final String POOL = """
            name      = "NAME"
            region    = "eu-west-1"
            api_type  = "none"
            user_pool = { domain_prefix = "NAME-example" }
            """;

    private static final String STATE = "state = { bucket = \"states\", key = \"NAME\", region = \"eu-west-1\" }\n";

    private TempProject project;

    @BeforeEach
    void repository() throws IOException {
        List.of("git", "jq", "node").forEach(RequiredTool::orSkip);
        project = TempProject.named("changed");
        for (String name : List.of("left", "right")) {
            project.environment(name, (POOL + STATE).replace("NAME", name));
        }
        project.environment("at-home", POOL.replace("NAME", "at-home"));
        Launcher.linkIn(project.folder());
        Files.createDirectories(project.folder().resolve(".github"));
        Files.copy(
                Path.of(".github", "changed-environments"),
                project.folder().resolve(".github").resolve("changed-environments"),
                StandardCopyOption.COPY_ATTRIBUTES);
        git("init", "--quiet");
        git("add", "environments");
        git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "-m", "base");
    }

    private void git(String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Run.of(project.folder(), Map.of("GIT_CONFIG_GLOBAL", "/dev/null"), command)
                .succeeded();
    }

    private String changedSince(String base) {
        Run run = Run.of(
                project.folder(),
                Map.of("JAVA_HOME", System.getProperty("java.home")),
                List.of("sh", "-c", ".github/changed-environments " + base + " 2>/dev/null"));
        return run.succeeded().output();
    }

    @Test
    void namesThoseWhoseTerraformDiffers() throws IOException {
        assertThat(changedSince("HEAD")).isEqualTo("[]\n");

        project.environment("right", (POOL + STATE).replace("NAME", "right").replace("eu-west-1", "eu-central-1"));
        project.environment("left", "# a comment\n" + (POOL + STATE).replace("NAME", "left"));
        project.environment("at-home", POOL.replace("NAME", "moved"));

        assertThat(changedSince("HEAD")).isEqualTo("[\"right\"]\n");
        assertThat(changedSince("0000000000000000000000000000000000000000")).isEqualTo("[\"left\",\"right\"]\n");
        assertThat(Run.of(project.folder(), Map.of(), List.of("git", "worktree", "list"))
                        .succeeded()
                        .output()
                        .lines())
                .hasSize(1);
    }
}
