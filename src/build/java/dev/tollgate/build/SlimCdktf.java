package dev.tollgate.build;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.GZIPInputStream;

/**
 * Cuts CDKTF's npm package down to the scripts that can be loaded of it. Its first use unpacks it file by file, which
 * takes longer than all the rest of a synth; on a machine of a CI service every use is the first.
 *
 * <p>Into the folder of our classes, which comes first on the class path, it writes the package that the jsii runtime
 * loads. It does so when CDKTF or this program have changed.
 */
public final class SlimCdktf {

    private static final String ROOT = "package/";

    private SlimCdktf() {}

    /**
     * {@code args}: the folder of our classes, CDKTF's jar, the record of this step, the class path of this program.
     */
    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]);
        Path cdktf = Path.of(args[1]);
        StepRecord record = new StepRecord(Path.of(args[2]));
        String inputs = StepRecord.digest(List.of(), cdktf, Path.of(args[3]));
        if (record.says(inputs)) {
            return;
        }
        try (JarFile jar = new JarFile(cdktf.toFile())) {
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
            System.out.println("slim CDKTF: " + slim.size() + " of " + all.size() + " files");
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

    /** The scripts that the package's entry leads to, and what says whose they are. */
    static SortedMap<String, byte[]> slim(SortedMap<String, byte[]> all) throws IOException {
        SortedSet<String> loaded = new RequiredScripts(all).of(ROOT);
        SortedMap<String, byte[]> slim = new TreeMap<>();
        all.forEach((name, content) -> {
            if (name.equals(ROOT + ".jsii") || loaded.contains(name) || isLicenceBeside(name, loaded)) {
                slim.put(name, name.endsWith(".js") ? SourceMaps.leftOut(content) : content);
            }
        });
        slim.put(ROOT + "NOTICE", notice().getBytes(StandardCharsets.UTF_8));
        return slim;
    }

    /** Whether {@code name} is the licence of a package some of which is among {@code loaded}. */
    private static boolean isLicenceBeside(String name, SortedSet<String> loaded) {
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        return name.substring(folder.length()).matches("(?i)(licen[cs]e|notice|copying)(\\..*)?")
                && loaded.contains(folder + "package.json");
    }

    private static String notice() {
        return "This is a changed copy of cdktf, Copyright (c) HashiCorp, Inc., under the Mozilla Public License\n"
                + "2.0 (https://www.mozilla.org/MPL/2.0), with the packages that it bundles under their own licences. The build of\n"
                + "Tollgate left out source maps, declarations, documentation, and scripts that `lib/index.js` never leads to.\n\n"
                + "The unchanged source is the package of that name and version in the npm registry, and at\n"
                + "https://github.com/hashicorp/terraform-cdk.\n";
    }
}
