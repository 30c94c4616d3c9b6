package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.cli.text.Terminal;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SubcommandsTest {

    private static CommandLine root(String line) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new Tollgate(Terminal.of(nowhere, nowhere, Map.of(), false))
                .commandLine(line.isEmpty() ? new String[0] : line.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "synth --all", "plan -e dev", "validate --help", "explain no-routes synth"})
    void describesTheCommandThatIsRunAlone(String line) {
        assertThat(root(line).getSubcommands()).containsOnlyKeys(line.split(" ", -1)[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "--help", "--version", "validat", "--project x validate", "generate-completion bash", "--"})
    void describesEveryCommandWhereAllOfThemMatter(String line) {
        assertThat(root(line).getSubcommands()).hasSize(21).containsKeys("synth", "validate", "generate-manual");
    }

    @Test
    void givesCommandsWhatHoldsForAll() {
        CommandLine validate =
                Objects.requireNonNull(root("validate").getSubcommands().get("validate"));
        assertThat(validate.getCommandSpec().optionsMap()).containsKeys("--project", "--stacktrace");
        assertThat(validate.getCommandSpec().qualifiedName()).isEqualTo("tollgate validate");
    }
}
