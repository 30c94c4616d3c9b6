package dev.tollgate.cli.text;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The browser of whoever sits here; its address is always printed, too, for those who sit elsewhere. */
public final class WebBrowser {

    private final Terminal terminal;

    public WebBrowser(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Asks somebody to go to {@code address}. */
    public void open(URI address) {
        terminal.err().println("sign in at " + address);
        terminal.err().flush();
        List<String> command = command(terminal.environment(), System.getProperty("os.name", ""));
        if (command.isEmpty()) {
            return;
        }
        List<String> all = new ArrayList<>(command);
        all.add(address.toString());
        try {
            new ProcessBuilder(all)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            terminal.err().println("note: `" + command.get(0) + "` does not start: open the address yourself");
            terminal.err().flush();
        }
    }

    /** What opens an address, {@code BROWSER} first; nothing where there is no screen. */
    static List<String> command(Map<String, String> environment, String system) {
        String own = environment.getOrDefault("BROWSER", "");
        String name = system.toLowerCase(Locale.ROOT);
        if (!own.isEmpty()) {
            return own.equals("none") ? List.of() : List.of(own);
        }
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler");
        }
        if (name.startsWith("mac")) {
            return List.of("open");
        }
        boolean screen = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return screen ? List.of("xdg-open") : List.of();
    }
}
