package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A deployed REST API whose routes were resources and become one document: plain Terraform does it. */
class DefinitionMigrationTest {

    private static final Path SHOP = Path.of("src", "test", "resources", "definitions", "shop.tfvars");

    @Test
    void keepsTheApiAndItsStageAndDeletesNothingOfTheDocument() throws IOException {
        String shop =
                Files.readString(SHOP).replace("user_pool        = { ", "user_pool = { deletion_protection = false, ");
        TempProject project = TempProject.named("definition-migration");
        project.environment("shop", shop);
        Path folder = project.synthesized("shop").resolve("shop");
        try (Emulator emulator = Emulator.start()) {
            emulator.prepare("--region", "eu-west-1", "--function", "example");
            Stack stack = new Stack(folder, emulator).init();
            stack.apply().succeeded();
            List<Answer> before = emulator.answers("shop", "v1");

            // In one edit with it no route can leave the file: a review refuses what Terraform cannot order.
            String narrowed = shop.replaceAll("  \"GET /me\".*\n", "") + "definition = \"openapi\"\n";
            project.environment("shop", narrowed);
            project.synthesized("shop");
            assertThat(stack.apply().output()).contains("Error: Cycle");
            assertThat(emulator.answers("shop", "v1")).isEqualTo(before);
            emulator.clearCalls();

            project.environment("shop", shop + "definition = \"openapi\"\n");
            project.synthesized("shop");
            stack.apply().succeeded();

            assertThat(emulator.calls().stream().map(Call::action))
                    .containsSubsequence("PutRestApi", "CreateDeployment", "UpdateStage")
                    .noneMatch(action -> action.startsWith("Delete"))
                    .noneMatch(action -> action.startsWith("Create") && !action.equals("CreateDeployment"));
            assertThat(emulator.answers("shop", "v1")).isEqualTo(before);
            Run second = stack.plan();
            assertThat(second.exit()).as(second.output()).isZero();

            project.environment("shop", shop);
            project.synthesized("shop");
            Run back = stack.plan();
            assertThat(back.exit()).isEqualTo(1);
            assertThat(back.output()).contains("Resource precondition failed", "routes of this API are one");

            // A route that was a resource leaves the file later as any other.
            project.environment("shop", narrowed);
            project.synthesized("shop");
            stack.apply().succeeded();

            assertThat(emulator.answers("shop", "v1"))
                    .extracting(Answer::path)
                    .contains("/goods", "/health")
                    .doesNotContain("/me");
        }
    }
}
