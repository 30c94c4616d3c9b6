package dev.tollgate.tfvars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.FunctionKeys;
import dev.tollgate.schema.TableKeys;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private final Fields file = Fields.ofFile(new TreeMap<>(Map.of(
            "functions", new TreeMap<>(Map.of("books", new TreeMap<>(Map.of("timeout", BigDecimal.valueOf(30))))))));
    private final Fields function =
            file.each(EnvironmentKeys.FUNCTIONS, fields -> fields).get(0);

    @Test
    void readsWhatTheFileSaysAndTheDefaults() {
        assertThat(function.name()).isEqualTo("books");
        assertThat(function.whole(FunctionKeys.TIMEOUT)).isEqualTo(30);
        assertThat(function.whole(FunctionKeys.MEMORY_SIZE)).isEqualTo(128);
        assertThat(function.has(FunctionKeys.TIMEOUT)).isTrue();
        assertThat(function.has(FunctionKeys.MEMORY_SIZE)).isFalse();
    }

    @Test
    void readsNoKeyOfAnotherObject() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> function.text(TableKeys.HASH_KEY))
                .withMessage("`functions.books` has no key hash_key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.has(FunctionKeys.TIMEOUT))
                .withMessageContaining("has no key timeout");
    }
}
