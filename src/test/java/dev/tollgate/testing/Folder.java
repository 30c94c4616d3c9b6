package dev.tollgate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder in which a test changes files, each named by its path in it. */
public record Folder(Path path) {

    /** The file or folder {@code name}. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Writes {@code text} to {@code name}, whose folders are made. */
    public void write(String name, String text) throws IOException {
        Files.createDirectories(resolve(name).resolve("..").normalize());
        Files.writeString(resolve(name), text);
    }

    /** Adds {@code text} to the end of {@code name}. */
    public void append(String name, String text) throws IOException {
        Files.writeString(resolve(name), text, StandardOpenOption.APPEND);
    }

    /** Writes {@code to} instead of {@code from}, which is there, in {@code name}. */
    public void replace(String name, String from, String to) throws IOException {
        String text = Files.readString(resolve(name));
        if (!text.contains(from)) {
            throw new AssertionError("`" + from + "` is not in " + name + ":\n" + text);
        }
        write(name, text.replace(from, to));
    }

    /** Moves {@code from} to {@code to}. */
    public void move(String from, String to) throws IOException {
        Files.move(resolve(from), resolve(to));
    }

    /** Makes {@code name} a link to what it was. */
    public void link(String name) throws IOException {
        move(name, "linked");
        Files.createSymbolicLink(resolve(name), resolve("linked").toAbsolutePath());
    }

    /** Makes {@code name}, which is there, a link to {@code target}. */
    public void link(String name, String target) throws IOException {
        delete(name);
        Files.createSymbolicLink(resolve(name), Path.of(target));
    }

    /** Removes the file {@code name}. */
    public void delete(String name) throws IOException {
        Files.delete(resolve(name));
    }

    /** Removes {@code name} and all that is in it. */
    public void remove(String name) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(resolve(name))) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }

    /** Copies every file to {@code target}. */
    public Folder copyTo(Path target) throws IOException {
        for (Path file : files()) {
            Path copy = target.resolve(path.relativize(file));
            Files.createDirectories(copy.resolve("..").normalize());
            Files.copy(file, copy);
        }
        return new Folder(target);
    }

    /** What every file holds, a character a byte, by its path. */
    public SortedMap<String, String> contents() throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        for (Path file : files()) {
            contents.put(path.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return contents;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(path)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Copies all that is in {@code from} into {@code to}. */
    public static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
