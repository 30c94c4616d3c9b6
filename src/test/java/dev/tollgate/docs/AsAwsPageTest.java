package dev.tollgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/as-aws.md: every row names a case, and every case that it names is there. */
class AsAwsPageTest {

    private static final Path PAGE = Path.of("docs", "as-aws.md");
    private static final Pattern CASE = Pattern.compile("`([A-Za-z]+(?:#|\\.csv: )[^`]+)`");
    private static final Path TESTS = Path.of("src", "test");

    static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| what |"))
                .toList();
    }

    private static List<String> cases(String text) {
        List<String> cases = new ArrayList<>();
        for (Matcher found = CASE.matcher(text.replace("\\|", "|")); found.find(); ) {
            cases.add(found.group(1));
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void namesACaseThatIsThere(String row) throws IOException {
        List<String> cells = List.of(row.split("(?<!\\\\)\\|", -1));

        assertThat(cells).as("four cells").hasSize(6);
        assertThat(cells.get(3)).as("its source").isNotBlank();
        assertThat(cases(cells.get(4))).isNotEmpty().allSatisfy(AsAwsPageTest::isThere);
    }

    @Test
    void namesNoOtherCaseThatIsGone() throws IOException {
        assertThat(cases(Files.readString(PAGE))).hasSizeGreaterThan(60).allSatisfy(AsAwsPageTest::isThere);
    }

    private static void isThere(String one) throws IOException {
        boolean data = one.contains(".csv: ");
        String file = data ? one.substring(0, one.indexOf(": ")) : one.substring(0, one.indexOf('#')) + ".java";
        String text = data ? one.substring(one.indexOf(": ") + 2) : "void " + one.substring(one.indexOf('#') + 1) + "(";
        try (Stream<Path> files = Files.walk(TESTS)) {
            List<Path> found = files.filter(path -> path.endsWith(file)).toList();
            assertThat(found).as(file).hasSize(1);
            assertThat(Files.readAllLines(found.get(0)))
                    .as(one)
                    .anyMatch(line -> !line.startsWith("#") && line.contains(text));
        }
    }
}
