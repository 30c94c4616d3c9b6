package dev.tollgate.packaging;

import dev.tollgate.archive.Sha256;
import dev.tollgate.model.FunctionCode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What commands have made of functions' sources, in a folder of the project that git ignores: a zip for each digest of
 * what went into it. Who hands the folder on hands on what was built.
 */
public final class Builds {

    /** Where the zips are, seen from the project. */
    public static final String FOLDER = ".tollgate/builds";

    /** Of each source: more than environments and branches come to, and few enough that nobody has to tidy up. */
    private static final int KEPT = 8;

    private static final int SHOWN = 16;

    private final Path project;
    /** The last package of each that was made or found: somebody is about to read it. */
    private final Map<List<String>, Path> used = new ConcurrentHashMap<>();

    public Builds(Path project) {
        this.project = project;
    }

    /** What came of a build. */
    public sealed interface Outcome {}

    /**
     * It made a package.
     *
     * @param differs whether an earlier run made other bytes of the same
     */
    public record Made(long bytes, boolean differs) implements Outcome {}

    /**
     * It did not.
     *
     * @param why after the name of the build
     * @param output what the command printed
     */
    public record Failed(String why, String output) implements Outcome {}

    /** The zip that {@code code}, whose folder is there, was built into; empty when its inputs have changed. */
    public Optional<Path> zip(FunctionCode.Built code) throws IOException {
        Optional<Path> zip =
                Optional.of(place(code, digest(code, inputs(code)))).filter(Files::isRegularFile);
        zip.ifPresent(found -> used.put(code.identity(), found));
        return zip;
    }

    /** Builds {@code code}, whose folder is there, with the environment variables {@code environment}. */
    public Outcome build(FunctionCode.Built code, Map<String, String> environment)
            throws IOException, InterruptedException {
        PackageContents inputs = inputs(code);
        if (!inputs.refused().isEmpty()) {
            Unpackable first = inputs.refused().get(0);
            return new Failed("cannot copy its source: `" + first.path() + "` " + first.why(), "");
        }
        String digest = digest(code, inputs);
        Path place = place(code, digest);
        try (BuildFolder folder = BuildFolder.named(digest)) {
            folder.fill(inputs);
            int exit = BuildProcess.run(code.command(), folder.copy(), folder.output(), environment);
            String printed = new String(Files.readAllBytes(folder.output()), StandardCharsets.UTF_8);
            if (exit != 0) {
                return new Failed("ended with exit " + exit, printed);
            }
            Optional<PackageContents> made = BuildOutput.in(folder.copy(), code.output());
            if (made.isPresent() && !made.get().refused().isEmpty()) {
                Unpackable first = made.get().refused().get(0);
                return new Failed("made what cannot be packed: `" + first.path() + "` " + first.why(), printed);
            }
            if (made.isEmpty() || made.get().entries().isEmpty()) {
                return new Failed("made no `" + code.output() + "`", printed);
            }
            Made kept = kept(made.get(), place);
            used.put(code.identity(), place);
            tidy(place);
            return kept;
        }
    }

    private Made kept(PackageContents made, Path place) throws IOException {
        Files.createDirectories(place.resolveSibling(""));
        Path ignored = project.resolve(FOLDER).resolveSibling(".gitignore");
        if (!Files.exists(ignored)) {
            Files.writeString(ignored, "*\n");
        }
        Path aside = Files.createTempFile(place.resolveSibling(""), "new-", ".zip");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside))) {
            made.writeTo(out);
        }
        boolean differs = Files.isRegularFile(place) && Files.mismatch(place, aside) >= 0;
        Files.move(aside, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return new Made(Files.size(place), differs);
    }

    /** Removes the oldest packages of the source that {@code place} is of, but for those in use. */
    private void tidy(Path place) throws IOException {
        String name = place.getFileName().toString();
        String source = name.substring(0, name.lastIndexOf('-') + 1);
        Map<Path, FileTime> ages = new HashMap<>();
        try (Stream<Path> all = Files.list(place.resolveSibling(""))) {
            for (Path file : all.sorted().toList()) {
                if (file.getFileName().toString().matches("\\Q" + source + "\\E[0-9a-f]{" + SHOWN + "}\\.zip")) {
                    ages.put(file, Files.getLastModifiedTime(file));
                }
            }
        }
        List<Path> old = ages.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .skip(KEPT)
                .filter(file -> !used.containsValue(file))
                .toList();
        for (Path file : old) {
            Files.deleteIfExists(file);
        }
    }

    private PackageContents inputs(FunctionCode.Built code) throws IOException {
        return SourceFolder.contents(project, code.path(), LeftOut.ofCleanCopies());
    }

    private Path place(FunctionCode.Built code, String digest) {
        Path source = project.resolve(code.path()).toAbsolutePath().normalize();
        String name = String.valueOf(source.getFileName()).replaceAll("[^A-Za-z0-9_.-]", "_");
        return project.resolve(FOLDER).resolve(name + "-" + digest + ".zip");
    }

    /** Of all that decides what is made: what is native differs between machines. */
    private static String digest(FunctionCode.Built code, PackageContents inputs) throws IOException {
        String machine = System.getProperty("os.name") + "\0" + System.getProperty("os.arch");
        return Sha256.of(String.join("\0", "1", machine, code.command(), code.output(), inputs.identity())
                        .getBytes(StandardCharsets.UTF_8))
                .substring(0, SHOWN);
    }
}
