package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.tollgate.testing.RequiredTool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bindings that the build slims: they are the ones in use, they are enough, and they change no byte of output. */
final class SlimBindingsTest {

    private static final String ROOT = "com/hashicorp/cdktf/providers/aws/";
    private static final String PACKAGE = ROOT.replace('/', '.');
    private static final Path SLIM_JAR = Path.of("target", "slim-bindings.jar");
    private static final Pattern EXPORT = Pattern.compile("defineProperty\\(exports, \"(\\w+)\", \\{ enumerable");

    @Test
    void slimBindingsComeBeforeThePublishedOnes() throws IOException {
        List<String> found = new ArrayList<>();
        for (var url : Collections.list(getClass().getClassLoader().getResources(archive()))) {
            found.add(url.toString());
        }

        assertThat(found).hasSize(2);
        assertThat(found.get(0)).startsWith("file:");
        assertThat(found.get(1)).startsWith("jar:");
    }

    @Test
    void slimBindingsHaveTheModulesThatOurClassesReferTo() throws IOException {
        SortedMap<String, String> modules = modules();

        assertThat(modules.keySet()).isEqualTo(referenced());
        assertThat(exports()).isEqualTo(new TreeSet<>(modules.values()));
    }

    @Test
    void slimJarHasTheClassesOfTheseModules() throws IOException {
        SortedSet<String> packages = new TreeSet<>();
        try (JarFile jar = new JarFile(SLIM_JAR.toFile())) {
            jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(ROOT) && name.indexOf('/', ROOT.length()) > 0)
                    .forEach(name -> packages.add(name.substring(ROOT.length(), name.indexOf('/', ROOT.length()))));
        }

        assertThat(packages).isEqualTo(modules().keySet());
    }

    @Test
    void outputIsTheSameWithThePublishedBindings(@TempDir Path work) throws Exception {
        RequiredTool.orSkip("node");
        ForkedSynth synth = new ForkedSynth(work);

        ForkedSynth.Ended slim = synth.run(ForkedSynth.classPath(), work.resolve("slim"), "--all");
        ForkedSynth.Ended stock = synth.run(synth.stockClassPath(), work.resolve("stock"), "--all");

        assertThat(slim.exit()).as(slim.said()).isZero();
        assertThat(stock.exit()).as(stock.said()).isZero();
        assertThat(files(work.resolve("slim"))).isNotEmpty().isEqualTo(files(work.resolve("stock")));
    }

    @Test
    void missingModuleIsNamed(@TempDir Path work) throws Exception {
        RequiredTool.orSkip("node");
        Path jar = work.resolve("without.jar");
        copyWithout(ROOT + "cognito_user_pool/", jar);
        List<String> classPath = ForkedSynth.classPath().stream()
                .map(entry -> entry.contains("cdktf-provider-aws") ? jar.toString() : entry)
                .toList();

        ForkedSynth.Ended ended = new ForkedSynth(work).run(classPath, work.resolve("out"), "-e", "prod");

        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.said())
                .contains("error: the module `cognito_user_pool` of the AWS bindings is missing from this build")
                .doesNotContain("\tat ");
    }

    @Test
    void moduleThatTheScriptMissesIsNamed(@TempDir Path work) throws Exception {
        RequiredTool.orSkip("node");
        Path archive = work.resolve("first").resolve(archive());
        Files.createDirectories(archive.getParent());
        tar("-xzf", ForkedSynth.CLASSES.resolve(archive()).toString(), "-C", work.toString());
        Path index = work.resolve("package/lib/index.js");
        Files.writeString(index, Files.readString(index).replace("\"cognitoUserPool\"", "\"another\""));
        tar("-czf", archive.toString(), "-C", work.toString(), "package");
        List<String> classPath = new ArrayList<>(List.of(work.resolve("first").toString()));
        classPath.addAll(ForkedSynth.classPath());

        ForkedSynth.Ended ended = new ForkedSynth(work).run(classPath, work.resolve("out"), "-e", "prod");

        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.said())
                .contains("error: the module `cognitoUserPool` of the AWS bindings is missing from this build")
                .doesNotContain("\tat ", "    at ");
    }

    private static void tar(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("tar"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @Test
    void moduleThatTheRuntimeMissesIsNamed() {
        Throwable thrown = new ExceptionInInitializerError(
                new IllegalStateException("Type '@cdktf/provider-aws.wafv2WebAcl.Wafv2WebAcl' not found"));

        assertThat(MissingBinding.in(thrown))
                .hasValueSatisfying(error -> assertThat(error).hasMessageContaining("`wafv2WebAcl`"));
        assertThat(MissingBinding.in(new IllegalStateException("Type 'x' not found")))
                .isEmpty();
    }

    /** What ArchUnit finds, which does not read class files as the build step does. */
    private static SortedSet<String> referenced() {
        return new ClassFileImporter()
                .importPath(ForkedSynth.CLASSES.resolve("dev")).stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(Dependency::getTargetClass)
                        .map(type -> type.getBaseComponentType().getPackageName())
                        .filter(name -> name.startsWith(PACKAGE))
                        .map(name -> name.substring(PACKAGE.length()))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The Java package and the sub-module of each module. */
    private static SortedMap<String, String> modules() throws IOException {
        SortedMap<String, String> modules = new TreeMap<>();
        for (String line : Files.readAllLines(ForkedSynth.CLASSES.resolve(ROOT + "$Module.txt"))) {
            String[] names = line.split("[.=]", -1);
            modules.put(names[names.length - 2], names[1]);
        }
        return modules;
    }

    private static SortedSet<String> exports() throws IOException {
        byte[] archive = Files.readAllBytes(ForkedSynth.CLASSES.resolve(archive()));
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
            Matcher matcher = EXPORT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return matcher.results().map(result -> result.group(1)).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String archive() throws IOException {
        try (Stream<Path> files = Files.list(ForkedSynth.CLASSES.resolve(ROOT))) {
            return ROOT
                    + files.map(f -> f.getFileName().toString())
                            .filter(name -> name.endsWith(".jsii.tgz"))
                            .findFirst()
                            .orElseThrow();
        }
    }

    private static SortedMap<String, String> files(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            // The record names the build that made the rest.
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(StackRecord.FILE))
                    .toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private static void copyWithout(String prefix, Path to) throws IOException {
        try (JarFile jar = new JarFile(SLIM_JAR.toFile());
                OutputStream file = Files.newOutputStream(to);
                JarOutputStream out = new JarOutputStream(file)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.getName().startsWith(prefix)) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    out.write(jar.getInputStream(entry).readAllBytes());
                }
            }
        }
    }
}
