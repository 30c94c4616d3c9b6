package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StackJsonTest {

    /** Also those that UTF-8 writes in four bytes, which Jackson would escape. */
    @Test
    void writesCharactersAsTheyAre() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("a", "é … 😀 \"\n");
        String text = "{\n  \"a\": \"é … 😀 \\\"\\n\"\n}\n";

        assertThat(StackJson.text(tree)).isEqualTo(text);
        assertThat(StackJson.bytes(tree)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }
}
