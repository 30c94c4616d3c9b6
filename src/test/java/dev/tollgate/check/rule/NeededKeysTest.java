package dev.tollgate.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.schema.EnvironmentSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule that waits for a key which the schema lacks would not wait. */
class NeededKeysTest {

    @Test
    void areKeysOfTheSchema() {
        assertThat(Rules.all()).allSatisfy(rule -> assertThat(rule.needs())
                .allSatisfy(need -> assertThat(EnvironmentSchema.knows(List.of(need.split("\\.", -1))))
                        .as(rule.id() + " needs `" + need + "`")
                        .isTrue()));
    }
}
