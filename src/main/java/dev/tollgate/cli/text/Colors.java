package dev.tollgate.cli.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** The styles that are shown on a terminal: picocli's, but for how it ends bold. */
public final class Colors {

    /** picocli ends bold with {@code ESC[21m}, which most terminals read as "underline twice". */
    private static final IStyle BOLD = new IStyle() {
        @Override
        public String on() {
            return Style.bold.on();
        }

        @Override
        public String off() {
            return "\u001b[22m";
        }
    };

    private Colors() {}

    /** What usage and errors look like; without colours, plain. */
    public static Help.ColorScheme scheme(boolean color) {
        return new Help.ColorScheme.Builder(color ? Ansi.ON : Ansi.OFF)
                .commands(BOLD)
                .options(Style.fg_yellow)
                .parameters(Style.fg_yellow)
                .optionParams(Style.italic)
                .errors(Style.fg_red, BOLD)
                .stackTraces(Style.italic)
                .build();
    }

    /** {@code text} in {@code style}, picocli's words for one with commas between. */
    static String styled(String style, String text) {
        List<IStyle> parts =
                Arrays.stream(Style.parse(style)).map(Colors::ended).toList();
        StringBuilder styled = new StringBuilder();
        parts.forEach(part -> styled.append(part.on()));
        styled.append(text);
        List<IStyle> reversed = new ArrayList<>(parts);
        Collections.reverse(reversed);
        reversed.forEach(part -> styled.append(part.off()));
        return styled.toString();
    }

    private static IStyle ended(IStyle style) {
        return style == Style.bold ? BOLD : style;
    }
}
