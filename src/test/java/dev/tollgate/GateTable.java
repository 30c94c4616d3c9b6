package dev.tollgate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The one table of who passes a route with what, which everybody who decides it is held to. */
public final class GateTable {

    private static final Path FILE = Path.of("src", "test", "resources", "gate", "table.csv");

    /** A cell of the table, with its row's and its column's names. */
    public record Cell(String api, String requires, String shown, String answer) {

        /** Whether the API is a REST API. */
        public boolean isRest() {
            return api.equals("REST");
        }

        /** Whether the caller is let in for certain. */
        public boolean passes() {
            return answer.equals("passes");
        }

        /** Whether somebody else decides. */
        public boolean isOpenToDoubt() {
            return answer.startsWith("perhaps");
        }

        /** The statuses that a refusal may have, in the table's order; none where the caller passes. */
        public List<Integer> statuses() {
            return Arrays.stream(answer.split(" ", -1))
                    .filter(word -> word.matches("[0-9]+"))
                    .map(Integer::valueOf)
                    .toList();
        }

        /** Whether an API key is required. */
        public boolean requiresKey() {
            return requires.contains(", key");
        }

        /** Whether the caller shows an API key. */
        public boolean showsKey() {
            return requires.endsWith(", key shown");
        }

        /** What is required beside a key. */
        public String access() {
            return requires.replaceFirst(",.*", "");
        }

        /** The scopes of which one is required. */
        public List<String> scopes() {
            return access().contains("/") ? List.of(access().split(" ", -1)) : List.of();
        }

        /** Whether a route of an environment file can require this. */
        public boolean isOfAFile() {
            return !requiresKey() && (List.of("nothing", "token").contains(access()) || access().contains("/"));
        }

        @Override
        public String toString() {
            return api + " that requires " + requires + ", shown " + shown + ": " + answer;
        }
    }

    private GateTable() {}

    /** Every cell. */
    public static List<Cell> cells() {
        List<List<String>> lines = lines();
        List<Cell> cells = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            for (int i = 2; i < line.size(); i++) {
                cells.add(new Cell(line.get(0), line.get(1), lines.get(0).get(i), line.get(i)));
            }
        }
        return cells;
    }

    /** Every status of a refusal of the rows of {@code api} with {@code requires}. */
    public static Set<Integer> refusals(String api, String requires) {
        Set<Integer> statuses = new TreeSet<>();
        cells().stream()
                .filter(cell -> cell.api().equals(api) && cell.requires().equals(requires))
                .forEach(cell -> statuses.addAll(cell.statuses()));
        return statuses;
    }

    private static List<List<String>> lines() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(";", -1))
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
