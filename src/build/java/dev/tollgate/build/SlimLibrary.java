package dev.tollgate.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.GZIPInputStream;

/**
 * Cuts the npm package in a library's jar down to the scripts that can be loaded of it, and makes them one. Its first
 * use unpacks it file by file, which takes longer than all the rest of a synth, and on a machine of a CI service every
 * use is the first; every use copies it, and finds and loads scripts file by file.
 *
 * <p>Into the folder of our classes, which comes first on the class path, it writes the package that the jsii runtime
 * loads. It does so when the library or this program have changed.
 */
public final class SlimLibrary {

    private static final String ROOT = "package/";
    private static final String ASSEMBLY = ROOT + ".jsii";
    private static final String DESCRIPTION = ROOT + "package.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private SlimLibrary() {}

    /**
     * {@code args}: the folder of our classes, the library's jar, the record of this step, the class path of this
     * program.
     */
    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]);
        Path library = Path.of(args[1]);
        StepRecord record = new StepRecord(Path.of(args[2]));
        String inputs = StepRecord.digest(List.of(), library, Path.of(args[3]));
        if (record.says(inputs)) {
            return;
        }
        try (JarFile jar = new JarFile(library.toFile())) {
            JarEntry tarball = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".jsii.tgz"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("`" + jar.getName() + "` has no jsii package"));
            SortedMap<String, byte[]> all = files(jar.getInputStream(tarball));
            SortedMap<String, byte[]> slim = slim(all);
            Path archive = classes.resolve(tarball.getName());
            Files.createDirectories(archive.getParent());
            Files.write(archive, TarWriter.archive(slim));
            record.write(inputs, List.of(archive));
            System.out.println("slim " + tarball.getName().replaceFirst(".*/", "") + ": " + slim.size() + " of "
                    + all.size() + " files");
        }
    }

    private static SortedMap<String, byte[]> files(InputStream archive) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (InputStream in = new BufferedInputStream(new GZIPInputStream(archive, 1 << 16), 1 << 16)) {
            TarReader tar = new TarReader(in);
            for (Optional<String> file = tar.next(); file.isPresent(); file = tar.next()) {
                files.put(file.get(), tar.content().readAllBytes());
            }
        }
        return files;
    }

    /** The scripts that the package's entry leads to as one, and what says whose they are. */
    private static SortedMap<String, byte[]> slim(SortedMap<String, byte[]> all) throws IOException {
        RequiredScripts.Reached reached = new RequiredScripts(all).of(ROOT);
        SortedMap<String, byte[]> slim = new TreeMap<>();
        all.forEach((name, content) -> {
            if (name.equals(DESCRIPTION) || isLicence(name, reached.leads().keySet())) {
                slim.put(name, content);
            }
        });
        slim.put(ASSEMBLY, assembly(all.get(ASSEMBLY)));
        slim.put(reached.entry(), new OneScript(all, ROOT).of(reached));
        slim.put(
                ROOT + "NOTICE",
                notice(JSON.readTree(all.get(DESCRIPTION)), reached.entry()).getBytes(StandardCharsets.UTF_8));
        return slim;
    }

    private static byte[] assembly(byte[] content) throws IOException {
        JsonNode assembly = JSON.readTree(content);
        Documentation.leaveOut(assembly);
        return JSON.writeValueAsBytes(assembly);
    }

    /** Whether {@code name} is the licence of a package of which there is something among {@code scripts}. */
    private static boolean isLicence(String name, Set<String> scripts) {
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        return name.substring(folder.length()).matches("(?i)(licen[cs]e|notice|copying)(\\..*)?")
                && scripts.stream().anyMatch(script -> script.startsWith(folder));
    }

    private static String notice(JsonNode library, String entry) {
        return """
                This is a changed copy of %s %s, by %s, under its licence, %s
                (https://spdx.org/licenses/%4$s.html), with the packages that it bundles under their own licences. The
                build of Tollgate left out source maps, declarations, documentation, and scripts that its entry never
                leads to; the others are in `%5$s`, each in a function under its own name.

                The unchanged source is the package of that name and version in the npm registry, and at
                %6$s.
                """.formatted(
                        library.path("name").asText(),
                        library.path("version").asText(),
                        library.path("author").path("name").asText(),
                        library.path("license").asText(),
                        entry.substring(ROOT.length()),
                        library.path("homepage").asText());
    }
}
