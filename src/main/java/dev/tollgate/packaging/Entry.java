package dev.tollgate.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** One name in a package. */
public sealed interface Entry {

    /** Its rights as Unix writes them: whatever they are here, everybody may read what is on Lambda. */
    int mode();

    /** How many bytes it takes unpacked. */
    long size();

    /** What a zip holds of it. */
    InputStream open() throws IOException;

    /**
     * A file.
     *
     * @param path where it is, links followed
     */
    record File(Path path, boolean executable, long size) implements Entry {

        @Override
        public int mode() {
            return executable ? 0100755 : 0100644;
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }

    /**
     * A symbolic link to something that is in the package, too.
     *
     * @param target relative to the folder that the link is in
     * @param leadsTo what {@code target} is called in the package
     */
    record Link(String target, String leadsTo) implements Entry {

        @Override
        public int mode() {
            return 0120777;
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(target.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * A file in a zip that is ready.
     *
     * @param zip where the zip is
     * @param name what the file is called in it
     * @param mode its rights as the zip has them; 0 where it has none
     */
    record Zipped(Path zip, String name, int mode, long size) implements Entry {

        @Override
        public InputStream open() throws IOException {
            try (ZipFile file = new ZipFile(zip.toFile());
                    InputStream content = file.getInputStream(file.getEntry(name))) {
                return new ByteArrayInputStream(content.readAllBytes());
            }
        }
    }
}
