package dev.tollgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Terraform is told. A program of a few lines, which writes down how it was called, stands in its place. */
class WorkspaceTest {

    private static final String OWN = "{\"resource\": {}}";
    private static final String READS =
            "{\"data\": {\"aws_ssm_parameter\": {\"user_pool_id\": {\"name\": \"/auth/id\"}}}}";

    @TempDir
    private Path folder;

    private Workspace workspace(String emitted, int exit) throws IOException {
        Files.writeString(folder.resolve("cdk.tf.json"), emitted);
        Path program = folder.resolve("terraform");
        Files.writeString(
                program,
                "#!/bin/sh\n[ $1 = version ] && echo '{\"terraform_version\": \"1.11.4\"}' && exit\necho \"$@\" >>"
                        + folder.resolve("calls") + "\nexit " + exit + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Workspace(TerraformBinary.find(Map.of("PATH", folder + ":/usr/bin:/bin")), folder);
    }

    private String called() throws IOException {
        return Files.readString(folder.resolve("calls"));
    }

    @Test
    void destroysWithoutAskingForAPoolOfAnotherEnvironment() throws IOException {
        workspace(READS, 2).plan(PlanMode.DESTROY, List.of(), Besides.NOTHING, folder.resolve("plan"), Voice.HELD);

        assertThat(called()).contains("-destroy -refresh=false");
    }

    @Test
    void asksAwsInEveryOtherPlan() throws IOException {
        workspace(READS, 0).plan(PlanMode.NORMAL, List.of(), Besides.NOTHING, folder.resolve("plan"), Voice.HELD);
        workspace(OWN, 0).plan(PlanMode.DESTROY, List.of(), Besides.NOTHING, folder.resolve("plan"), Voice.HELD);

        assertThat(called()).contains("-destroy").doesNotContain("-refresh");
    }

    @Test
    void saysWhatIsMissingWhenThePublisherMayBeGone() throws IOException {
        Workspace reading = workspace(READS, 1);

        assertThatThrownBy(() ->
                        reading.plan(PlanMode.NORMAL, List.of(), Besides.NOTHING, folder.resolve("plan"), Voice.HELD))
                .isInstanceOfSatisfying(TerraformFailure.class, failure -> assertThat(failure.hint())
                        .contains("publishes the user pool"));
    }

    @Test
    void saysNoMoreThanTerraformOtherwise() throws IOException {
        Workspace own = workspace(OWN, 1);

        assertThatThrownBy(
                        () -> own.plan(PlanMode.NORMAL, List.of(), Besides.NOTHING, folder.resolve("plan"), Voice.HELD))
                .isInstanceOfSatisfying(TerraformFailure.class, failure -> assertThat(failure.hint())
                        .isEqualTo("see Terraform's output above"));
    }

    /** What would go past Terraform's lock of the state, or past its questions, is in none of its command lines. */
    @Test
    void tellsTerraformThisAndNoMore() throws IOException {
        Workspace own = workspace(OWN, 0);
        Files.createDirectories(folder.resolve(".terraform"));
        Path plan = folder.resolve("plan");
        own.initialise();
        own.plan(
                PlanMode.NORMAL,
                List.of(Path.of("/b.tfvars"), Path.of("/a.tfvars")),
                Besides.NOTHING,
                plan,
                Voice.HELD);
        own.plan(PlanMode.DESTROY, List.of(), Besides.replacing(List.of("a.b")), plan, Voice.HELD);
        own.apply(plan);

        assertThat(called().lines())
                .containsExactly(
                        "init -input=false",
                        "plan -input=false -detailed-exitcode -out=" + plan
                                + " -var-file=/b.tfvars -var-file=/a.tfvars",
                        "plan -input=false -detailed-exitcode -out=" + plan + " -destroy -replace=a.b",
                        "apply -input=false " + plan);
    }
}
