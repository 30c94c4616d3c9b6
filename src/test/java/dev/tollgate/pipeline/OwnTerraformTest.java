package dev.tollgate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.finding.Finding;
import dev.tollgate.testing.Folder;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Own Terraform is beside the stack as it is in its folder, and nothing else of anybody's is touched there. */
class OwnTerraformTest {

    private static final String ENVIRONMENT = """
            name      = "shop"
            region    = "eu-west-1"
            api_type  = "none"
            user_pool = { domain_prefix = "shop" }
            """;

    @TempDir
    private Path folder;

    private Folder project;

    @BeforeEach
    void write() throws IOException {
        project = new Folder(folder);
        project.write("environments/shop.tfvars", ENVIRONMENT + "terraform = [\"infra/shop\"]\n");
        project.write("infra/shop/queue.tf", "resource \"aws_sqs_queue\" \"jobs\" {}\n");
        project.write("infra/shop/modules/a/main.tf", "locals {}\n");
        project.write("infra/shop/modules/a/policy.json", "{}\n");
        project.write("infra/shop/build.sh", "#!/bin/sh\n");
        project.write("infra/shop/.terraform/providers/x", "x");
        project.write("infra/shop/terraform.tfvars", "a = 1\n");
        project.write("infra/more/queue_override.tf", "resource \"aws_sqs_queue\" \"jobs\" { name = \"x\" }\n");
        assertThat(project.resolve("infra/shop/build.sh").toFile().setExecutable(true))
                .isTrue();
    }

    @Test
    void goesBesideTheStackAndAwayAgain() throws IOException {
        synth();
        assertThat(own())
                .containsOnlyKeys("build.sh", "modules/a/main.tf", "modules/a/policy.json", "queue.tf")
                .containsEntry("queue.tf", "resource \"aws_sqs_queue\" \"jobs\" {}\n");
        assertThat(Files.isExecutable(stack("build.sh"))).isTrue();
        assertThat(isUpToDate()).isTrue();

        project.append("infra/shop/modules/a/policy.json", " ");
        assertThat(isUpToDate()).isFalse();
        synth();
        assertThat(own()).containsEntry("modules/a/policy.json", "{}\n ");

        project.remove("infra/shop/modules");
        assertThat(isUpToDate()).isFalse();
        synth();
        assertThat(own()).containsOnlyKeys("build.sh", "queue.tf");
        assertThat(stack("modules")).doesNotExist();

        project.write("environments/shop.tfvars", ENVIRONMENT);
        synth();
        assertThat(own()).isEmpty();
    }

    @Test
    void isMadeAgainWhereACopyWasChanged() throws IOException {
        synth();
        Files.writeString(stack("queue.tf"), "changed\n");
        assertThat(isUpToDate()).isFalse();
        synth();
        assertThat(own()).containsEntry("queue.tf", "resource \"aws_sqs_queue\" \"jobs\" {}\n");

        assertThat(project.resolve("infra/shop/build.sh").toFile().setExecutable(false))
                .isTrue();
        assertThat(isUpToDate()).isFalse();
    }

    /** A copy that somebody changed may be all there is of that change. */
    @Test
    void leavesAChangedCopyWhoseFileIsGoneAndNamesIt() throws IOException {
        synth();
        Files.writeString(stack("queue.tf"), "changed\n");
        project.delete("infra/shop/queue.tf");
        synth();

        assertThat(own()).containsEntry("queue.tf", "changed\n");
        assertThat(strangers())
                .containsExactly("`queue.tf` is planned with environment `shop`, which does not name it");
    }

    @Test
    void namesWhatWasPutThereByHandAndLeavesIt() throws IOException {
        synth();
        Files.writeString(stack("hand.tf"), "locals {}\n");
        Files.writeString(stack("hand.auto.tfvars"), "a = 1\n");
        Files.writeString(stack("notes.txt"), "a\n");
        Files.writeString(stack("terraform.tfstate"), "{}\n");

        assertThat(strangers())
                .containsExactly(
                        "`hand.auto.tfvars` is planned with environment `shop`, which does not name it",
                        "`hand.tf` is planned with environment `shop`, which does not name it");
        project.append("environments/shop.tfvars", "tags = {}\n");
        synth();
        assertThat(stack("hand.tf")).hasContent("locals {}");

        project.write("infra/shop/hand.tf", "locals { a = 1 }\n");
        assertThatThrownBy(this::synth).hasMessageContaining("hand.tf` was put there by hand");
        assertThat(stack("hand.tf")).hasContent("locals {}");
        project.write("infra/shop/hand.tf", "locals {}\n");
        synth();
        assertThat(strangers()).hasSize(1);
    }

    /** As every key of the environment does. */
    @Test
    void isOfTheEnvironmentInsteadOfTheCommonFile() throws IOException {
        project.write("environments/common.tfvars", "terraform = [\"infra/more\"]\n");
        synth();
        assertThat(own()).doesNotContainKey("queue_override.tf");

        project.write("environments/shop.tfvars", ENVIRONMENT);
        project.write("environments/common.tfvars", "terraform = [\"infra/shop\", \"infra/more\"]\n");
        synth();
        assertThat(own()).containsKeys("queue.tf", "queue_override.tf");
    }

    /** What an earlier record says is only taken for what it can have put there. */
    @Test
    void takesNothingAwayThatIsNotInTheFolder() throws IOException {
        synth();
        project.write("keep.txt", "keep\n");
        Path record = stack(".synth-record");
        String digest = dev.tollgate.archive.Sha256.of(project.resolve("keep.txt"));
        Files.writeString(record, Files.readString(record) + "own ../../../keep.txt " + digest + "\n");
        synth();

        assertThat(project.resolve("keep.txt")).exists();
    }

    @Test
    void refusesToCopyTheOutputIntoItself() throws IOException {
        Path out = project.resolve("infra/shop/out");

        assertThatThrownBy(() -> Synthesis.of(folder, out)).hasMessageContaining("a folder of your own Terraform");
    }

    private void synth() {
        Synthesis.of(folder, project.resolve("out"));
    }

    private boolean isUpToDate() {
        Pipeline pipeline = pipeline();
        return !pipeline.upToDate(pipeline.validate(List.of("shop")), project.resolve("out"))
                .isEmpty();
    }

    private List<String> strangers() {
        Pipeline pipeline = pipeline();
        return pipeline.strangers(pipeline.validate(List.of("shop")), project.resolve("out")).stream()
                .map(Finding::message)
                .toList();
    }

    private Pipeline pipeline() {
        return new Pipeline(folder, LocalDate.of(2026, 11, 21));
    }

    private Path stack(String name) {
        return project.resolve("out/stacks/shop").resolve(name);
    }

    /** What is there beside what is emitted. */
    private SortedMap<String, String> own() throws IOException {
        SortedMap<String, String> files = new Folder(stack("")).contents();
        files.keySet().removeAll(List.of("cdk.tf.json", "tollgate.sources.json", ".synth-record"));
        return files;
    }
}
