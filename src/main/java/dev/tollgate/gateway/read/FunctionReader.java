package dev.tollgate.gateway.read;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.function.LocalFunction;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The functions to run. */
public final class FunctionReader {

    private final Infrastructure infrastructure;
    private final LocalNames names;
    private final List<String> notes;

    public FunctionReader(Infrastructure infrastructure, LocalNames names, List<String> notes) {
        this.infrastructure = infrastructure;
        this.names = names;
        this.notes = notes;
    }

    /** The name under which {@code function} runs. */
    public static String name(LocalNames names, Resource function) {
        return names.text(function.get("function_name")).orElse(function.name());
    }

    /** The zip of {@code function}, relative to the folder of the configuration. Refuses an image. */
    public Optional<Path> zip(Resource function) {
        if (names.text(function.get("package_type")).orElse("").equals("Image")) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "function `" + name(names, function) + "` is a container image, which does not run here",
                    "test its routes on the deployed API");
        }
        return file(function);
    }

    /**
     * The zips of the layers of {@code function} that the configuration makes, by the addresses of their resources, in
     * its order.
     */
    public Map<String, Path> layers(Resource function) {
        Map<String, Path> layers = new LinkedHashMap<>();
        for (Value layer : infrastructure.resolve(function.get("layers")).items()) {
            Optional<Resource> own = referred(layer, "aws_lambda_layer_version").findFirst();
            Optional<Path> zip = own.flatMap(this::file);
            if (own.isPresent() && zip.isPresent()) {
                layers.put(own.get().address(), zip.get());
            } else {
                notes.add("the layer "
                        + own.map(Resource::address)
                                .or(() -> names.text(layer))
                                .map(name -> "`" + name + "` ")
                                .orElse("")
                        + "of `" + name(names, function) + "` is not used here: what it imports from it is missing");
            }
        }
        return layers;
    }

    /** The zip that {@code made} is made from, where it is on this machine. */
    private Optional<Path> file(Resource made) {
        return names.text(made.get("filename")).or(() -> uploaded(made)).map(Path::of);
    }

    /** The file of the object that {@code made} is made from. */
    private Optional<String> uploaded(Resource made) {
        return referred(made.get("s3_key"), "aws_s3_object")
                .flatMap(object -> names.text(object.get("source")).stream())
                .findFirst();
    }

    private Stream<Resource> referred(Value value, String type) {
        return infrastructure.references(value).stream()
                .flatMap(reference -> infrastructure.find(reference.address()).stream())
                .filter(resource -> resource.type().equals(type));
    }

    /** {@code function}, whose code is in {@code folder}. */
    public LocalFunction read(Resource function, Path folder) {
        Value reserved = infrastructure.resolve(function.get("reserved_concurrent_executions"));
        if (reserved.number().filter(most -> most.signum() >= 0).isPresent()) {
            notes.add("the reserved concurrency of `" + name(names, function) + "` is not held here: more than "
                    + reserved.text().orElse("") + " calls may run at once");
        }
        boolean isSnapshot = infrastructure.resolve(function.get("snap_start")).items().stream()
                .anyMatch(one -> infrastructure.resolve(one.get("apply_on")).is("PublishedVersions"));
        if (isSnapshot) {
            notes.add("SnapStart of `" + name(names, function) + "` is not imitated here: it starts as without");
        }
        for (Value mounted :
                infrastructure.resolve(function.get("file_system_config")).items()) {
            notes.add("the file system of `" + name(names, function) + "` is not mounted here: `"
                    + names.text(mounted.get("local_mount_path")).orElse("/mnt") + "` is missing");
        }
        return new LocalFunction(
                name(names, function),
                folder,
                names.text(function.get("handler")).orElse(""),
                names.text(function.get("runtime")).orElse(""),
                number(function.get("memory_size"), 128),
                Duration.ofSeconds(number(function.get("timeout"), 3)),
                environment(function));
    }

    private int number(Value value, int otherwise) {
        return infrastructure.resolve(value).number().map(Number::intValue).orElse(otherwise);
    }

    private SortedMap<String, String> environment(Resource function) {
        SortedMap<String, String> found = new TreeMap<>();
        Value variables = infrastructure.resolve(function.get("environment").get("variables"));
        if (variables instanceof Value.Mapping mapping) {
            mapping.members().forEach((name, value) -> names.text(value)
                    .ifPresentOrElse(
                            text -> found.put(name, text),
                            () -> notes.add("environment variable `" + name + "` of `" + name(names, function)
                                    + "` is known after apply: it is not set")));
        }
        return found;
    }
}
