package dev.tollgate.packaging;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.ignore.IgnoreNode;

/** Reads rules in the syntax of {@code .gitignore}. */
final class GitIgnore {

    private GitIgnore() {}

    /** The rules of a resource beside this class. */
    static IgnoreNode resource(String name) {
        try (InputStream lines = GitIgnore.class.getResourceAsStream(name)) {
            if (lines == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return read(lines);
        } catch (IOException e) {
            throw new IllegalStateException("a resource is read from memory", e);
        }
    }

    static IgnoreNode read(InputStream lines) throws IOException {
        IgnoreNode rules = new IgnoreNode();
        rules.parse(lines);
        return rules;
    }
}
