package dev.tollgate.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PasswordTest {

    /** {@code smoke} gets two tokens for one person. */
    @Test
    void givesWhatStandardInputHadOnceAsOftenAsItIsAskedFor() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Terminal terminal = Terminal.of(nowhere, nowhere, Map.of(), false)
                .reading(new ByteArrayInputStream("Correct-Horse1\n".getBytes(StandardCharsets.UTF_8)));
        Password password = CommandLine.populateCommand(new Password(), "--password-file", "-");

        assertThat(password.read(terminal)).isEqualTo("Correct-Horse1");
        assertThat(password.read(terminal)).isEqualTo("Correct-Horse1");
    }
}
