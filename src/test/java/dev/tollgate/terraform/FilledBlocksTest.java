package dev.tollgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the provider's schema says that it computes is taken for nobody's writing. */
class FilledBlocksTest {

    @Test
    void hasEveryBlockThatTheSchemaComputes() throws IOException {
        JsonNode provider = new ObjectMapper().readTree(new File("src/test/resources/plans/provider.json"));
        List<String> missing = new ArrayList<>();
        provider.properties().forEach(type -> type.getValue().properties().forEach(block -> {
            JsonNode described = block.getValue();
            if (described.has("block")
                    && described.has("computed")
                    && !FilledBlocks.has(type.getKey(), block.getKey())) {
                missing.add(type.getKey() + " " + block.getKey());
            }
        }));

        assertThat(missing).isEmpty();
    }
}
