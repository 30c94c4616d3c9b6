package dev.tollgate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.aws.Programs;
import dev.tollgate.deploy.PlanMode;
import dev.tollgate.deploy.TerraformBinary;
import dev.tollgate.deploy.TerraformFailure;
import dev.tollgate.pipeline.Plans.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several plans side by side. A few lines stand in the place of Terraform; the real one is asked end to end. */
class PlansTest {

    /** Fails in the folder {@code broken}, and where an initialisation meets another that has not ended. */
    private static final String TERRAFORM = """
            #!/bin/sh
            case $1 in
              version) echo '{"terraform_version": "1.11.4", "provider_selections": {}}' ;;
              init)
                mkdir ../lock || { echo "two at a time"; exit 1; }
                sleep 0.2
                mkdir -p .terraform && echo "# lock" >.terraform.lock.hcl
                rmdir ../lock ;;
              state) ;;
              show) echo '{"format_version": "1.2", "resource_changes": []}' ;;
              plan)
                case $PWD in */broken) echo "first line"; echo "second line" >&2; exit 1 ;; esac
                for argument; do case $argument in -out=*) echo plan >"${argument#-out=}" ;; esac; done
                exit 2 ;;
            esac
            """;

    private static final List<String> NAMES = List.of("broken", "one", "two");

    @TempDir
    private Path folder;

    @BeforeEach
    void project() throws IOException {
        Path program = Files.createDirectories(folder.resolve("programs")).resolve("terraform");
        Files.writeString(program, TERRAFORM);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(folder.resolve("environments"));
        for (String name : NAMES) {
            Files.writeString(folder.resolve("environments").resolve(name + ".tfvars"), "");
            Path stack = Files.createDirectories(folder.resolve("out/stacks").resolve(name));
            Files.writeString(stack.resolve("cdk.tf.json"), "{}");
        }
    }

    @Test
    void makesAllThatCanBeMadeAndKeepsWhatWasSaidOfTheOthers() {
        TerraformBinary terraform = TerraformBinary.find(Map.of("PATH", folder.resolve("programs") + ":/usr/bin:/bin"));
        Deployment deployment = new Deployment(
                folder,
                folder.resolve("out"),
                terraform,
                new Programs(Map.of(), Duration.ofSeconds(1)),
                "0.1.0",
                new Reviews(LocalDate.EPOCH));
        List<String> heard = new ArrayList<>();

        List<Outcome> outcomes = new Plans(deployment, new Reviews(LocalDate.EPOCH), 3)
                .make(NAMES, PlanMode.NORMAL, folder::resolve, outcome -> heard.add(outcome.environment()));

        assertThat(heard).containsExactlyInAnyOrderElementsOf(NAMES);
        assertThat(outcomes.stream().map(Outcome::environment)).containsExactlyElementsOf(NAMES);
        assertThat(outcomes.get(0)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.failure())
                .isInstanceOfSatisfying(TerraformFailure.class, failure -> assertThat(failure.text())
                        .isEqualTo("first line\nsecond line\n")));
        assertThat(outcomes.subList(1, 3))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOfSatisfying(Outcome.Planned.class, planned -> {
                    assertThat(planned.file()).isRegularFile();
                    assertThat(planned.changes()).isTrue();
                }));
        assertThat(folder.resolve("broken")).doesNotExist();
    }
}
