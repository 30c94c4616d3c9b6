package dev.tollgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTemplateTest {

    private static final EvaluationScope SCOPE = new EvaluationScope(
            name -> name.equals("functions")
                    ? new Value.Mapping(new TreeMap<>(Map.of("a.b c", new Value.Sequence(List.of(Value.of("x"))))))
                    : new Value.Unknown("no " + name, List.of()),
            name -> Value.absent());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${aws_api_gateway_rest_api.api.id}",
                "${aws_api_gateway_rest_api.api}",
                "${data.aws_partition.current.partition}",
                "arn:${data.aws_partition.current.partition}:x:${aws_iam_role.a-b.arn}",
                "${aws_lambda_function.a.arn}/*/GET/{id}",
                "integrations/${aws_apigatewayv2_integration.a.id}",
                "${var.functions[\"a.b c\"]}",
                "${var.functions[\"a.b c\"].more}",
                "${var.functions.none}-${var.missing}",
                "${var.missing.deep[\"\"].er}",
                "{${aws_a.b.c}}"
            })
    void holdsWhatTheGrammarMakesOfIt(String text) {
        String noLongerPlain = text.replace("${", "${ ");

        assertThat(PlainTemplate.evaluate(noLongerPlain, SCOPE)).isEmpty();
        assertThat(PlainTemplate.evaluate(text, SCOPE)).hasValue(Expressions.evaluate(noLongerPlain, SCOPE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$${aws_a.b.c}",
                "%{ if true }${aws_a.b.c}%{ endif }",
                "$${x} ${aws_a.b.c}",
                "${local.a} ${aws_a.b.c}",
                "${aws_a.b[0].c}",
                "${aws_a.b.*.c}",
                "${var.a[0]}",
                "${var.a[\"${var.b}\"]}",
                "${var.a[\"x\\n\"]}",
                "${coalesce(var.a, \"b\")}",
                "costs $5 and ${aws_a.b.c}",
                "${each.value}"
            })
    void leavesTheRestToTheGrammar(String text) {
        assertThat(PlainTemplate.evaluate(text, SCOPE)).isEmpty();
    }

    /** The text decides how long it is, and a pattern that repeats a choice takes a stack as deep. */
    @Test
    void isNoDeeperThanAPatternCanFollow() {
        assertThat(PlainTemplate.evaluate("${var" + ".a".repeat(200_000) + "}", SCOPE))
                .isEmpty();
        assertThat(PlainTemplate.evaluate("${var.a" + "[\"b\"]".repeat(200_000), SCOPE))
                .isEmpty();
    }
}
