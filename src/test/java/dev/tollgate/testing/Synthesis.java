package dev.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.pipeline.FunctionBuilds;
import dev.tollgate.pipeline.Judged;
import dev.tollgate.pipeline.Pipeline;
import dev.tollgate.synth.Synthesized;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/**
 * The project's own environments, synthesized once for all tests of a JVM: the CDKTF runtime is one process that takes
 * one request at a time, so whoever synthesizes takes turns.
 */
public final class Synthesis {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path OUT = Path.of("target", "test-synth", "cdktf.out");

    private Synthesis() {}

    /** Everything that was made of the project's environments, in {@code target/test-synth/cdktf.out}. */
    private static final class Project {
        static final List<Synthesized> MADE = of(Path.of(""), OUT);
    }

    /** What was made of each of the project's environments. */
    public static List<Synthesized> project() {
        return Project.MADE;
    }

    /** The folder of the project's environment {@code name}, with everything in it that Terraform needs. */
    public static Path stackFolder(String name) {
        if (project().stream().noneMatch(made -> made.environment().id().equals(name))) {
            throw new IllegalArgumentException("the project has no environment " + name);
        }
        return OUT.resolve("stacks").resolve(name);
    }

    /** The JSON emitted for the project's environment {@code name}. */
    public static JsonNode stack(String name) {
        return json(stackFolder(name).resolve("cdk.tf.json"));
    }

    /** Synthesizes every environment under {@code project}, or those called {@code names}, into {@code out}. */
    public static List<Synthesized> of(Path project, Path out, String... names) {
        Pipeline pipeline = new Pipeline(project, LocalDate.of(2026, 11, 21));
        List<Judged> judged = pipeline.validate(names.length == 0 ? pipeline.environments() : List.of(names));
        List<String> blocking = judged.stream()
                .filter(Judged::blocks)
                .map(one -> one.name() + ": " + one.findings())
                .toList();
        if (!blocking.isEmpty()) {
            throw new AssertionError("environments with errors: " + blocking);
        }
        build(pipeline, judged);
        return inTurn(() -> pipeline.synthesize(judged, out, step -> {}));
    }

    /** Runs the builds that functions of {@code judged} ask for. */
    public static void build(Pipeline pipeline, List<Judged> judged) {
        pipeline.builds(System.getenv()).run(judged, false, step -> {}).stream()
                .filter(FunctionBuilds.Ran::failed)
                .findFirst()
                .ifPresent(ran -> {
                    throw new AssertionError(ran.toString());
                });
    }

    /** Does what synthesizes while nobody else does. */
    public static synchronized <T> T inTurn(Supplier<T> synthesizing) {
        return synthesizing.get();
    }

    /** The JSON in {@code file}. */
    public static JsonNode json(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
