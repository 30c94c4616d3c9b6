package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.finding.Finding;
import dev.tollgate.model.ApiKind;
import dev.tollgate.pipeline.Catalogue;
import dev.tollgate.pipeline.CheckRequest;
import dev.tollgate.pipeline.Checks;
import dev.tollgate.pipeline.Judged;
import dev.tollgate.pipeline.Pipeline;
import dev.tollgate.testing.GeneratedEnvironment;
import dev.tollgate.testing.GeneratedEnvironments;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A file without errors deploys: whatever key it has, validate clean means that synth ends well, that Terraform takes
 * what was emitted, and that it applies, has nothing left to do, and is destroyed. {@code make properties} asks more
 * files.
 */
class ErrorFreeFilesTest {

    private static final int FILES = Integer.getInteger("properties.files", 20);
    private static final int APPLIED = Integer.getInteger("properties.applied", 3);
    private static final int FIRST_SEED = Integer.getInteger("properties.seed", 1);

    /** How many the CDKTF runtime makes at one go. */
    private static final int BATCH = 30;

    private static Emulator emulator;

    @BeforeAll
    static void tools() {
        RequiredTool.orSkip("terraform");
        RequiredTool.orSkip("moto_server");
        emulator = Emulator.start();
    }

    @AfterAll
    static void end() {
        if (emulator != null) {
            emulator.close();
        }
    }

    /** The file number {@code number}: every kind of API in its turn. */
    private static GeneratedEnvironment file(int number) {
        ApiKind[] kinds = ApiKind.values();
        return GeneratedEnvironments.of(FIRST_SEED + number / kinds.length, kinds[number % kinds.length]);
    }

    @TestFactory
    Stream<DynamicTest> areSynthesizedAndTakenByTerraform() {
        return IntStream.iterate(0, first -> first < FILES, first -> first + BATCH)
                .mapToObj(first -> DynamicTest.dynamicTest(
                        "from " + first,
                        () -> validate(IntStream.range(first, Math.min(FILES, first + BATCH))
                                .mapToObj(ErrorFreeFilesTest::file)
                                .toList())));
    }

    private static void validate(List<GeneratedEnvironment> files) {
        TempProject project = TempProject.named("error-free");
        files.forEach(file -> project.environment(file.name(), file.text()));
        List<String> faults = new ArrayList<>();
        Path stacks = synthesized(project, faults);
        Stack stack = new Stack(project.folder().resolve("validated"), emulator);
        stack.replaceWith(stacks.resolve(files.get(0).name()));
        stack.initWithoutState();
        for (GeneratedEnvironment file : files) {
            stack.replaceWith(stacks.resolve(file.name()));
            Run validated = stack.validate();
            if (validated.exit() != 0 || validated.output().contains("Warning")) {
                faults.add(file.text() + "\n" + validated.output());
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Synthesizes what is in {@code project} and checks it, as {@code tollgate synth} does. */
    private static Path synthesized(TempProject project, List<String> faults) {
        Path out = project.folder().resolve("cdktf.out");
        Pipeline pipeline = new Pipeline(project.folder(), GeneratedEnvironment.TODAY);
        List<Judged> judged = pipeline.validate(pipeline.environments());
        Synthesis.build(pipeline, judged);
        Synthesis.inTurn(() -> pipeline.synthesize(judged, out, step -> {}));
        Checks checks = pipeline.checks(CheckRequest.of(Catalogue.terraform(List.of())));
        for (Judged one : judged) {
            checks.environment(one, out).findings().stream()
                    .filter(Finding::blocks)
                    .forEach(finding -> faults.add(one.name() + ": " + finding));
        }
        return out.resolve("stacks");
    }

    @TestFactory
    Stream<DynamicTest> applySettleAndAreDestroyed() {
        return IntStream.range(0, APPLIED)
                .mapToObj(ErrorFreeFilesTest::file)
                .map(file -> DynamicTest.dynamicTest(file.name(), () -> apply(file)));
    }

    private static void apply(GeneratedEnvironment drawn) {
        emulator.reset();
        GeneratedEnvironment file = Destroyable.of(drawn, emulator);
        assertThat(file.errors()).as(file.text()).isEmpty();
        TempProject project = TempProject.named(file.name());
        project.environment(file.name(), file.text());
        List<String> faults = new ArrayList<>();
        Path folder = synthesized(project, faults).resolve(file.name());
        Destroyable.secrets(folder);
        Stack stack = new Stack(folder, emulator).init();

        for (Run run : List.of(stack.apply(), stack.plan(), stack.destroy())) {
            if (run.exit() != 0) {
                faults.add(file.text() + "\n" + run.output());
            }
        }
        assertThat(faults).isEmpty();
    }
}
