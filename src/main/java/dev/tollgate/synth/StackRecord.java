package dev.tollgate.synth;

import dev.tollgate.archive.Sha256;
import dev.tollgate.beside.OwnFile;
import dev.tollgate.beside.StackFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What a stack was made of and what was made of it, a line with its digest or checksum for each. A stack is up to date
 * where the record that it would get now is the one that it has, to the byte. Of the record of an earlier synth one
 * thing is read: which files of own Terraform it put there, for only these may be taken away again.
 */
final class StackRecord {

    /** The file's name, in the stack's folder; Terraform reads no hidden files. */
    static final String FILE = StackFolder.RECORD;

    /** Where the packages of functions and layers are, in the stack's folder. */
    static final String PACKAGES = StackFolder.PACKAGES;

    /** More than any environment can come to: a line for each file, table and function. */
    private static final long LARGEST = 1 << 22;

    private static final String OWN = "own";
    private static final String EXECUTABLE = "x";

    private final SortedSet<String> lines = new TreeSet<>();

    /** The record of a stack that {@code build} makes of {@code recipe}, without what is not read yet. */
    static StackRecord of(String build, Recipe recipe) {
        StackRecord record = new StackRecord();
        record.note("build", "tollgate", build);
        recipe.files().forEach((name, digest) -> record.note("environment", name, digest));
        return record;
    }

    /** The text of the record in {@code folder}; empty when nothing there can be one. */
    static Optional<String> in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    /** Notes bytes that the stack is made of. */
    void input(String kind, String name, byte[] bytes) {
        note(kind, name, Sha256.of(bytes));
    }

    /** Notes what is in {@code folder} that Tollgate writes there; what Terraform adds is its own. */
    void outputs(Path folder) throws IOException {
        output(folder, Path.of(StackJson.FILE));
        output(folder, Path.of(SourceMap.FILE));
        Path packages = folder.resolve(PACKAGES);
        if (Files.isDirectory(packages)) {
            try (Stream<Path> files = Files.list(packages)) {
                for (Path file : files.toList()) {
                    output(folder, folder.relativize(file));
                }
            }
        }
    }

    private void output(Path folder, Path file) throws IOException {
        if (!Files.isRegularFile(folder.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("no file: " + file);
        }
        note("made", file.toString().replace('\\', '/'), checksum(folder.resolve(file)));
    }

    /** Tells an edit apart; Java has it ready-made, while a digest takes it longer than writing the file. */
    private static String checksum(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return Long.toHexString(checksum.getValue()) + "-" + Integer.toHexString(bytes.length);
    }

    /** Notes a file of own Terraform, whose copy is beside the stack. */
    void own(OwnFile file) {
        note(OWN, file.name(), file.digest() + (file.executable() ? EXECUTABLE : ""));
    }

    /** The files of own Terraform that the record in {@code folder} tells of, each with its digest. */
    static SortedMap<String, String> own(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (String line : in(folder).orElse("").lines().toList()) {
            int digest = line.lastIndexOf(' ');
            if (line.startsWith(OWN + " ") && digest > OWN.length()) {
                String name = line.substring(OWN.length() + 1, digest)
                        .replace("\\n", "\n")
                        .replace("\\\\", "\\");
                files.put(name, line.substring(digest + 1).replace(EXECUTABLE, ""));
            }
        }
        return files;
    }

    /** Notes what {@code manifest} says about the stack. */
    void manifest(Manifest manifest, String environment) {
        note("made", Manifest.FILE, Sha256.of(manifest.about(environment).getBytes(StandardCharsets.UTF_8)));
    }

    /** A name may have any character, even one that ends a line. */
    private void note(String kind, String name, String digest) {
        lines.add(kind + " " + name.replace("\\", "\\\\").replace("\n", "\\n") + " " + digest);
    }

    /** Whether all that is noted so far is in {@code text}, too. */
    boolean isPartOf(String text) {
        return new HashSet<>(text.lines().toList()).containsAll(lines);
    }

    /** Writes the record of the stack that was made in {@code folder}. */
    void write(Path folder, Manifest manifest, String environment) throws IOException {
        outputs(folder);
        manifest(manifest, environment);
        Files.writeString(folder.resolve(FILE), text());
    }

    /** The record as it is written. */
    String text() {
        return String.join("\n", lines) + "\n";
    }
}
