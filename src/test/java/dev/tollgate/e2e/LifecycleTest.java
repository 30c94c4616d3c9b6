package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every environment of the project from the first plan to the last resource: initialised, validated, planned without a
 * warning, applied, planned again to no change, protected from being destroyed, and destroyed once the protection is
 * off.
 */
@Execution(ExecutionMode.CONCURRENT)
class LifecycleTest {

    /**
     * What each account needs to have before; environments of one account are applied in this order, and destroyed in
     * it: whoever reads a pool must get by without it.
     */
    private static final List<Account> ACCOUNTS = List.of(
            new Account(List.of("staging"), List.of("--region", "eu-west-1", "--zone", "staging.example.com")),
            new Account(List.of("books"), List.of("--region", "us-east-1", "--zone", "example.org")),
            new Account(
                    List.of("prod"), List.of("--region", "eu-west-1", "--apex", "example.com", "--cloudwatch-role")),
            new Account(List.of("auth", "echo"), List.of("--region", "us-east-1")),
            new Account(List.of("items"), List.of("--region", "eu-west-1", "--vpc")),
            new Account(List.of("dev"), List.of("--region", "eu-west-1")),
            new Account(List.of("quotes", "shop"), List.of("--region", "eu-west-1")),
            new Account(List.of("sms"), List.of("--region", "us-east-1")),
            new Account(List.of("example"), List.of("--region", "us-east-1", "--function", "example")));

    /** What release 0.1 emitted for the environments that are to become today's. */
    private static final Path RELEASED = Path.of("src", "test", "resources", "released", "0.1");

    /** What may be made again, for nobody notices: each is there before its former one goes. */
    private static final Set<String> REPLACED = Set.of(
            "aws_acm_certificate",
            "aws_acm_certificate_validation",
            "aws_api_gateway_deployment",
            "aws_lambda_permission",
            "aws_route53_record");

    private record Account(List<String> environments, List<String> needs) {}

    private static TempProject asIs;
    private static TempProject unprotected;

    @BeforeAll
    static void synthesize() {
        RequiredTool.orSkip("terraform");
        RequiredTool.orSkip("moto_server");
        asIs = TempProject.named("lifecycle");
        unprotected = TempProject.named("lifecycle-unprotected");
        files().forEach(file -> {
            String name = file.getFileName().toString().replace(".tfvars", "");
            asIs.environment(name, TempProject.text(file));
            unprotected.environment(name, withoutProtection(TempProject.text(file)));
        });
        asIs.synthesized();
        unprotected.synthesized();
    }

    @TestFactory
    Stream<DynamicTest> livesFromTheFirstPlanToTheLastResource() {
        assertThat(ACCOUNTS.stream().flatMap(account -> account.environments().stream()))
                .containsExactlyInAnyOrderElementsOf(Synthesis.project().stream()
                        .map(made -> made.environment().id())
                        .toList());
        return ACCOUNTS.stream()
                .map(account ->
                        DynamicTest.dynamicTest(String.join(", ", account.environments()), () -> live(account)));
    }

    private static void live(Account account) {
        try (Emulator emulator = Emulator.start()) {
            JsonNode prepared = emulator.prepare(account.needs().toArray(String[]::new));
            List<Life> lives = new ArrayList<>();
            for (String name : account.environments()) {
                Life life = new Life(name, emulator, prepared);
                life.begins();
                lives.add(life);
            }
            lives.forEach(Life::ends);
        }
    }

    /** One environment's. */
    private static final class Life {
        private final String name;
        private final Stack stack;
        private final Path varFile;
        private final Path unprotectedVarFile;
        private final Path released;

        Life(String name, Emulator emulator, JsonNode prepared) {
            this.name = name;
            this.released = RELEASED.resolve(name + ".tf.json");
            this.stack = new Stack(stackFolder(asIs, name), emulator);
            this.varFile = varFile(asIs, prepared);
            this.unprotectedVarFile = varFile(unprotected, prepared);
            if (name.equals("shop")) {
                Destroyable.secrets(stackFolder(asIs, name));
            }
        }

