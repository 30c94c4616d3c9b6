package dev.tollgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    @Test
    void keepsTheBracketsOfAKey() {
        assertThat(References.parts("aws_x.y[\"a.b[\\\"c\\\"]\"].list[0].id"))
                .containsExactly("aws_x", "y", "[\"a.b[\\\"c\\\"]\"]", "list", "[0]", "id");
    }

    @Test
    void readsAKeyOfAnyLength() {
        String key = "[\"" + "a\\\"".repeat(100_000) + "\"]";

        assertThat(References.parts("aws_x.y" + key + ".id")).isEqualTo(List.of("aws_x", "y", key, "id"));
    }
}
