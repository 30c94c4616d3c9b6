package dev.tollgate.synth;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Which build of Tollgate this is. The version alone does not tell: a developer's next build has the same, and may emit
 * something else.
 */
final class Build {

    private Build() {}

    /** A digest of everything that this build of Tollgate consists of. */
    static String digest() throws IOException {
        CodeSource source = Build.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IOException("nobody knows where Tollgate's classes come from");
        }
        try {
            return digest(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException e) {
            throw new IOException("Tollgate's classes are in no file", e);
        }
    }

    /** A digest of what is in {@code place}, a folder or a jar. */
    static String digest(Path place) throws IOException {
        return Files.isDirectory(place) ? ofFolder(place) : ofJar(place);
    }

    /** A jar's own directory has a checksum of every file in it, and names the libraries in the manifest's. */
    private static String ofJar(Path jar) throws IOException {
        TreeSet<String> entries = new TreeSet<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream().map(Build::line).forEach(entries::add);
        }
        Sha256 digest = new Sha256();
        entries.forEach(entry -> digest.add(entry.getBytes(StandardCharsets.UTF_8)));
        return digest.hex();
    }

    private static String line(ZipEntry entry) {
        return entry.getName() + " " + entry.getSize() + " " + Long.toHexString(entry.getCrc()) + "\n";
    }

    private static String ofFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        Sha256 digest = new Sha256();
        for (Path file : files) {
            digest.add((folder.relativize(file) + " " + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
            digest.add(file);
        }
        return digest.hex();
    }
}
