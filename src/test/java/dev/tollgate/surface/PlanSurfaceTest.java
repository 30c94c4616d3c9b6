package dev.tollgate.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.terraform.Plan;
import dev.tollgate.terraform.PlanReader;
import dev.tollgate.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan says the same as the configuration it was made from, and as much of other people's. */
class PlanSurfaceTest {

    private static final Path PLANS = Path.of("src", "test", "resources", "surface");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void readsAFirstPlanAsItsConfiguration(String environment) throws IOException {
        Plan plan = plan(environment);

        assertThat(SurfaceText.of(SurfaceReader.read(plan.after())))
                .isEqualTo(Files.readString(Path.of("src/test/resources/golden", environment, "surface.txt")));
        assertThat(SurfaceText.of(SurfaceReader.read(plan.before()))).isEmpty();
    }

    @Test
    void followsModulesCountAndForEach() throws IOException {
        Plan plan = plan("modules");

        Golden.hold(PLANS.resolve("modules").resolve("surface.txt"), SurfaceText.of(SurfaceReader.read(plan.after())));
    }

    private static Plan plan(String name) throws IOException {
        return PlanReader.read("plan.json", Files.readString(PLANS.resolve(name).resolve("plan.json")));
    }
}