        /**
         * The environment's own file; where the emulator gave a network other ids than the file has, those: they are
         * late.
         */
        private Path varFile(TempProject project, JsonNode prepared) {
            Path file = project.folder().resolve("environments").resolve(name + ".tfvars");
            JsonNode vpc = prepared.path("vpc");
            if (vpc.isNull() || vpc.isMissingNode()) {
                return file;
            }
            String text = TempProject.text(file)
                    .replace(
                            "subnet-0a1b2c3d4e5f60001",
                            vpc.path("subnet_ids").path(0).asText())
                    .replace(
                            "subnet-0a1b2c3d4e5f60002",
                            vpc.path("subnet_ids").path(1).asText())
                    .replace(
                            "sg-0a1b2c3d4e5f60003",
                            vpc.path("security_group_ids").path(0).asText());
            try {
                return Files.writeString(project.folder().resolve(name + "-in-network.tfvars"), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void begins() {
            if (Files.exists(released)) {
                wasMadeByAnEarlierRelease();
            }
            stack.init();
            assertThat(stack.terraform("validate", "-no-color").succeeded().output())
                    .doesNotContain("Warning");
            Run plan = stack.keepPlan(varFile);
            assertThat(plan.exit()).as(plan.output()).isEqualTo(2);
            assertThat(plan.output()).doesNotContain("Warning");
            assertThat(stack.applyPlan().succeeded().output()).doesNotContain("Warning");
            Run second = stack.plan(varFile);
            assertThat(second.exit()).as(second.output()).isZero();
            boolean isOwnFile = !varFile.toString().endsWith("-in-network.tfvars");
            Run withDefaults = isOwnFile ? stack.plan() : second;
            assertThat(withDefaults.exit()).as(withDefaults.output()).isZero();
        }

        /**
         * The environment as an earlier release made it. What this one emits is applied on that, loses nothing and lets
         * nothing go that people sign in with.
         */
        private void wasMadeByAnEarlierRelease() {
            Path current = stackFolder(asIs, name).resolve("cdk.tf.json");
            String emitted = TempProject.text(current);
            write(current, TempProject.text(released));
            stack.init();
            stack.apply(varFile).succeeded();
            write(current, emitted);
            Set<String> lost = new TreeSet<>();
            JsonNode plan = stack.planned(varFile);
            Stack.changesOf(plan).forEach((address, actions) -> {
                if (actions.contains("delete") && !REPLACED.contains(address.replaceFirst("\\..*", ""))) {
                    lost.add(address + " " + actions);
                }
            });
            assertThat(lost).isEmpty();
            handOverExecutionLog(plan);
        }

        /** By the command that a review names: API Gateway has made the group of a stage that logs. */
        private void handOverExecutionLog(JsonNode plan) {
            String address = "aws_cloudwatch_log_group.execution_log";
            boolean logs = TempProject.text(varFile).contains("level = \"INFO\"");
            for (JsonNode change : plan.path("resource_changes")) {
                if (logs && change.path("address").asText().equals(address)) {
                    String group = change.at("/change/after/name").asText();
                    assertThat(stack.apply(varFile).output()).contains("ResourceAlreadyExistsException");
                    stack.terraform("import", "-input=false", "-no-color", address, group)
                            .succeeded();
                }
            }
        }

        void ends() {
            if (!TempProject.text(varFile).equals(TempProject.text(unprotectedVarFile))) {
                Run refused = stack.destroy(varFile);
                assertThat(refused.exit()).as(refused.output()).isEqualTo(1);
                assertThat(refused.output()).contains("Instance cannot be destroyed");
                stack.replaceWith(stackFolder(unprotected, name));
                stack.apply(unprotectedVarFile).succeeded();
            }
            if (TempProject.text(varFile).contains("source = \"ssm\"")) {
                goesWithoutItsPool();
            } else {
                stack.destroy(unprotectedVarFile).succeeded();
            }
            assertThat(stack.terraform("state", "list").succeeded().output()).isBlank();
        }

        /**
         * Its pool and the parameters that lead to it are gone: as {@code tollgate destroy} does it, nobody is asked.
         */
        private void goesWithoutItsPool() {
            Run asking = stack.destroy(varFile);
            assertThat(asking.exit()).as(asking.output()).isEqualTo(1);
            assertThat(asking.output()).contains("couldn't find resource");
            stack.terraform(
                            "destroy",
                            "-input=false",
                            "-no-color",
                            "-auto-approve",
                            "-refresh=false",
                            "-var-file=" + varFile.toAbsolutePath())
                    .succeeded();
        }
    }

    private static Path stackFolder(TempProject project, String name) {
        return project.folder().resolve("cdktf.out").resolve("stacks").resolve(name);
    }

    /** The text with every protection off; a pool of another environment has none. */
    private static String withoutProtection(String text) {
        if (text.contains("deletion_protection") || text.contains("source = \"ssm\"")) {
            return text;
        }
        return text.replaceAll("user_pool( *)= \\{", "user_pool$1= {\n  deletion_protection = false\n ")
                .replaceAll("hash_key( *)=", "deletion_protection = false\n hash_key$1=");
    }

    private static List<Path> files() {
        try (Stream<Path> walk = Files.walk(Path.of("environments"))) {
            return walk.filter(file -> file.toString().endsWith(".tfvars"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
