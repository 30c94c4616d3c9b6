package dev.tollgate.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/** Tollgate installed under {@code target}, with an archive of the classes that a synth loads. */
final class ArchivedInstallation {

    static final Path LAUNCHER = install();

    private ArchivedInstallation() {}

    private static Path install() {
        Path home = Path.of("target", "installed").toAbsolutePath();
        Path launcher = Launcher.installedIn(home);
        try {
            // Java archives no classes of folders.
            writeJar(home.resolve("lib").resolve("tollgate.jar"), Path.of("target", "classes"));
            train(launcher, home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return launcher;
    }

    private static void writeJar(Path jar, Path classes) throws IOException {
        Stream<Path> libraries = Arrays.stream(
                        System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, Launcher.manifest(libraries));
                Stream<Path> files = Files.walk(classes)) {
            out.setLevel(Deflater.NO_COMPRESSION);
            for (Path one : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(one).toString()));
                Files.copy(one, out);
                out.closeEntry();
            }
        }
    }

    private static void train(Path launcher, Path home) throws IOException {
        Path archive = home.resolve("lib").resolve("tollgate-" + System.getProperty("java.version") + ".jsa");
        Files.deleteIfExists(archive);
        Path said = home.resolve("said");
        ProcessBuilder synth = new ProcessBuilder(List.of(
                        launcher.toString(),
                        "synth",
                        "-e",
                        "dev",
                        "--force",
                        "--out",
                        home.resolve("out").toString()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        synth.environment().put("JAVA_HOME", System.getProperty("java.home"));
        synth.environment().put("TOLLGATE_JAVA_OPTIONS", "-XX:ArchiveClassesAtExit=" + archive);
        try {
            if (synth.start().waitFor() != 0 || !Files.isRegularFile(archive)) {
                throw new AssertionError("no archive of classes: " + Files.readString(said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while classes were archived", e);
        }
    }
}
