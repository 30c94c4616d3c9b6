package dev.tollgate.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.testing.Golden;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we emit, read back: nothing of it is uncertain. */
class GoldenSurfaceTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @ParameterizedTest
    @ValueSource(
            strings = {"auth", "books", "dev", "echo", "example", "items", "prod", "quotes", "shop", "sms", "staging"})
    void readsBackWhatWasEmitted(String environment) {
        Path file = GOLDEN.resolve(environment).resolve("cdk.tf.json");
        Infrastructure infrastructure =
                ConfigurationReader.read(ConfigurationFile.at(file, "cdk.tf.json"), new TreeMap<>());

        Surface surface = SurfaceReader.read(infrastructure);

        assertThat(surface.unjudged()).isEmpty();
        Golden.hold(GOLDEN.resolve(environment).resolve("surface.txt"), SurfaceText.of(surface));
    }
}
