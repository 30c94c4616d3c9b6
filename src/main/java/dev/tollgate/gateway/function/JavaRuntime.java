package dev.tollgate.gateway.function;

import dev.tollgate.finding.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Java functions, run by the Java that runs Tollgate and by Lambda's own client: the one in the package, or the newest
 * in Maven's local repository.
 *
 * @param client the jars of Lambda's client, in front of the function's own; none where the package brings it
 * @param debug where a debugger attaches
 */
record JavaRuntime(String program, List<Path> client, Optional<DebugPort> debug) implements LocalRuntime {

    private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final String CLIENT = "aws-lambda-java-runtime-interface-client";

    /** What the client is made of. */
    private static final List<String> PARTS = List.of(CLIENT, "aws-lambda-java-core", "aws-lambda-java-serialization");

    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(\\.[0-9]+)*");

    static JavaRuntime of(LocalFunction function, SortedMap<String, String> environment, Optional<DebugPort> debug) {
        String program = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        if (bringsClient(function.folder())) {
            return new JavaRuntime(program, List.of(), debug);
        }
        Path repository = Path.of(environment.getOrDefault("HOME", ""), ".m2", "repository", "com", "amazonaws");
        List<Path> client = PARTS.stream()
                .flatMap(part -> newest(repository.resolve(part)).stream())
                .toList();
        if (client.size() < PARTS.size()) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "function `" + function.name() + "` needs Lambda's client for Java, which is not in `" + repository
                            + "`",
                    "run `mvn dependency:get -Dartifact=com.amazonaws:" + CLIENT + ":2.6.0`, or pack it with the"
                            + " function");
        }
        return new JavaRuntime(program, client, debug);
    }

    private static boolean bringsClient(Path folder) {
        return Files.isRegularFile(folder.resolve(MAIN.replace('.', '/') + ".class"))
                || jars(folder.resolve("lib")).stream()
                        .anyMatch(jar -> String.valueOf(jar.getFileName()).startsWith(CLIENT));
    }

    /** The jar of the newest version below {@code artifact}. */
    private static Optional<Path> newest(Path artifact) {
        return list(artifact).stream()
                .filter(version ->
                        NUMBERS.matcher(String.valueOf(version.getFileName())).matches())
                .map(version -> version.resolve(artifact.getFileName() + "-" + version.getFileName() + ".jar"))
                .filter(Files::isRegularFile)
                .max(Comparator.comparing(jar -> Runtime.Version.parse(
                        String.valueOf(jar.resolveSibling("").getFileName()).replaceAll("(\\.0)+$", ""))));
    }

    private static List<Path> jars(Path folder) {
        return list(folder).stream()
                .filter(file -> file.toString().endsWith(".jar"))
                .toList();
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public FunctionProcess start(LocalFunction function, SortedMap<String, String> environment, FunctionLog log)
            throws IOException {
        List<Path> path = new ArrayList<>(client);
        path.add(function.folder());
        path.addAll(jars(function.folder().resolve("lib")));
        function.layers()
                .ifPresent(layers -> path.addAll(jars(layers.resolve("java").resolve("lib"))));
        List<String> command = new ArrayList<>(List.of(
                program,
                // As Lambda starts it: most of the memory is the heap's, and a quick start counts.
                "-Xmx" + function.memorySize() * 17 / 20 + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto"));
        debug.ifPresent(
                port -> command.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=" + port.address()));
        command.addAll(List.of(
                "-cp",
                path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                MAIN,
                function.handler()));
        return FunctionProcess.asking(command, function, environment, log);
    }

    @Override
    public Optional<String> difference(LocalFunction function) {
        String wanted = function.runtime().substring("java".length()).replaceAll("\\..*", "");
        int here = Runtime.version().feature();
        return wanted.equals(Integer.toString(here))
                ? Optional.empty()
                : Optional.of("is for `" + function.runtime() + "` and runs on Java " + here + " here");
    }
}
