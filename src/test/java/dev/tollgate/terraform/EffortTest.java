package dev.tollgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.hcl.HclParser;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of these would take gigabytes, and ends the tests where it is evaluated. */
class EffortTest {

    private static final Value TEXT = Value.of("x".repeat(1 << 19));
    private static final Value LIST = new Value.Sequence(Collections.nCopies(10_000, Value.of("a")));

    private static final EvaluationScope SCOPE =
            new EvaluationScope(name -> name.equals("text") ? TEXT : LIST, name -> Value.absent());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${[for a in range(5000) : [for b in range(5000) : [for c in range(5000) : a]]]}",
                "${[for a in range(10000) : range(10000)]}",
                "${[for a in range(10000) : \"${a}${var.text}\"]}",
                "${[for a in range(10000) : reverse(var.list)]}",
                "${[for a in range(10000) : var.list[*]]}",
                "${[for a in range(10000) : chunklist(var.list, 10000)]}",
                "${jsonencode([for a in range(10000) : var.text])}",
                "${join(var.text, var.list)}",
                "${formatlist(\"%s%s\", var.list, var.text)}",
                "${flatten([for a in range(10000) : var.list])}",
                "%{for a in var.list}${var.text}%{endfor}"
            })
    void endsWhatMultiplies(String text) {
        assertThat(Expressions.evaluate(text, SCOPE).isCertain()).isFalse();
    }

    @Test
    void takesFromOthersWithoutBeingLarge() {
        String text = "${[for a in range(10000) : lookup({ a = var.text }, \"a\")]}";

        assertThat(Expressions.evaluate(text, SCOPE)).isInstanceOf(Value.Sequence.class);
    }

    /** What a variable's default makes counts as what all else of the configuration does. */
    @Test
    void saysThatSomeOfAConfigurationIsLeftOut() {
        String text = """
                variable "v" {
                  default = [for a in range(5000) : [for b in range(5000) : a]]
                }
                output "o" {
                  value = "${var.v[0][0]}"
                }
                """;
        try (HclParser parser = HclParser.waiting()) {
            Infrastructure read =
                    ConfigurationReader.read(List.of(new ConfigurationFile("main.tf", text)), new TreeMap<>(), parser);

            assertThat(read.outputs().get(0).value()).isInstanceOf(Value.Unknown.class);
            assertThat(read.unread()).singleElement().asString().contains("more than Tollgate evaluates");
        }
    }
}
