package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code tollgate check} of Terraform in its own language: folders of it, beside a plan, beside a stack. */
class CheckHclTest {

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void judgesAFolderOfHclAndJsonAndNamesWhatItCannotFollow() throws IOException {
        file("pool.tf.json", """
                {"resource": {"aws_cognito_user_pool": {"users": {"name": "users"}}}}
                """);
        file("main.tf", """
                variable "kept" { type = bool }
                resource "aws_cognito_user_pool" "other" {
                  deletion_protection = var.kept ? "ACTIVE" : "INACTIVE"
                }
                module "api" {
                  source  = "terraform-aws-modules/apigateway-v2/aws"
                  version = "5.0.0"
                }
                """);
        file("terraform.tfvars", "kept = false\n");

        CommandOutcome outcome =
                CommandOutcome.of("check", folder, "--rule", "user-pool-deletable", "--fail-on", "warning");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("pool.tf.json:1:41: warning: user pool `aws_cognito_user_pool.users`")
                .contains("main.tf:3:3: warning: user pool `aws_cognito_user_pool.other`")
                .containsOnlyOnce("note: module `api` is not followed: check the plan instead");
        assertThat(outcome.out()).isEqualTo("1 folder: 0 errors, 2 warnings, 1 note, 0 suppressed\n");
    }

    @Test
    void saysWhereAFileIsNoHcl() throws IOException {
        Path main = file("main.tf", "resource \"aws_cognito_user_pool\" \"x\" {\n  name = \n}\n");

        CommandOutcome outcome = CommandOutcome.of("check", folder);

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).startsWith("error: " + main + ":2:10: not valid HCL: Invalid expression");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "sarif", "github"})
    void showsThePlaceInHclInEveryForm(String format) throws IOException {
        file("main.tf", "\nresource \"aws_cognito_user_pool\" \"x\" {\n  deletion_protection = \"INACTIVE\"\n}\n");

        CommandOutcome outcome =
                CommandOutcome.of("check", folder, "--rule", "user-pool-deletable", "--format", format);

        assertThat(outcome.out().replaceAll("\\s", ""))
                .containsPattern(
                        switch (format) {
                            case "json" -> "main\\.tf\",\"line\":3,\"column\":3";
                            case "sarif" -> "main\\.tf\"\\},\"region\":\\{\"startLine\":3,\"startColumn\":3";
                            default -> "main\\.tf,line=3,col(umn)?=3";
                        });
    }

    @Test
    void placesWhatAPlanShowsInTheFolderThatWasPlanned() {
        Path tree = Path.of("src/test/resources/hcl/lifecycle");

        CommandOutcome plan = CommandOutcome.of("check", "--plan-json", tree.resolve("plan.json"));
        CommandOutcome both = CommandOutcome.of("check", tree, "--plan-json", tree.resolve("plan.json"));

        assertThat(plan.err()).contains("a plan does not contain `lifecycle`").doesNotContain("main.tf");
        assertThat(both.err())
                .contains("lifecycle/main.tf:")
                .contains("aws_cognito_user_pool.loose")
                .doesNotContain("a plan does not contain `lifecycle`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "own.tf          | own.tf:2:3: warning: user pool `aws_cognito_user_pool.own` can be deleted",
                "own_override.tf | own_override.tf:2:3: warning: user pool `aws_cognito_user_pool.users` can be deleted",
            })
    void judgesWhatLiesBesideAStack(String name, String found) throws IOException {
        Path stack = Files.createDirectories(folder.resolve("stacks/dev"));
        for (String file : List.of("cdk.tf.json", "tollgate.sources.json")) {
            Files.copy(Synthesis.stackFolder("dev").resolve(file), stack.resolve(file));
        }
        Files.writeString(stack.resolve(name), name.contains("override") ? """
                        resource "aws_cognito_user_pool" "users" {
                          deletion_protection = "INACTIVE"
                        }
                        """ : """
                        resource "aws_cognito_user_pool" "own" {
                          deletion_protection = "INACTIVE"
                        }
                        """);

        CommandOutcome outcome = CommandOutcome.of("check", "-e", "dev", "--stacks", folder);

        assertThat(outcome.err()).contains(found);
    }
}
