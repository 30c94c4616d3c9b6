package dev.tollgate.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes an npm package of a folder's files, as the jsii runtime loads it. */
public final class NpmPackage {

    private NpmPackage() {}

    /** {@code args}: the folder, the archive to write. */
    public static void main(String[] args) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<Path> found;
        try (Stream<Path> list = Files.list(Path.of(args[0]))) {
            found = list.toList();
        }
        for (Path file : found) {
            files.put("package/" + file.getFileName(), Files.readAllBytes(file));
        }
        Path archive = Path.of(args[1]);
        Files.createDirectories(archive.getParent());
        Files.write(archive, TarWriter.archive(files));
    }
}
