package dev.tollgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What plans a pull request has nothing that the pull request could use for more; its comment says what is true. */
class PullRequestWorkflowTest {

    private static final Path WORKFLOWS = Path.of(".github", "workflows");
    private static final String OF_THE_PULL_REQUEST = "github.event.pull_request.head.sha";
    private static final String MARKER = "<!-- tollgate-review prod -->";

    /** Answers for GitHub: two comments of ours, and one of somebody who would like to be us. */
    private static final String GH = """
            #!/bin/sh
            case "$*" in
              *pulls/7*) echo "$LAST" ;;
              *"--method PATCH"*|*"--method POST"*) echo "$4 $5" >>"$SAID"; for body; do :; done; cat "${body#body=@}" >>"$SAID" ;;
              *issues/7/comments*) printf '11 <!-- tollgate-review prod -->\\n12 <!-- tollgate-review staging -->\\n13 hello\\n' ;;
            esac
            """;

    @TempDir
    private Path folder;

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Map<?, ?> workflow(String name) throws IOException {
        return map(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(WORKFLOWS.resolve(name))));
    }

    private static Map<?, ?> jobs(String name) throws IOException {
        return map(workflow(name).get("jobs"));
    }

    private static String steps(Object job) {
        return String.valueOf(map(job).get("steps"));
    }

    /** What checks out a pull request runs what it likes: it may read, and take the role that plans. */
    @ParameterizedTest
    @ValueSource(strings = {"plan.yml", "plan-environment.yml", "deploy-environment.yml"})
    void givesWhatAPullRequestChangedNothingToWriteWith(String name) throws IOException {
        jobs(name).forEach((id, job) -> {
            boolean foreign = steps(job).contains("ref=${{ " + OF_THE_PULL_REQUEST);
            Map<?, ?> permissions = map(map(job).get("permissions"));
            if (foreign) {
                assertThat(permissions.get("contents")).as(String.valueOf(id)).isEqualTo("read");
                assertThat(permissions.keySet().stream().map(String::valueOf))
                        .as(String.valueOf(id))
                        .isSubsetOf("contents", "id-token");
                assertThat(String.valueOf(map(job).get("environment")))
                        .as(String.valueOf(id))
                        .matches("null|plan-\\$\\{\\{ inputs\\.environment }}");
            }
            // What it leaves in a cache would be run later by what has a role.
            assertThat(steps(job)).as(String.valueOf(id)).doesNotContain("cache=");
            assertThat(steps(job)).as(String.valueOf(id)).doesNotContain("persist-credentials=true");
        });
    }

    @Test
    void isNoPullRequestsOwn() throws IOException {
        // YAML 1.2 has no `on` that means true.
        assertThat(map(workflow("plan.yml").get("on")).keySet().stream().map(String::valueOf))
                .containsExactly("pull_request_target", "push");
        assertThat(steps(jobs("plan.yml").get("changed"))).contains(OF_THE_PULL_REQUEST);
        assertThat(steps(jobs("plan-environment.yml").get("plan"))).contains(OF_THE_PULL_REQUEST);
        assertThat(steps(jobs("plan-environment.yml").get("tell"))).doesNotContain("ref=${{ " + OF_THE_PULL_REQUEST);
        assertThat(steps(jobs("deploy-environment.yml").get("deploy"))).contains("--pin");
    }

    /** Text that somebody outside chooses is never part of a script. */
    @ParameterizedTest
    @ValueSource(strings = {"plan.yml", "plan-environment.yml", "deploy-environment.yml"})
    void putsNoTextOfOthersIntoAScript(String name) throws IOException {
        jobs(name).forEach((id, job) -> {
            if (map(job).get("steps") instanceof List<?> steps) {
                steps.forEach(step -> assertThat(String.valueOf(map(step).get("run")))
                        .as(String.valueOf(id))
                        .doesNotContain("${{"));
            }
        });
    }

    private record Told(int exit, String said) {}

    private Told tell(String last, String... words) throws IOException, InterruptedException {
        Path gh = Files.createDirectories(folder.resolve("bin")).resolve("gh");
        Files.writeString(gh, GH);
        Files.setPosixFilePermissions(gh, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path said = folder.resolve("said");
        Files.deleteIfExists(said);
        List<String> command =
                new ArrayList<>(List.of("bash", Path.of(".github", "tell").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(new TreeMap<>(Map.of(
                        "PATH", folder.resolve("bin") + ":" + System.getenv("PATH"),
                        "LAST", last,
                        "SAID", said.toString(),
                        "REPOSITORY", "o/r",
                        "PULL", "7",
                        "HEAD", "abc",
                        "RUN", "https://run")));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Told(process.waitFor(), Files.exists(said) ? Files.readString(said) : output);
    }

    private String comment(String text) throws IOException {
        return Files.writeString(folder.resolve("comment"), text).toString();
    }

    @Test
    void updatesTheOneCommentOfAnEnvironment() throws Exception {
        assertThat(tell("abc", "prod", comment(MARKER + "\nnew")).said())
                .startsWith("PATCH repos/o/r/issues/comments/11\n" + MARKER + "\nnew");
        assertThat(tell("abc", "dev", comment(MARKER.replace("prod", "dev") + "\nnew"))
                        .said())
                .startsWith("POST repos/o/r/issues/7/comments\n");
    }

    @Test
    void aimsAtNoOtherEnvironmentsComment() throws Exception {
        Told told = tell("abc", "dev", comment(MARKER + "\nall is well"));

        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.said())
                .startsWith("POST repos/o/r/issues/7/comments\n<!-- tollgate-review dev -->")
                .contains("REFUSED")
                .doesNotContain("all is well");
        assertThat(tell("abc", "$(id)", comment(MARKER)).exit()).isEqualTo(1);
    }

    @Test
    void replacesWhatWasSaidWhenAPlanFails() throws Exception {
        assertThat(tell("abc", "--failed", "prod").said())
                .startsWith("PATCH repos/o/r/issues/comments/11\n" + MARKER)
                .contains("NOT PLANNED", "commit `abc`", "https://run");
    }

    @ParameterizedTest
    @CsvSource({
        "'[\"prod\"]', success, 12, changes nothing here",
        "'[\"staging\"]', success, 11, changes nothing here",
        "'[]', failure, 11, NOT PLANNED",
    })
    void saysWhatIsTrueOfTheOthers(String planned, String result, String id, String text) throws Exception {
        assertThat(tell("abc", "--others", planned, result).said())
                .contains("PATCH repos/o/r/issues/comments/" + id)
                .contains(text);
    }

    @Test
    void saysNothingOfACommitThatIsNoLongerTheLast() throws Exception {
        assertThat(tell("def", "prod", comment(MARKER + "\nold")).said()).contains("nothing to say of it");
        assertThat(folder.resolve("said")).doesNotExist();
    }
}
