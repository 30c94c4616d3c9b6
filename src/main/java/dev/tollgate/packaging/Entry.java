package dev.tollgate.packaging;

import java.nio.file.Path;

/** One name in a package. */
public sealed interface Entry {

    /** Its rights as Unix writes them: whatever they are here, everybody may read what is on Lambda. */
    int mode();

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
    }
}
