package dev.tollgate.tfvars;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Terraform makes of the lines of a heredoc. Its blanks are Unicode's White_Space, which is neither what Java's
 * {@code strip} nor its {@code trim} removes.
 */
final class Heredoc {

    private static final Pattern LEADING = Pattern.compile("^\\p{IsWhite_Space}*+");
    private static final Pattern AROUND = Pattern.compile("^\\p{IsWhite_Space}++|\\p{IsWhite_Space}++$");

    private Heredoc() {}

    /** The {@code EOT} of {@code <<-EOT} and its line end. */
    static String markerOf(String introducer) {
        return trim(introducer.substring(isIndented(introducer) ? 3 : 2));
    }

    static boolean isIndented(String introducer) {
        return introducer.startsWith("<<-");
    }

    static String trim(String text) {
        return AROUND.matcher(text).replaceAll("");
    }

    /** The lines without the indentation all of them share; a blank line neither counts nor changes. */
    static String withoutIndentation(List<String> lines) {
        int shared = lines.stream()
                .filter(line -> !isBlank(line))
                .mapToInt(Heredoc::indentation)
                .min()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(isBlank(line) ? line : line.substring(line.offsetByCodePoints(0, shared)));
        }
        return text.toString();
    }

    private static boolean isBlank(String line) {
        return leading(line).length() == line.length();
    }

    private static int indentation(String line) {
        String leading = leading(line);
        return leading.codePointCount(0, leading.length());
    }

    private static String leading(String line) {
        Matcher matcher = LEADING.matcher(line);
        return matcher.find() ? matcher.group() : "";
    }
}
