package dev.tollgate.e2e;

import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The routes of a stage, a line each, as a file says them and as the stage answers them. */
final class StageTable {

    private StageTable() {}

    /** What {@code environment}'s file says; REST answers preflights by methods. */
    static SortedSet<String> of(Environment environment) {
        SortedSet<String> table = new TreeSet<>();
        for (Route route : environment.routes()) {
            boolean isSecured = environment.securedRoutes().contains(route);
            table.add(line(
                    route.key().toString(), isSecured, route.authorization().scopes()));
        }
        if (environment.kind() == ApiKind.REST && environment.cors().isPresent()) {
            environment.routes().stream()
                    .map(route -> route.key().path())
                    .filter(path -> environment.routes().stream()
                            .noneMatch(route -> route.key().toString().equals("OPTIONS " + path)))
                    .forEach(path -> table.add(line("OPTIONS " + path, false, List.of())));
        }
        return table;
    }

    /** What {@code answers} say; a call that does not arrive is another line. */
    static SortedSet<String> of(List<StageAnswer> answers) {
        SortedSet<String> table = new TreeSet<>();
        for (StageAnswer answer : answers) {
            String key = (answer.method() + " " + answer.path()).strip();
            boolean isSecured = !answer.authorization().equals("NONE");
            table.add(line(key, isSecured, answer.scopes()) + (answer.status() == 500 ? " 500" : ""));
        }
        return table;
    }

    private static String line(String route, boolean isSecured, List<String> scopes) {
        return route + (isSecured ? " secured " + scopes.stream().sorted().toList() : " open");
    }
}
