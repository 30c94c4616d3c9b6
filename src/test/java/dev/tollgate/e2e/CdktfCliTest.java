package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Launcher;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real cdktf CLI with the project's own {@code cdktf.json} and launcher. */
class CdktfCliTest {

    /** The CLI would ask Terraform's registry for checksums, even where providers come from a mirror. */
    private static final String SKIP_LOCK = "--skip-provider-lock";

    private static Path cli;
    private static TempProject project;

    @BeforeAll
    static void install() throws IOException {
        RequiredTool.orSkip("npm");
        RequiredTool.orSkip("terraform");
        // Without install scripts: they would build a native module that none of these commands needs.
        cli = Path.of(Run.of(Path.of("."), Map.of(), List.of("src/test/packages", "cdktf"))
                .succeeded()
                .output()
                .strip());
        project = TempProject.named("cdktf");
        project.environment("dev", Files.readString(Path.of("environments", "dev.tfvars")));
        Files.copy(Path.of("cdktf.json"), project.folder().resolve("cdktf.json"));
        Launcher.linkIn(project.folder());
    }

    @Test
    void synthesizesDeploysAndDestroys() throws IOException {
        try (Emulator emulator = Emulator.start()) {
            assertThat(cdktf(emulator, Map.of(), "synth").succeeded().output()).contains("dev");
            assertThat(cdktf(emulator, Map.of(), "diff", "dev", SKIP_LOCK)
                            .succeeded()
                            .output())
                    .contains("aws_apigatewayv2_route.get_books");
            assertThat(cdktf(emulator, Map.of(), "deploy", "dev", "--auto-approve", SKIP_LOCK)
                            .succeeded()
                            .output())
                    .contains("36 added")
                    .contains("base_url");
            assertThat(project.folder().resolve("terraform.dev.tfstate")).isRegularFile();
            assertThat(cdktf(emulator, Map.of(), "destroy", "dev", "--auto-approve", SKIP_LOCK)
                            .succeeded()
                            .output())
                    .contains("36 destroyed");
        }
    }

    @Test
    void honoursCdktfOutdir() {
        Path out = project.folder().resolve("elsewhere").toAbsolutePath();
        Map<String, String> environment = Map.of("CDKTF_OUTDIR", out.toString());

        Run.of(project.folder(), environment, List.of("bin/tollgate", "synth", "--all"))
                .succeeded();

        assertThat(out.resolve("manifest.json")).isRegularFile();
        assertThat(out.resolve("stacks").resolve("dev").resolve("cdk.tf.json")).isRegularFile();
    }

    private static Run cdktf(Emulator emulator, Map<String, String> more, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(cli.resolve("node_modules/.bin/cdktf").toString()));
        command.addAll(Arrays.asList(arguments));
        Map<String, String> environment = new TreeMap<>(emulator.withoutProvider());
        environment.put(
                "HOME",
                Files.createDirectories(project.folder().resolve("home"))
                        .toAbsolutePath()
                        .toString());
        environment.put("DISABLE_VERSION_CHECK", "1");
        environment.put("FORCE_COLOR", "0");
        environment.put("CI", "1");
        environment.putAll(more);
        return Run.of(project.folder(), environment, command);
    }
}
