package dev.tollgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/architecture.md names every package, and only files that exist. */
class ArchitecturePageTest {

    private static final Path PRODUCT = Path.of("src", "main", "java", "dev", "tollgate");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

    @Test
    void namesEveryPackage() throws IOException {
        SortedSet<String> packages = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PRODUCT)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.getFileName().toString().equals("package-info.java"))
                    .map(Path::getParent)
                    .filter(folder -> !folder.equals(PRODUCT))
                    .map(folder -> PRODUCT.relativize(folder).toString().replace('/', '.'))
                    .forEach(name -> packages.add(name));
        }

        assertThat(code(section("## Rooms", "## Recipes"))).containsAll(packages);
    }

    @Test
    void namesOnlyFilesThatExist() throws IOException {
        List<String> paths = code(section("## Recipes", "")).stream()
                .filter(word -> word.matches("[\\w./-]+"))
                .filter(word -> word.contains("/") || word.endsWith(".md"))
                .toList();

        assertThat(paths).hasSizeGreaterThan(20).allMatch(ArchitecturePageTest::exists);
    }

    /** A file or folder of the repository, or a class or package of the product. */
    private static boolean exists(String path) {
        return Files.exists(Path.of(path))
                || Files.isRegularFile(PRODUCT.resolve(path + ".java"))
                || Files.isDirectory(PRODUCT.resolve(path));
    }

    private static String section(String from, String to) throws IOException {
        String page = Files.readString(Path.of("docs", "architecture.md"));
        int start = page.indexOf("\n" + from + "\n");
        int end = to.isEmpty() ? page.length() : page.indexOf("\n" + to + "\n");
        return page.substring(start, end);
    }

    private static List<String> code(String text) {
        List<String> words = new ArrayList<>();
        for (Matcher code = CODE.matcher(text); code.find(); ) {
            words.add(code.group(1));
        }
        return words;
    }
}
