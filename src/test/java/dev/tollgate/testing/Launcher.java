package dev.tollgate.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tollgate as it is installed: the launcher, and a jar that leads to the classes under test. */
public final class Launcher {

    private Launcher() {}

    /**
     * Puts {@code bin/tollgate}, {@code lib/tollgate.jar} and {@code lib/cdktf-runtime} into {@code home} and returns
     * the launcher.
     */
    public static Path installedIn(Path home) {
        try {
            Path launcher = home.resolve("bin").resolve("tollgate");
            Files.createDirectories(launcher.getParent());
            Path runtime = Files.createDirectories(home.resolve("lib").resolve("cdktf-runtime"));
            for (String program : List.of("program.js", "runtime-index-worker.js")) {
                Files.copy(
                        Path.of("target", "cdktf-runtime", program),
                        runtime.resolve(program),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.copy(
                    Path.of("bin", "tollgate"),
                    launcher,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            try (OutputStream jar = Files.newOutputStream(home.resolve("lib").resolve("tollgate.jar"))) {
                new JarOutputStream(jar, manifest()).close();
            }
            return launcher.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * That of an installation for all tests of this JVM: its classes are archived, so that a start takes two thirds.
     */
    public static Path shared() {
        return ArchivedInstallation.LAUNCHER;
    }

    /** Its jar, for {@code java -jar}. */
    public static Path sharedJar() {
        return shared().resolveSibling("../lib/tollgate.jar").normalize();
    }

    /** Lets {@code bin/tollgate} of {@code folder} lead to the {@link #shared} one. */
    public static void linkIn(Path folder) throws IOException {
        Path link = folder.resolve("bin").resolve("tollgate");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, shared());
    }

    private static Manifest manifest() {
        return manifest(Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
                .map(Path::of));
    }

    /** One that leads to {@code classPath}. */
    static Manifest manifest(Stream<Path> classPath) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, "dev.tollgate.Main");
        attributes.put(
                Attributes.Name.CLASS_PATH,
                classPath.map(entry -> entry.toUri().toString()).collect(Collectors.joining(" ")));
        return manifest;
    }
}
