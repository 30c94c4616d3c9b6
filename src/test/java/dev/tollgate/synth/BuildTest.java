package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.archive.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A build is known by its content, whatever its version and its place. */
class BuildTest {

    private static final SortedMap<String, String> CLASSES =
            new TreeMap<>(Map.of("a/One.class", "one", "a/Two.class", "two", "META-INF/MANIFEST.MF", "lib-1"));

    @TempDir
    private Path work;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isTheSameForTheSameContent(boolean packed) throws IOException {
        assertThat(digest("second", packed, CLASSES))
                .isEqualTo(digest("first", packed, CLASSES))
                .matches(packed ? "[0-9a-f]{8}-[0-9a-f]+" : "[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isAnotherForAnyChange(boolean packed) throws IOException {
        SortedMap<String, String> changed = new TreeMap<>(CLASSES);
        changed.put("a/One.class", "onE");
        SortedMap<String, String> more = new TreeMap<>(CLASSES);
        more.put("a/Three.class", "");
        SortedMap<String, String> less = new TreeMap<>(CLASSES);
        less.remove("a/Two.class");
        SortedMap<String, String> renamed = new TreeMap<>(less);
        renamed.put("a/Too.class", "two");
        SortedMap<String, String> otherLibrary = new TreeMap<>(CLASSES);
        otherLibrary.put("META-INF/MANIFEST.MF", "lib-2");

        String digest = digest("as-it-is", packed, CLASSES);

        int number = 0;
        for (SortedMap<String, String> other : List.of(changed, more, less, renamed, otherLibrary)) {
            assertThat(digest("other" + number++, packed, other))
                    .as(other.toString())
                    .isNotEqualTo(digest);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 21, 22, 100})
    void knowsAFileThatIsNoJarByItsBytes(int length) throws IOException {
        Path file = Files.writeString(work.resolve("no.jar"), "P".repeat(length));

        assertThat(Build.digest(file)).isEqualTo(Sha256.of(Files.readAllBytes(file)));
    }

    @Test
    void knowsThisBuild() throws IOException {
        assertThat(Build.digest()).isEqualTo(Build.digest(Path.of("target", "classes")));
    }

    private String digest(String name, boolean packed, SortedMap<String, String> files) throws IOException {
        Path place = work.resolve(name);
        if (packed) {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(place))) {
                for (var file : files.entrySet()) {
                    ZipEntry entry = new ZipEntry(file.getKey());
                    entry.setTime(0);
                    zip.putNextEntry(entry);
                    zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
        } else {
            for (var file : files.entrySet()) {
                Path target = place.resolve(file.getKey());
                Files.createDirectories(target.resolve("..").normalize());
                Files.writeString(target, file.getValue());
            }
        }
        return Build.digest(place);
    }
}
