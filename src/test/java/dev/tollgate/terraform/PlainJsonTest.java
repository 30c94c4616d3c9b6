package dev.tollgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainJsonTest {

    private static final JsonMapper BINDING = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "\"a\\u00e9\\n\"",
                "[1, -2, 12345678901, 123456789012345678901234567890, 1.10, 1e400, true, false, null]",
                "{\"b\": {\"a\": [{}, [[\"x\"]]]}, \"a\": 1, \"a\": 2}"
            })
    void readsWhatBindingToObjectsReads(String text) throws JsonProcessingException {
        assertThat(PlainJson.read(text)).isEqualTo(BINDING.readValue(text, Object.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[1", "{\"a\"}", "[1,]", "01", "nul", "[] []", "{} x", "'a'", "[NaN]"})
    void refusesWhatIsNotOneValue(String text) {
        assertThatThrownBy(() -> PlainJson.read(text)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void saysWhatIsTooMuchOrTooLittle() {
        assertThatThrownBy(() -> PlainJson.readStrictly("{\"a\": 1,\n \"a\": 2}"))
                .hasMessageContaining("Duplicate field 'a'")
                .hasMessageContaining("line: 2");
        assertThatThrownBy(() -> PlainJson.read("[1]\n[2]"))
                .hasMessageContaining("something follows the end")
                .hasMessageContaining("line: 2");
        assertThatThrownBy(() -> PlainJson.read("  ")).hasMessageContaining("there is nothing");
        assertThatThrownBy(() -> PlainJson.read("[".repeat(100_000))).isInstanceOf(JsonProcessingException.class);
    }
}
