package dev.tollgate.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule speaks of what it is about, is silent about all else, and guesses nothing. */
class ReviewRulesTest {

    static Stream<String> rules() {
        return ReviewRules.ALL.stream().map(ReviewRule::id).sorted();
    }

    @Test
    void hasCasesOfEveryRuleAndOfNoOther() {
        assertThat(ReviewedChanges.RULES.properties().stream().map(Map.Entry::getKey))
                .containsExactlyElementsOf(rules().toList());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void speaksOfWhatItIsAbout(String rule) {
        assertThat(ReviewedChanges.cases(rule, "says")).isNotEmpty().allSatisfy(one -> assertThat(
                        ReviewedChanges.said(one, rule))
                .as(one.toString())
                .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isSilentAboutAPlanThatChangesNothing(String rule) {
        for (String unchanged : List.of("http-same", "rest-same")) {
            assertThat(ReviewedChanges.said(
                            JsonNodeFactory.instance.objectNode().put("case", unchanged), rule))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isSilentAboutWhatOnlyLooksLikeIt(String rule) {
        assertThat(ReviewedChanges.cases(rule, "silent")).allSatisfy(one -> assertThat(ReviewedChanges.said(one, rule))
                .as(one.toString())
                .isEmpty());
    }

    /** Unknown is said as unknown, or not at all. */
    @ParameterizedTest
    @MethodSource("rules")
    void guessesNothing(String rule) {
        assertThat(ReviewedChanges.cases(rule, "unknown")).isNotEmpty().allSatisfy(one -> assertThat(
                        ReviewedChanges.said(one, rule))
                .as(one.toString())
                .isEmpty());
    }
}
