package dev.tollgate.graph;

import java.util.List;

/**
 * Who can call what: a row for every route, a column for every caller.
 *
 * @param title what it is of
 * @param callers anyone, and each app client
 * @param notes what is there and could not be read, so that it may be missing here
 */
public record AccessMatrix(String title, List<String> callers, List<Row> rows, List<String> notes) {

    /**
     * A route.
     *
     * @param api the API's name
     * @param demand what it requires
     * @param cells one for each caller, in their order
     */
    public record Row(String api, String route, Tone tone, String demand, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    public AccessMatrix {
        callers = List.copyOf(callers);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** Whether the routes are of more than one API, whose names then have to be shown. */
    public boolean hasSeveralApis() {
        return rows.stream().map(Row::api).distinct().count() > 1;
    }
}
