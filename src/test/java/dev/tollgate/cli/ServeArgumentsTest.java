package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code serve} refuses before it reads a stack. */
class ServeArgumentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--processes 0    | `--processes 0` is not a number of processes | use 1 to 1000",
                "--processes 1001 | `--processes 1001` is not a number of processes | use 1 to 1000",
                "--idle 0         | `--idle 0` keeps no process | use 1 or more seconds",
                "--debug books    | `--debug books` is not a function and a port | write `--debug books=5005`",
                "--debug a=0      | `--debug a=0` is not a port                  | use 1 to 65535",
                "--debug a=5 --debug a=6 | `--debug a=6` names a function or a port a second time | one port of its own",
                "--debug a=5 --debug b=5 | `--debug b=5` names a function or a port a second time | one port of its own",
                "--port 65536     | `--port 65536` is not a port | use 0 to 65535"
            })
    void saysWhatItTakes(String args, String message, String hint) {
        List<String> words = new ArrayList<>(List.of("serve", "-e", "dev"));
        words.addAll(Arrays.asList(args.split(" ", -1)));

        CommandOutcome outcome = CommandOutcome.of(words);

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains(message, hint);
    }
}
