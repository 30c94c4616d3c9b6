package dev.tollgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program that PATH leads to. Programs of a few lines stand in its place; the real one is asked end to end. */
class TerraformBinaryTest {

    @TempDir
    private Path folder;

    private Path programs;

    @BeforeEach
    void programs() throws IOException {
        programs = Files.createDirectories(folder.resolve("programs"));
    }

    private Map<String, String> path() {
        return Map.of("PATH", programs + ":/usr/bin:/bin");
    }

    private void terraform(String script) throws IOException {
        Path program = programs.resolve("terraform");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void saysThatTerraformIsMissing() {
        assertThatThrownBy(() -> TerraformBinary.find(Map.of("PATH", programs.toString())))
                .isInstanceOfSatisfying(UserError.class, error -> {
                    assertThat(error.exit()).isEqualTo(UserError.Exit.ENVIRONMENT);
                    assertThat(error).hasMessage("`terraform` is missing");
                    assertThat(error.hint()).startsWith("install Terraform 1.4.0 or later");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.4.0", "1.11.4", "2.0.0", "1.13.0-beta1"})
    void takesAVersionThatCanReadWhatIsEmitted(String version) throws IOException {
        terraform("echo '{\"terraform_version\": \"" + version + "\", \"provider_selections\": {\"aws\": \"5.1.0\"}}'");

        TerraformBinary found = TerraformBinary.find(path());

        assertThat(found.version(folder)).isEqualTo(version);
        assertThat(found.providers(folder)).containsExactly(Map.entry("aws", "5.1.0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo '{\"terraform_version\": \"1.2.9\"}' | is Terraform 1.2.9, too old",
                "echo 'Terraform v0.11.14'                 | is Terraform 0.11.14, too old",
                "echo 'not today'                          | did not print a version",
                "exit 1                                    | did not print a version",
            })
    void refusesAnother(String script, String said) throws IOException {
        terraform(script);

        assertThatThrownBy(() -> TerraformBinary.find(path()))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.exit()).isEqualTo(UserError.Exit.ENVIRONMENT))
                .hasMessageContaining(said);
    }

    @Test
    void keepsAllThatWasSaidWhenItFails() throws IOException {
        terraform("""
                [ "$1" = version ] && echo '{"terraform_version": "1.11.4"}' && exit
                printf 'out \\033[31m%s\\n' "$*"; echo err >&2; exit 3""");
        TerraformBinary found = TerraformBinary.find(path());

        assertThatThrownBy(() -> found.tell(folder, Voice.HELD, List.of(0), "plan", "-out=x"))
                .isInstanceOfSatisfying(TerraformFailure.class, failure -> {
                    assertThat(failure).hasMessage("`terraform plan` failed with exit code 3");
                    assertThat(failure.text()).isEqualTo("out \u001b[31mplan -out=x\nerr\n");
                });
        assertThat(found.tell(folder, Voice.HELD, List.of(0, 3), "plan")).isEqualTo(3);
        assertThatThrownBy(() -> found.withoutColours().tell(folder, Voice.HELD, List.of(0), "plan", "-out=x"))
                .isInstanceOfSatisfying(TerraformFailure.class, failure -> assertThat(failure.text())
                        .contains("plan -no-color -out=x"));
    }

    @Test
    void givesItTheEnvironmentItWasFoundIn() throws IOException {
        terraform("""
                [ "$1" = version ] && echo '{"terraform_version": "1.11.4"}' && exit
                echo "$TF_IN_AUTOMATION|$HOME|$PWD"
                """);

        byte[] answer = TerraformBinary.find(path()).ask(folder, "show");

        assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("1||" + folder.toRealPath() + "\n");
    }
}
