package dev.tollgate.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Cuts the AWS bindings down to what our classes refer to. The bindings have 1,790 modules; the jsii runtime loads
 * every one of them to synthesize a dozen.
 *
 * <p>Into the folder of our classes, which comes first on the class path, it writes the npm package that the jsii
 * runtime loads and the map of types that its Java side reads; beside that folder a jar with the classes of the same
 * modules, for the distribution. It does so when the referenced modules, the bindings or this program have changed.
 */
public final class SlimBindings {

    private static final String ROOT = "com/hashicorp/cdktf/providers/aws/";
    private static final String TYPES = ROOT + "$Module.txt";
    private static final String NAME = "@cdktf/provider-aws";

    private final Path classes;
    private final Path bindings;
    private final Path slimJar;

    private SlimBindings(Path classes, Path bindings, Path slimJar) {
        this.classes = classes;
        this.bindings = bindings;
        this.slimJar = slimJar;
    }

    /** {@code args}: the folder of our classes, the bindings' jar, the jar to write, the class path of this program. */
    public static void main(String[] args) throws IOException {
        new SlimBindings(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])).run(Path.of(args[3]));
    }

    private void run(Path program) throws IOException {
        SortedMap<String, String> referenced = ReferencedModules.in(classes);
        StepRecord record = new StepRecord(slimJar.resolveSibling("slim-bindings.txt"));
        String inputs = StepRecord.digest(referenced.keySet(), bindings, program);
        if (record.says(inputs)) {
            return;
        }
        try (JarFile jar = new JarFile(bindings.toFile())) {
            TypeMap types = new TypeMap(lines(jar, jar.getJarEntry(TYPES)));
            List<String> wanted = referenced.entrySet().stream()
                    .map(e -> types.subModuleOfPackage(e.getKey(), e.getValue()))
                    .toList();
            JarEntry tarball = tarball(jar);
            SlimPackage.Content slim = new SlimPackage(() -> jar.getInputStream(tarball), NAME).of(wanted);
            Path archive = write(tarball.getName(), TarWriter.archive(slim.files()));
            Path map = write(TYPES, types.of(slim.subModules()).getBytes(StandardCharsets.UTF_8));
            writeJar(jar, types.packagesOf(slim.subModules()), slim.files());
            record.write(inputs, List.of(archive, map, slimJar));
            System.out.println("slim bindings: " + slim.subModules().size() + " modules");
        }
    }

    private static List<String> lines(JarFile jar, JarEntry entry) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    private static JarEntry tarball(JarFile jar) {
        return jar.stream()
                .filter(e -> e.getName().startsWith(ROOT) && e.getName().endsWith(".jsii.tgz"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("`" + jar.getName() + "` has no jsii package"));
    }

    private Path write(String name, byte[] content) throws IOException {
        Path file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private void writeJar(JarFile jar, SortedSet<String> packages, Map<String, byte[]> slim) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("META-INF/cdktf-provider-aws/LICENSE", slim.get("package/LICENSE"));
        files.put("META-INF/cdktf-provider-aws/NOTICE", slim.get("package/NOTICE"));
        Enumeration<JarEntry> entries = jar.entries();
        while (entries.hasMoreElements()) {
            JarEntry entry = entries.nextElement();
            if (isKept(entry.getName(), packages)) {
                files.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
            }
        }
        try (OutputStream file = Files.newOutputStream(slimJar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                JarEntry made = new JarEntry(entry.getKey());
                made.setTime(0);
                out.putNextEntry(made);
                out.write(entry.getValue());
            }
        }
    }

    /** Whether {@code name} is a class of one of {@code packages}, or the class of the bindings as a whole. */
    private static boolean isKept(String name, Collection<String> packages) {
        if (!name.startsWith(ROOT) || !name.endsWith(".class")) {
            return false;
        }
        int slash = name.indexOf('/', ROOT.length());
        return slash < 0 || packages.contains(name.substring(ROOT.length(), slash));
    }
}
