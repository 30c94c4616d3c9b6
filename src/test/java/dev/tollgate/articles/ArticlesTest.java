package dev.tollgate.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Every value that an article shows, in {@code articles/values.csv}: environment, address, pointer, value. Lists are
 * written with a space between their items. A comment there says where the article is wrong and the value is right.
 */
class ArticlesTest {

    @ParameterizedTest(name = "{0}: {1} {2} = {3}")
    @CsvFileSource(resources = "/articles/values.csv", delimiter = '|', maxCharsPerColumn = 10_000)
    void emitsWhatTheArticleShows(String environment, String address, String pointer, String expected) {
        Object value = Emitted.of(environment).value(address, pointer);

        if (value instanceof List<?> list) {
            assertThat(list.stream().map(String::valueOf))
                    .containsExactlyElementsOf(Arrays.asList(expected.split(" ", -1)));
        } else {
            assertThat(String.valueOf(value)).isEqualTo(expected);
        }
    }

    @Test
    void seedsTheFiveBooksOfArticleB() {
        assertThat(Emitted.of("books").resources("aws_dynamodb_table_item")).hasSize(5);
    }

    @Test
    void tellsWhereTheBooksAreAndWhereTheirTokensAre() {
        assertThat(Emitted.of("books").output("base_url")).isEqualTo("https://api.example.org");
        assertThat(Emitted.of("books").output("token_endpoint")).isEqualTo("https://auth.example.org/oauth2/token");
    }
}
