package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A REST API whose routes are resources: `deploy` takes the step that Terraform cannot take in the same plan. */
class FurtherStepTest {

    private static final Path SHOP = Path.of("src", "test", "resources", "definitions", "shop.tfvars");

    @Test
    void answersNoRemovedRouteAndNoPreflightOnceItIsDeployed() throws IOException {
        RequiredTool.orSkip("node");
        TempProject project = TempProject.named("further-step");
        String shop =
                Files.readString(SHOP).replace("user_pool        = { ", "user_pool = { deletion_protection = false, ");
        project.environment("shop", shop);
        try (Emulator emulator = Emulator.start()) {
            emulator.prepare("--region", "eu-west-1", "--function", "example");
            Stack stack = new Stack(project.synthesized().resolve("shop"), emulator).init();
            Launched tollgate = new Launched(project, emulator);
            stack.apply(project.folder().resolve("environments/shop.tfvars")).succeeded();
            project.environment(
                    "shop", shop.replaceAll("  \"GET /me\".*\n", "").replaceAll("(?s)\ncors = \\{.*?\n}\n", "\n"));

            Run plan = tollgate.run("plan", "-e", "shop");
            Run deploy = tollgate.run("deploy", "-e", "shop", "--plan", "plans/shop.tollgate-plan", "--yes");

            assertThat(plan.output())
                    .containsPattern(
                            "`GET /me`.*`OPTIONS /me`.*`DEFAULT_4XX`.*: still answered until the next deployment")
                    .contains("terraform apply -replace='aws_api_gateway_deployment.api'");
            assertThat(deploy.exit()).as(deploy.output()).isZero();
            assertThat(deploy.output())
                    .containsPattern("one more step: .*GET /me, .*OPTIONS /me, .*DEFAULT_4XX.* still answered");
            assertThat(emulator.answers("shop", "v1"))
                    .extracting(StageAnswer::path)
                    .contains("/goods")
                    .doesNotContain("/me");
            assertThat(emulator.answers("shop", "v1"))
                    .extracting(StageAnswer::method)
                    .doesNotContain("OPTIONS");
            assertThat(emulator.account().at("/rest/eu-west-1/apis/shop/stages/v1/snapshot/gatewayResponses"))
                    .isEmpty();
            Run second = stack.plan(project.folder().resolve("environments/shop.tfvars"));
            assertThat(second.exit()).as(second.output()).isZero();
        }
    }
}
