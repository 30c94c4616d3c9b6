package dev.tollgate.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.schema.FunctionKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimesTest {

    @ParameterizedTest
    @CsvSource({
        "dotnet8, dotnet10",
        "dotnetcore3.1, dotnet10",
        "ruby3.2, ruby3.4",
        "provided.al2, provided.al2023",
        "go1.x, provided.al2023",
        "java8, java21",
        "nodejs20.x, nodejs22.x",
        "python3.10, python3.13",
        "python2.7, python3.13"
    })
    void suggestsTheNewestThatNoFindingIsAbout(String old, String newest) {
        Runtimes.LambdaRuntime runtime = Runtimes.find(old).orElseThrow();

        assertThat(runtime.isDeprecated()).isTrue();
        assertThat(Runtimes.supported(runtime)).hasValue(newest);
        assertThat(Runtimes.find(newest).orElseThrow().isDeprecated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"nodejs20.x, false", "dotnet8, false", "python3.7, true", "provided, true", "nodejs10.x, true"})
    void knowsWhatNoFunctionIsMadeWith(String name, boolean closed) {
        assertThat(Runtimes.find(name).orElseThrow().isClosed()).isEqualTo(closed);
    }

    /** What a message says is allowed is what a reader tries next. */
    @Test
    void allowsNothingInAMessageThatAFindingWouldBeAbout() {
        String allowed = FunctionKeys.RUNTIME.attribute().limit().orElseThrow().allowed();

        assertThat(allowed.replace("`", "").split(", ", -1))
                .allSatisfy(name -> assertThat(Runtimes.find(name).orElseThrow().isDeprecated())
                        .isFalse());
    }
}
