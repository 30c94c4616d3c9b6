package dev.tollgate.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.function.FunctionSurroundings;
import dev.tollgate.gateway.function.ProcessLimits;
import dev.tollgate.gateway.read.KnownIds;
import dev.tollgate.gateway.read.LocalNames;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalGatewayTest {

    @Test
    void hasItsFunctionsInTheRegionOfTheStack(@TempDir Path scratch) throws IOException {
        Path stack = Synthesis.stackFolder("dev");
        String moved = Files.readString(stack.resolve("cdk.tf.json"))
                .replaceAll("\"region\": \"[a-z0-9-]+\"", "\"region\": \"ap-southeast-2\"");
        SortedSet<String> asked = new TreeSet<>();
        LocalGateway.Setting setting = new LocalGateway.Setting(
                stack,
                scratch,
                Optional.empty(),
                List.of(),
                region -> {
                    asked.add(region);
                    return new FunctionSurroundings(
                            region,
                            LocalNames.ACCOUNT,
                            Optional.empty(),
                            Optional.empty(),
                            System.getenv("PATH"),
                            "/nowhere");
                },
                (function, line) -> {},
                (destination, text) -> {},
                new PoolMemories(Optional.empty()),
                KnownIds.NONE,
                ProcessLimits.USUAL);

        try (LocalGateway gateway = LocalGateway.of(
                ConfigurationReader.read(List.of(new ConfigurationFile("moved", moved)), new TreeMap<>()),
                setting,
                Clock.systemUTC(),
                new SecureRandom())) {
            assertThat(gateway.region()).isEqualTo("ap-southeast-2");
            assertThat(asked).containsExactly("ap-southeast-2");
        }
    }
}
