package dev.tollgate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A change of a file, and what AWS sees of it. A {@code .change} file has sections, each headed by its name and a
 * colon: {@code edit} has pairs of lines, {@code - from} and {@code + to}, in which {@code \n} is a new line;
 * {@code step} has what Terraform is told before; {@code order} has calls as they follow each other (others may come
 * between), and stands once more for calls that wait for none of the former; {@code never} has calls that do not come;
 * {@code account} has {@code /pointer = JSON}; {@code answers} has {@code GET /b 200 function}; {@code refused} has
 * what Terraform says instead, and {@code hint} what {@code tollgate plan} says to that. Lines that begin with
 * {@code #} say why.
 */
record ArrivalCase(String name, Map<String, List<List<String>>> sections) {

    private static final List<String> SECTIONS =
            List.of("edit", "step", "order", "never", "account", "answers", "refused", "hint");

    static ArrivalCase read(Path file) {
        Map<String, List<List<String>>> sections = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.endsWith(":") && SECTIONS.contains(line.substring(0, line.length() - 1))) {
                    lines = new ArrayList<>();
                    sections.computeIfAbsent(line.substring(0, line.length() - 1), key -> new ArrayList<>())
                            .add(lines);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ArrivalCase(file.getFileName().toString().replace(".change", ""), sections);
    }

    List<String> lines(String section) {
        return blocks(section).stream().flatMap(List::stream).toList();
    }

    /** The lines of each section of that name. */
    List<List<String>> blocks(String section) {
        return sections.getOrDefault(section, List.of());
    }

    /** The file after the change. */
    String edited(String text) {
        String edited = text;
        List<String> edits = lines("edit");
        for (int at = 0; at < edits.size(); at += 2) {
            String from = edits.get(at).substring(2);
            String to = edits.get(at + 1).substring(1).strip().replace("\\n", "\n");
            if (!edits.get(at).startsWith("- ") || !edits.get(at + 1).startsWith("+") || !edited.contains(from)) {
                throw new AssertionError(name + ": cannot change `" + from + "`");
            }
            edited = edited.replace(from, to);
        }
        return edited;
    }
}
