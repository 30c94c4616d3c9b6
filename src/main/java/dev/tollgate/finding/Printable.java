package dev.tollgate.finding;

/** What a user wrote, or a file says, made fit for a line on a terminal. */
public final class Printable {

    private Printable() {}

    /** {@code text} on one line, with every character that could steer the terminal written out. */
    public static String of(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .forEach(c -> printable.append(
                        steers(c) ? String.format(c > 0xffff ? "\\U%08x" : "\\u%04x", c) : Character.toString(c)));
        return printable.toString();
    }

    /** Whether a terminal may take {@code codePoint} for more than something to show. */
    public static boolean steers(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
