package dev.tollgate.check.rule;

import dev.tollgate.check.ProjectFiles;
import dev.tollgate.model.LambdaFunction;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a function's folder says that it needs, and whether it has it.
 *
 * @param manifest the file that says it
 * @param missing what it names and neither the folder nor Lambda's runtime has
 * @param command what installs it
 */
record Dependencies(String manifest, List<String> missing, String command) {

    /** What Lambda's Python has, boto3 and what that needs. */
    private static final Set<String> OF_PYTHON =
            Set.of("boto3", "botocore", "jmespath", "python_dateutil", "s3transfer", "six", "urllib3");

    /** What Lambda's Node.js has. */
    private static final List<String> OF_NODE = List.of("@aws-sdk/", "@smithy/");

    /** A name at the start of a line; whether one with a marker behind `;` is needed, depends on the machine. */
    private static final Pattern REQUIREMENT = Pattern.compile("\\s*([A-Za-z0-9][A-Za-z0-9._-]*+)(?![:/])[^;]*");

    private static final Pattern INSTALLED = Pattern.compile("(.+?)(-[^-]+(-[^/]*)?)?\\.(dist-info|egg-info|py)");

    Dependencies {
        missing = List.copyOf(missing);
    }

    static Dependencies of(LambdaFunction.Packaged function, ProjectFiles files) {
        String folder = function.source().replaceFirst("/+$", "");
        Collection<String> packed = files.packageOf(function.source()).entries().keySet();
        return function.isNode() ? ofNode(folder, packed, files) : ofPython(folder, packed, files);
    }

    private static Dependencies ofPython(String folder, Collection<String> packed, ProjectFiles files) {
        String manifest = folder + "/requirements.txt";
        Set<String> installed = packed.stream()
                .flatMap(path -> Stream.of(path.split("/", -1)))
                .map(Dependencies::module)
                .collect(Collectors.toSet());
        return new Dependencies(
                manifest,
                lines(manifest, files)
                        .map(REQUIREMENT::matcher)
                        .filter(Matcher::matches)
                        .map(line -> line.group(1))
                        .filter(name -> !OF_PYTHON.contains(module(name)) && !installed.contains(module(name)))
                        .toList(),
                "pip install --target " + folder + " --requirement " + manifest);
    }

    private static Stream<String> lines(String manifest, ProjectFiles files) {
        return files.isFile(manifest)
                ? new String(files.read(manifest), StandardCharsets.UTF_8).lines()
                : Stream.empty();
    }

    /** As Python's packages compare names, less what an installed one has behind it. */
    private static String module(String name) {
        Matcher installed = INSTALLED.matcher(name);
        return (installed.matches() ? installed.group(1) : name)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[-_.]+", "_");
    }

    private static Dependencies ofNode(String folder, Collection<String> packed, ProjectFiles files) {
        String manifest = folder + "/package.json";
        Predicate<String> isThere = name -> OF_NODE.stream().anyMatch(name::startsWith)
                || packed.stream().anyMatch(path -> (path + "/").startsWith("node_modules/" + name + "/"));
        return new Dependencies(
                manifest,
                dependencies(manifest, files)
                        .filter(name -> !isThere.test(name))
                        .sorted()
                        .toList(),
                "npm install --omit=dev --prefix " + folder);
    }

    private static Stream<String> dependencies(String manifest, ProjectFiles files) {
        if (files.isFile(manifest)
                && files.json(manifest).value().orElse("") instanceof Map<?, ?> json
                && json.get("dependencies") instanceof Map<?, ?> dependencies) {
            return dependencies.keySet().stream().map(String::valueOf);
        }
        return Stream.empty();
    }
}
