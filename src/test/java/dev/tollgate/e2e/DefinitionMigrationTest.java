package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.aws.Programs;
import dev.tollgate.cli.served.StackFiles;
import dev.tollgate.deploy.TerraformBinary;
import dev.tollgate.pipeline.Deployment;
import dev.tollgate.pipeline.RestDrift;
import dev.tollgate.pipeline.Reviews;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.testing.RequiredTool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A deployed REST API whose routes are resources and become one document, which plain Terraform does, and resources
 * again, which only {@code tollgate plan} does.
 */
class DefinitionMigrationTest {

    private static final Path SHOP = Path.of("src", "test", "resources", "definitions", "shop.tfvars");
    private static final String OPENAPI = "definition = \"openapi\"\n";
    private static final String BUNDLE = "plans/shop.tollgate-plan";

    @Test
    void keepsTheApiAndItsStageThereAndBack() throws IOException {
        RequiredTool.orSkip("node");
        RequiredTool.orSkip("aws");
        String shop =
                Files.readString(SHOP).replace("user_pool        = { ", "user_pool = { deletion_protection = false, ");
        TempProject project = TempProject.named("definition-migration");
        project.environment("shop", shop);
        Path folder = project.synthesized("shop").resolve("shop");
        try (Emulator emulator = Emulator.start()) {
            emulator.prepare("--region", "eu-west-1", "--function", "example");
            Launched tollgate = new Launched(project, emulator);
            Stack stack = new Stack(folder, emulator).init();
            stack.apply().succeeded();
            List<StageAnswer> before = emulator.answers("shop", "v1");

            // In one edit with it no route can leave the file: a review refuses what Terraform cannot order.
            String narrowed = shop.replaceAll("  \"GET /me\".*\n", "");
            project.environment("shop", narrowed + OPENAPI);
            project.synthesized("shop");
            assertThat(stack.apply().output()).contains("Error: Cycle");
            assertThat(emulator.answers("shop", "v1")).isEqualTo(before);
            emulator.clearCalls();

            project.environment("shop", shop + OPENAPI);
            project.synthesized("shop");
            stack.apply().succeeded();

            assertThat(emulator.calls().stream().map(AccountCall::action))
                    .containsSubsequence("PutRestApi", "CreateDeployment", "UpdateStage")
                    .noneMatch(action -> action.startsWith("Delete"))
                    .noneMatch(action -> action.startsWith("Create") && !action.equals("CreateDeployment"));
            assertThat(emulator.answers("shop", "v1")).isEqualTo(before);
            Run second = stack.plan();
            assertThat(second.exit()).as(second.output()).isZero();

            // A route that was a resource leaves the file later as any other.
            project.environment("shop", narrowed + OPENAPI);
            project.synthesized("shop");
            stack.apply().succeeded();
            List<StageAnswer> fewer = emulator.answers("shop", "v1");
            assertThat(fewer)
                    .extracting(StageAnswer::path)
                    .contains("/goods", "/health")
                    .doesNotContain("/me");
            assertThat(drift(project, emulator)).isEmpty();

            project.environment("shop", narrowed);
            project.synthesized("shop");
            Run alone = stack.plan();
            assertThat(alone.exit()).isEqualTo(1);
            assertThat(alone.output())
                    .contains("Resource precondition failed", "`tollgate plan`, which reads their ids");

            // What leaves the file in the same edit would stay at AWS.
            project.environment("shop", narrowed.replaceAll("  \"GET /health\".*\n", ""));
            Run both = tollgate.run("plan", "-e", "shop");
            assertThat(both.exit()).isEqualTo(3);
            assertThat(both.output()).contains("AWS has `GET /health`, `OPTIONS /health`");

            // Nor does a plan guess what AWS does not say.
            project.environment("shop", narrowed);
            Run refused =
                    tollgate.run(Map.of("AWS_ENDPOINT_URL_API_GATEWAY", "http://127.0.0.1:1"), "plan", "-e", "shop");
            assertThat(refused.exit()).isEqualTo(3);
            assertThat(refused.output())
                    .contains("cannot read the REST API `", "from AWS: ", "`tollgate doctor --aws`");

            Run without = tollgate.run(Map.of("PATH", pathWithout("aws")), "plan", "-e", "shop");
            assertThat(without.exit()).isEqualTo(3);
            assertThat(without.output()).contains("from AWS: `aws` is not on PATH", "`tollgate doctor --aws`");

            emulator.clearCalls();
            Run plan = tollgate.run("plan", "-e", "shop");
            assertThat(plan.exit()).as(plan.output()).isZero();
            assertThat(plan.output()).contains("32 to import, 2 to add, 14 to change, 2 to destroy");
            Run deploy = tollgate.run("deploy", "-e", "shop", "--plan", BUNDLE, "--yes");
            assertThat(deploy.exit()).as(deploy.output()).isZero();
            assertThat(emulator.calls())
                    .allMatch(call -> call.service().equals("apigateway"))
                    .extracting(AccountCall::action)
                    .containsSubsequence("CreateDeployment", "UpdateStage", "DeleteDeployment")
                    .doesNotContain("PutRestApi")
                    .noneMatch(action -> action.startsWith("Delete") && !action.equals("DeleteDeployment"))
                    .noneMatch(action -> action.startsWith("Create") && !action.equals("CreateDeployment"));
            assertThat(emulator.answers("shop", "v1")).isEqualTo(fewer);
            Run settled = stack.plan();
            assertThat(settled.exit()).as(settled.output()).isZero();

            // What somebody adds there is in no plan. Smoke looks for it, in both definitions.
            assertThat(drift(project, emulator)).isEmpty();
            String api = restApi(emulator);
            String goods = aws(emulator, "get-resources", "--rest-api-id", api, "--query", "items[?path=='/goods'].id");
            aws(
                    emulator,
                    "put-method",
                    "--rest-api-id",
                    api,
                    "--resource-id",
                    goods,
                    "--http-method",
                    "DELETE",
                    "--authorization-type",
                    "NONE");
            assertThat(stack.plan().exit()).isZero();
            assertThat(drift(project, emulator))
                    .containsExactly("API Gateway has `DELETE /goods` (NONE), and the environment file does not");
        }
    }

