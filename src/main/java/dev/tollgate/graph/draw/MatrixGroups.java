package dev.tollgate.graph.draw;

import dev.tollgate.graph.AccessMatrix;
import dev.tollgate.graph.Cell;
import dev.tollgate.graph.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups the routes of a matrix that have the same access for every caller. */
record MatrixGroups(List<Group> all) {

    /** Routes with the same demand and the same cells. */
    record Group(Tone tone, String demand, List<String> routes, List<Cell> cells) {

        Group {
            routes = List.copyOf(routes);
            cells = List.copyOf(cells);
        }
    }

    MatrixGroups {
        all = List.copyOf(all);
    }

    static MatrixGroups of(AccessMatrix matrix) {
        Map<List<Object>, List<AccessMatrix.Row>> rows = new LinkedHashMap<>();
        for (AccessMatrix.Row row : matrix.rows()) {
            rows.computeIfAbsent(List.of(row.tone(), row.demand(), row.cells()), unseen -> new ArrayList<>())
                    .add(row);
        }
        List<Group> groups = new ArrayList<>();
        rows.values()
                .forEach(same -> groups.add(new Group(
                        same.get(0).tone(),
                        same.get(0).demand(),
                        same.stream()
                                .map(row -> matrix.hasSeveralApis() ? row.api() + ": " + row.route() : row.route())
                                .toList(),
                        same.get(0).cells())));
        groups.sort(Comparator.comparing(Group::tone));
        return new MatrixGroups(groups);
    }
}
