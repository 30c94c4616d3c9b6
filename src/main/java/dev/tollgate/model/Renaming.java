package dev.tollgate.model;

/**
 * A key of the file that goes by another name now: what was made for it is to go on.
 *
 * @param section the top-level key that both stand under
 */
public record Renaming(String section, String from, String to) {

    /** The renaming that the file writes as {@code from = to}: {@code "functions.books" = "functions.library"}. */
    public static Renaming of(String from, String to) {
        int dot = from.indexOf('.');
        return new Renaming(from.substring(0, dot), from.substring(dot + 1), to.substring(to.indexOf('.') + 1));
    }
}
