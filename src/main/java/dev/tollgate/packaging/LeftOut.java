package dev.tollgate.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * What stays out of packages, as {@code .tollgateignore} files say in the syntax of {@code .gitignore}, or out of the
 * copies that are built, as {@code .gitignore} files do: the file nearest to a path that has anything to say of it
 * decides, and last of all what Tollgate leaves out unasked.
 */
final class LeftOut {

    private final String file;
    private final String folder;
    private final IgnoreNode rules;
    private final Optional<LeftOut> outer;

    private LeftOut(String file, String folder, IgnoreNode rules, Optional<LeftOut> outer) {
        this.file = file;
        this.folder = folder;
        this.rules = rules;
        this.outer = outer;
    }

    /** What is left out of packages where no file says anything. */
    static LeftOut ofPackages() {
        return new LeftOut(".tollgateignore", "", GitIgnore.resource("left-out.gitignore"), Optional.empty());
    }

    /** What a clean copy is without where no file says anything. */
    static LeftOut ofCleanCopies() {
        return new LeftOut(".gitignore", "", GitIgnore.resource("not-built.gitignore"), Optional.empty());
    }

    /**
     * What is left out below {@code folder}, a path that ends with {@code /} or is empty, and which is at {@code at}.
     */
    LeftOut in(String folder, Path at) throws IOException {
        Path rulesThere = at.resolve(file);
        if (!Files.isRegularFile(rulesThere)) {
            return this;
        }
        try (InputStream lines = Files.newInputStream(rulesThere)) {
            return new LeftOut(file, folder, GitIgnore.read(lines), Optional.of(this));
        }
    }

    /** Whether {@code path}, below the folder that this is of, is left out. */
    boolean has(String path, boolean isFolder) {
        Boolean ignored = rules.checkIgnored(path.substring(folder.length()), isFolder);
        if (ignored != null) {
            return ignored;
        }
        return outer.isPresent() && outer.get().has(path, isFolder);
    }
}
