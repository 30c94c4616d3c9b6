package dev.tollgate.packaging;

import dev.tollgate.archive.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that a function's package holds.
 *
 * @param entries by their names in the package, with {@code /} between folders
 * @param refused what keeps it from being packed
 * @param ready the zip that it is already
 */
public record PackageContents(SortedMap<String, Entry> entries, List<Unpackable> refused, Optional<Path> ready) {

    /** What Lambda takes with a request; larger zips go by way of S3. */
    public static final long MOST_ZIPPED = 50L << 20;

    /** What Lambda unpacks, layers included. */
    public static final long MOST_UNZIPPED = 250L << 20;

    /** What a zip can count. */
    public static final int MOST_ENTRIES = 65_535;

    public PackageContents {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        refused = List.copyOf(refused);
    }

    /** What is in the folder {@code folder} of {@code project}, links followed, less what is left out. */
    public static PackageContents of(Path project, String folder) throws IOException {
        return SourceFolder.contents(project, folder, LeftOut.ofPackages());
    }

    /** Whether it has a file called {@code name}, links in it followed. */
    public boolean holds(String name) {
        String path = name;
        for (int links = 0; links <= entries.size(); links++) {
            if (entries.containsKey(path) && !(entries.get(path) instanceof Entry.Link)) {
                return true;
            }
            Optional<String> followed = followed(path);
            if (followed.isEmpty()) {
                return false;
            }
            path = followed.get();
        }
        return false;
    }

    /** The bytes of the file called {@code name}, which it {@link #holds}. */
    public byte[] content(String name) throws IOException {
        String path = name;
        while (!entries.containsKey(path) || entries.get(path) instanceof Entry.Link) {
            String missing = path;
            path = followed(path).orElseThrow(() -> new IllegalArgumentException("no file " + missing));
        }
        try (InputStream in = Objects.requireNonNull(entries.get(path)).open()) {
            return in.readAllBytes();
        }
    }

    /** What {@code path} is called behind the first link on it. */
    private Optional<String> followed(String path) {
        for (int end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
            String part = end < 0 ? path : path.substring(0, end);
            if (entries.get(part) instanceof Entry.Link link) {
                return Optional.of(link.leadsTo() + path.substring(part.length()));
            }
            if (end < 0) {
                return Optional.empty();
            }
        }
    }

    /** The names of those files that hold secrets, sorted. */
    public List<String> secrets() throws IOException {
        return SecretFiles.in(this);
    }

    /**
     * What tells it from others: names, rights and contents, each with a character behind it that no name has; for a
     * zip that is ready, its bytes.
     */
    public String identity() throws IOException {
        if (ready.isPresent()) {
            return Sha256.of(ready.get());
        }
        StringBuilder identity = new StringBuilder();
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            identity.append(entry.getKey())
                    .append('\0')
                    .append(Integer.toOctalString(entry.getValue().mode()))
                    .append('\0')
                    .append(
                            entry.getValue() instanceof Entry.Link link
                                    ? link.target()
                                    : Sha256.of(((Entry.File) entry.getValue()).path()))
                    .append('\0');
        }
        return identity.toString();
    }

    /** How many bytes its files are. */
    public long unzipped() {
        return entries.values().stream().mapToLong(Entry::size).sum();
    }

    /** How many bytes its zip is. */
    public long zipped() throws IOException {
        return ready.isPresent() ? Files.size(ready.get()) : writeTo(OutputStream.nullOutputStream());
    }

    /**
     * Writes it as a zip, and tells how many bytes that were: as it is where it is one already, and else byte for byte
     * the same on any machine.
     */
    public long writeTo(OutputStream out) throws IOException {
        return writeTo(out, new Deflation());
    }

    /** Writes it so with a {@code deflation} that other packages are written with. */
    public long writeTo(OutputStream out, Deflation deflation) throws IOException {
        if (ready.isPresent()) {
            return Files.copy(ready.get(), out);
        }
        ZipWriter zip = new ZipWriter(out, deflation);
        for (var entry : entries.entrySet()) {
            zip.add(entry.getKey(), entry.getValue());
        }
        return zip.finish();
    }
}