    /** Where the API itself is gone there is nothing to import: all of it is made anew. */
    @Test
    void makesAnApiAnewThatSomebodyDeletedWhileItWasADocument() throws IOException {
        RequiredTool.orSkip("node");
        RequiredTool.orSkip("aws");
        String shop = Files.readString(SHOP);
        TempProject project = TempProject.named("definition-gone");
        project.environment("shop", shop + OPENAPI);
        Path folder = project.synthesized("shop").resolve("shop");
        try (Emulator emulator = Emulator.start()) {
            emulator.prepare("--region", "eu-west-1", "--function", "example");
            Stack stack = new Stack(folder, emulator).init();
            stack.apply().succeeded();
            List<StageAnswer> before = emulator.answers("shop", "v1");
            aws(emulator, "delete-rest-api", "--rest-api-id", restApi(emulator));

            project.environment("shop", shop);
            Launched tollgate = new Launched(project, emulator);
            // Its execution log goes with its id.
            String log = "aws_cloudwatch_log_group.execution_log=nobody reads it";
            Run deploy = tollgate.run("deploy", "-e", "shop", "--acknowledge", log, "--yes");
            assertThat(deploy.exit()).as(deploy.output()).isZero();
            assertThat(emulator.answers("shop", "v1")).isEqualTo(before);
            Run settled = stack.plan();
            assertThat(settled.exit()).as(settled.output()).isZero();
        }
    }

    /** The folders of {@code PATH} but those that have {@code program}; what else they have is reached by links. */
    private static String pathWithout(String program) throws IOException {
        Path rest = Files.createTempDirectory("path");
        for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
            try (Stream<Path> files =
                    Files.isDirectory(Path.of(folder)) ? Files.list(Path.of(folder)) : Stream.empty()) {
                for (Path file : files.toList()) {
                    Path link = rest.resolve(file.getFileName().toString());
                    if (!file.endsWith(program) && Files.notExists(link, LinkOption.NOFOLLOW_LINKS)) {
                        Files.createSymbolicLink(link, file);
                    }
                }
            }
        }
        return rest.toString();
    }

    private static List<String> drift(TempProject project, Emulator emulator) {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.putAll(emulator.environment());
        Path out = project.folder().resolve("cdktf.out");
        Deployment deployment = new Deployment(
                project.folder(),
                out,
                TerraformBinary.find(environment),
                new Programs(environment, Duration.ofMinutes(1)),
                "test",
                new Reviews(LocalDate.EPOCH));
        Infrastructure emitted = StackFiles.read(out.resolve("stacks/shop"), Optional.of("shop"));
        return RestDrift.between(emitted, deployment.atAws("shop").orElseThrow());
    }

    private static String restApi(Emulator emulator) {
        return aws(emulator, "get-rest-apis", "--query", "items[0].id");
    }

    private static String aws(Emulator emulator, String... words) {
        List<String> command = new ArrayList<>(List.of("aws", "apigateway"));
        command.addAll(List.of(words));
        command.addAll(List.of("--region", "eu-west-1", "--output", "text"));
        return Run.of(Path.of("."), emulator.environment(), command)
                .succeeded()
                .output()
                .strip();
    }
}
