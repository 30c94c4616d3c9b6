package dev.tollgate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.surface.Api;
import dev.tollgate.surface.Surface;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the rules are prepared with takes them to where a real stack does. */
class SampleTest {

    private static final Path SAMPLE = Path.of("src/main/resources/dev/tollgate/pipeline/sample.tf.json");

    @Test
    void hasARouteOfEachKindOfApi() {
        List<String> unread = new ArrayList<>();
        Surface surface = SurfaceReader.read(
                ConfigurationReader.read(ConfigurationFile.at(SAMPLE, "sample", unread), new TreeMap<>(), unread));
        assertThat(surface.apis()).hasSize(2).allSatisfy(api -> assertThat(api.routes())
                .isNotEmpty());
        assertThat(surface.apis()).extracting(Api::kind).doesNotHaveDuplicates();
        assertThat(surface.unjudged()).isEmpty();
    }

    @Test
    void preparesWithoutAWord() {
        new Checks(CheckRequest.of(Catalogue.terraform(List.of())), LocalDate.of(2026, 11, 21)).prepare();
    }
}
