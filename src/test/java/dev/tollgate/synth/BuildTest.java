package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A build is known by its content, whatever its version, its age and its place. */
class BuildTest {

    private static final SortedMap<String, String> CLASSES = new TreeMap<>(
            java.util.Map.of("a/One.class", "one", "a/Two.class", "two", "META-INF/MANIFEST.MF", "lib-1"));

    @TempDir
    private Path work;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isTheSameForTheSameContent(boolean packed) throws IOException {
        assertThat(digest("later", packed, CLASSES, 2_000_000_000_000L))
                .isEqualTo(digest("first", packed, CLASSES, 1_000_000_000_000L))
                .hasSize(64);
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

        String digest = digest("as-it-is", packed, CLASSES, 0);

        int number = 0;
        for (SortedMap<String, String> other : List.of(changed, more, less, renamed, otherLibrary)) {
            assertThat(digest("other" + number++, packed, other, 0))
                    .as(other.toString())
                    .isNotEqualTo(digest);
        }
    }

    @Test
    void knowsThisBuild() throws IOException {
        assertThat(Build.digest()).isEqualTo(Build.digest(Path.of("target", "classes")));
    }

    private String digest(String name, boolean packed, SortedMap<String, String> files, long time) throws IOException {
        Path place = work.resolve(name);
        if (packed) {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(place))) {
                for (var file : files.entrySet()) {
                    ZipEntry entry = new ZipEntry(file.getKey());
                    entry.setTime(time);
                    zip.putNextEntry(entry);
                    zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
        } else {
            for (var file : files.entrySet()) {
                Path target = place.resolve(file.getKey());
                Files.createDirectories(target.resolve("..").normalize());
                Files.writeString(target, file.getValue());
                Files.setLastModifiedTime(target, FileTime.fromMillis(time));
            }
        }
        return Build.digest(place);
    }
}
