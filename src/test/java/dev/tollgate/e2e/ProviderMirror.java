package dev.tollgate.e2e;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A mirror in which Terraform finds {@code src/test/provider/provider} where it looks for the AWS provider: its
 * configuration file, and the provider itself.
 */
record ProviderMirror(Path configuration, Path provider) {

    static final Path PROGRAMS = Path.of("src", "test", "provider").toAbsolutePath();
    static final Path FOLDER = Path.of("target", "provider").toAbsolutePath();

    static final ProviderMirror MADE = make();

    private static ProviderMirror make() {
        try {
            Path installed = install();
            Path provider;
            try (Stream<Path> files = Files.walk(installed, FileVisitOption.FOLLOW_LINKS)) {
                provider = files.filter(file -> file.getFileName().toString().startsWith("terraform-provider-aws"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no provider in " + installed));
            }
            Path mirror = FOLDER.resolve("mirror");
            Path inPlace = mirror.resolve(installed.relativize(provider));
            Files.createDirectories(inPlace.getParent());
            Files.copy(PROGRAMS.resolve("provider"), inPlace, REPLACE_EXISTING, COPY_ATTRIBUTES);
            String configuration = """
                    provider_installation {
                      filesystem_mirror {
                        path    = "%s"
                        include = ["hashicorp/aws"]
                      }
                      direct {
                        exclude = ["hashicorp/aws"]
                      }
                    }
                    """.formatted(mirror);
            return new ProviderMirror(
                    Files.writeString(FOLDER.resolve("terraform.rc"), configuration), provider.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where Terraform installs the provider by itself. */
    private static Path install() throws IOException {
        Path folder = Files.createDirectories(FOLDER.resolve("installed"));
        Files.writeString(folder.resolve("main.tf.json"), """
                {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "version": "5.100.0"}}}}
                """);
        Run.of(folder, Emulator.plugins(), List.of("terraform", "init", "-input=false", "-no-color"))
                .succeeded();
        return folder.resolve(".terraform/providers");
    }
}
