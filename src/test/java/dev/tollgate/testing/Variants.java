package dev.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/** Variants of an environment in a project of their own, synthesized together: one start of the CDKTF runtime. */
public final class Variants {

    private final Path project;

    private Variants(Path project) {
        this.project = project;
    }

    /** A project without environments in {@code project}. */
    public static Variants in(Path project) {
        return new Variants(project);
    }

    /**
     * A project whose environment {@code shop} has no API, people by default, and {@code more}; with a function's
     * source.
     */
    public static Variants shop(Path project, String more) {
        return in(project)
                .withFile("lambdas/shop/app.py", "def handler(event, context):\n    return {}\n")
                .with("shop", """
                        name      = "shop"
                        region    = "eu-west-1"
                        api_type  = "none"
                        user_pool = {}
                        """ + more);
    }

    /** Writes the environment {@code name}. */
    public Variants with(String name, String text) {
        return withFile("environments/" + name + ".tfvars", text);
    }

    /** Writes a file of the project. */
    public Variants withFile(String path, String text) {
        Path file = project.resolve(path);
        try {
            Files.createDirectories(file.resolve("..").normalize());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Synthesizes every environment. */
    public Variants synthesized() {
        Synthesis.of(project, project.resolve("out"));
        return this;
    }

    /** What was emitted for the environment {@code name}. */
    public JsonNode stack(String name) {
        return Synthesis.json(folder(name).resolve("cdk.tf.json"));
    }

    /** Where it was emitted. */
    public Path folder(String name) {
        return project.resolve("out").resolve("stacks").resolve(name);
    }

    /** The addresses of the resources and data sources of {@code stack}: {@code type.name}, {@code data.type.name}. */
    public static SortedSet<String> addresses(JsonNode stack) {
        SortedSet<String> addresses = new TreeSet<>();
        add(addresses, "", stack.path("resource"));
        add(addresses, "data.", stack.path("data"));
        return addresses;
    }

    private static void add(SortedSet<String> addresses, String prefix, JsonNode section) {
        section.properties().forEach(type -> type.getValue()
                .fieldNames()
                .forEachRemaining(name -> addresses.add(prefix + type.getKey() + "." + name)));
    }
}
