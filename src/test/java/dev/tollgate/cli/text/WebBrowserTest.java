package dev.tollgate.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which program opens an address. */
class WebBrowserTest {

    @ParameterizedTest
    @CsvSource({
        "Linux,,,''",
        "Linux,,:0,xdg-open",
        "Linux,firefox,:0,firefox",
        "Linux,none,:0,''",
        "Mac OS X,,,open",
        "Windows 11,,,rundll32 url.dll"
    })
    void isTheOneThatIsThere(String system, String own, String display, String command) {
        Map<String, String> environment = new TreeMap<>();
        Optional.ofNullable(own).ifPresent(name -> environment.put("BROWSER", name));
        Optional.ofNullable(display).ifPresent(name -> environment.put("DISPLAY", name));

        assertThat(String.join(" ", WebBrowser.command(environment, system)).replace(",FileProtocolHandler", ""))
                .isEqualTo(command);
    }
}
