package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code aws/changes.md}: what is right when a file changes. Every row names the tests that hold it, and they are
 * there.
 */
class ChangesTableTest {

    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final Path ARRIVALS = RESOURCES.resolve("arrivals");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

    static List<String> rows() throws IOException {
        return Files.readAllLines(RESOURCES.resolve("aws/changes.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| change |"))
                .toList();
    }

    private static List<String> named(String row) {
        return NAMED.matcher(row.split("\\|", -1)[3])
                .results()
                .map(name -> name.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void namesTestsThatAreThere(String row) throws IOException {
        assertThat(row.split("\\|", -1)).as("three cells").hasSize(5);
        assertThat(named(row)).isNotEmpty();
        for (String name : named(row)) {
            assertThat(isThere(name)).as(name).isTrue();
        }
    }

    @Test
    void hasEveryArrival() throws IOException {
        Set<String> named = rows().stream().flatMap(row -> named(row).stream()).collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(ARRIVALS)) {
            Set<String> arrivals = files.map(file -> ARRIVALS.relativize(file).toString())
                    .filter(file -> file.endsWith(".change"))
                    .map(file -> file.replace(".change", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(arrivals).hasSizeGreaterThan(60).isSubsetOf(named);
        }
    }

    /** A method, as {@code Class#method}; a rule's case of reviews, as {@code review#rule}; an arrival; or a file. */
    private static boolean isThere(String name) throws IOException {
        String[] parts = name.split("#", -1);
        if (name.startsWith("review#")) {
            return new ObjectMapper()
                    .readTree(RESOURCES.resolve("review/rules.json").toFile())
                    .path(parts[1])
                    .has("says");
        }
        if (parts.length == 2) {
            try (Stream<Path> files = Files.walk(TESTS)) {
                List<Path> found =
                        files.filter(file -> file.endsWith(parts[0] + ".java")).toList();
                return found.size() == 1 && Files.readString(found.get(0)).contains(" " + parts[1] + "(");
            }
        }
        return Files.exists(ARRIVALS.resolve(name + ".change")) || Files.exists(RESOURCES.resolve(name));
    }
}
