package dev.tollgate.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can call what: a case is Terraform JSON beside what is to be said of it. */
class AccessTest {

    private static final Path CASES = Path.of("src", "test", "resources", "graph", "access");
    private static final String ENDING = ".tf.json";

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhoCanCallWhat(String name) throws IOException {
        AccessMatrix matrix = CallersReader.read(name, Stacks.of(Files.readString(CASES.resolve(name + ENDING))));

        Golden.hold(CASES.resolve(name + ".txt"), text(matrix));
    }

    /** No client of a pool that is here has fewer rights than somebody without any token. */
    @ParameterizedTest
    @MethodSource("cases")
    void givesATokenNoLessThanNone(String name) throws IOException {
        AccessMatrix matrix = CallersReader.read(name, Stacks.of(Files.readString(CASES.resolve(name + ENDING))));

        for (AccessMatrix.Row row : matrix.rows()) {
            if (row.cells().get(0).verdict() == CallVerdict.YES) {
                assertThat(row.cells()).allMatch(cell -> cell.verdict() == CallVerdict.YES);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"books", "dev", "echo", "example", "items", "prod", "quotes", "shop", "sms", "staging"})
    void leavesNothingOpenInWhatIsEmitted(String environment) {
        AccessMatrix matrix = CallersReader.read(environment, Stacks.emitted(environment));

        assertThat(matrix.rows()).isNotEmpty();
        assertThat(matrix.rows().stream().flatMap(row -> row.cells().stream()).map(Cell::verdict))
                .doesNotContain(CallVerdict.PERHAPS);
        assertThat(matrix.notes()).isEmpty();
    }

    private static String text(AccessMatrix matrix) {
        StringBuilder text = new StringBuilder();
        for (AccessMatrix.Row row : matrix.rows()) {
            text.append(row.route()).append(": ").append(row.demand()).append('\n');
            for (int i = 0; i < row.cells().size(); i++) {
                Cell cell = row.cells().get(i);
                text.append("  ").append(matrix.callers().get(i)).append(": ").append(cell.verdict());
                text.append(", ").append(cell.words()).append('\n');
            }
        }
        matrix.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
        return text.toString();
    }
}
