package dev.tollgate.check.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.RuntimeFamily;
import dev.tollgate.terraform.PlainJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a function's package says that it needs, and whether it has it.
 *
 * @param manifest the file that says it
 * @param missing what it names and neither the package, nor a layer of the file, nor Lambda's runtime has
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

    /** Those of {@code function}, whose code is {@code code}, and which finds what {@code layers} bring. */
    static Dependencies of(LambdaFunction.Packaged function, PackagedCode code, List<PackagedCode> layers) {
        Optional<RuntimeFamily> family = function.family();
        Set<String> brought = layers.stream()
                .flatMap(layer -> layer.contents().entries().keySet().stream())
                .collect(Collectors.toSet());
        return family.filter(RuntimeFamily.NODE::equals).isPresent()
                ? ofNode(code, brought, RuntimeFamily.NODE.foldersInLayers(function.runtime()))
                : family.filter(RuntimeFamily.PYTHON::equals).isPresent()
                        ? ofPython(code, brought)
                        : new Dependencies("", List.of(), "");
    }

    private static Dependencies ofPython(PackagedCode code, Set<String> brought) {
        String manifest = "requirements.txt";
        Set<String> installed = Stream.concat(code.contents().entries().keySet().stream(), brought.stream())
                .flatMap(path -> Stream.of(path.split("/", -1)))
                .map(Dependencies::module)
                .collect(Collectors.toSet());
        return new Dependencies(
                manifest,
                lines(manifest, code)
                        .map(REQUIREMENT::matcher)
                        .filter(Matcher::matches)
                        .map(line -> line.group(1))
                        .filter(name -> !OF_PYTHON.contains(module(name)) && !installed.contains(module(name)))
                        .toList(),
                "pip install --target " + folder(code) + " --requirement " + code.path(manifest));
    }

    private static String folder(PackagedCode code) {
        return code.path("").replaceFirst("/$", "");
    }

    private static Stream<String> lines(String manifest, PackagedCode code) {
        return code.contents().holds(manifest) ? code.text(manifest).lines() : Stream.empty();
    }

    /** As Python's packages compare names, less what an installed one has behind it. */
    private static String module(String name) {
        Matcher installed = INSTALLED.matcher(name);
        return (installed.matches() ? installed.group(1) : name)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[-_.]+", "_");
    }

    private static Dependencies ofNode(PackagedCode code, Set<String> brought, List<String> foldersInLayers) {
        String manifest = "package.json";
        Predicate<String> isThere = name -> OF_NODE.stream().anyMatch(name::startsWith)
                || isIn("node_modules/" + name, code.contents().entries().keySet())
                || foldersInLayers.stream().anyMatch(folder -> isIn(folder + name, brought));
        return new Dependencies(
                manifest,
                dependencies(manifest, code)
                        .filter(name -> !isThere.test(name))
                        .sorted()
                        .toList(),
                "npm install --omit=dev --prefix " + folder(code));
    }

    /** Whether a file of {@code paths} is in {@code folder}, or a link has its name. */
    private static boolean isIn(String folder, Set<String> paths) {
        return paths.stream().anyMatch(path -> (path + "/").startsWith(folder + "/"));
    }

    private static Stream<String> dependencies(String manifest, PackagedCode code) {
        if (!code.contents().holds(manifest)) {
            return Stream.empty();
        }
        try {
            return PlainJson.read(code.text(manifest)) instanceof Map<?, ?> read
                            && read.get("dependencies") instanceof Map<?, ?> dependencies
                    ? dependencies.keySet().stream().map(String::valueOf)
                    : Stream.empty();
        } catch (JsonProcessingException e) {
            // npm says what is wrong with it.
            return Stream.empty();
        }
    }
}
