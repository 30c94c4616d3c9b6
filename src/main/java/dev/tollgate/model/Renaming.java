package dev.tollgate.model;

/**
 * A key of the file that goes by another name now: what was made for it is to go on.
 *
 * @param section the top-level key that the former one stood under
 * @param toSection the one that the present one stands under: the same, in a file without errors
 */
public record Renaming(String section, String from, String toSection, String to) {

    /** The renaming that the file writes as {@code from = to}: {@code "functions.books" = "functions.library"}. */
    public static Renaming of(String from, String to) {
        int dot = from.indexOf('.');
        int toDot = to.indexOf('.');
        return new Renaming(
                from.substring(0, dot), from.substring(dot + 1), to.substring(0, toDot), to.substring(toDot + 1));
    }

    /** The former key, as the file writes it. */
    public String former() {
        return section + "." + from;
    }

    /** The present key, as the file writes it. */
    public String present() {
        return toSection + "." + to;
    }
}
