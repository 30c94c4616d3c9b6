package dev.tollgate.graph;

/**
 * What a caller can do with a route.
 *
 * @param words with which token it can; why it cannot, or is not known
 */
public record Cell(CallVerdict verdict, String words) {

    static Cell yes(String token) {
        return new Cell(CallVerdict.YES, token);
    }

    static Cell no(String because) {
        return new Cell(CallVerdict.NO, because);
    }

    static Cell perhaps(String because) {
        return new Cell(CallVerdict.PERHAPS, because);
    }
}
