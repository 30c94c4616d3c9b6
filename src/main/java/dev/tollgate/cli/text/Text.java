package dev.tollgate.cli.text;

import dev.tollgate.finding.Printable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text for a terminal. */
public final class Text {

    private Text() {}

    /** {@code text} on one line, with every character that could steer the terminal written out. */
    public static String printable(String text) {
        return Printable.of(text);
    }

    /** Whether a terminal may take {@code codePoint} for more than something to show. */
    public static boolean steers(int codePoint) {
        return Printable.steers(codePoint);
    }

    /** {@code cells}, the first row of them the heading, with columns as wide as they need to be. */
    public static String table(List<List<String>> cells) {
        List<List<String>> rows = cells.stream()
                .map(row -> row.stream().map(Text::printable).toList())
                .toList();
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
        }
        return line.toString().stripTrailing();
    }

    /** {@code 1 environment}, {@code 2 environments}. */
    public static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
