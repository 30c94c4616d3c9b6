package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResourceCountTest {

    static List<Path> stacks() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "resources", "golden"))) {
            return files.filter(path -> path.endsWith("cdk.tf.json")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void countsWhatATreeOfTheStackHas(Path stack) throws IOException {
        int resources = 0;
        for (JsonNode type : new ObjectMapper().readTree(stack.toFile()).path("resource")) {
            resources += type.size();
        }

        assertThat(ResourceCount.in(stack)).isEqualTo(resources).isPositive();
    }
}
