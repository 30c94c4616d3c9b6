package dev.tollgate.packaging;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Goes through a function's folder. A link to something in that folder stays a link: Node.js finds a module's own
 * modules by where it really is, and pnpm's folders rely on it. A link to elsewhere in the project is replaced by what
 * it leads to.
 */
final class SourceFolder {

    private final Path project;
    private final SortedMap<String, Entry> entries = new TreeMap<>();
    private final List<Unpackable> refused = new ArrayList<>();
    /** Of the source, seen from the project: what its entries' names begin with there. */
    private final String prefix;

    private SourceFolder(Path project, String prefix) {
        this.project = project;
        this.prefix = prefix;
    }

    static PackageContents contents(Path project, String source, LeftOut unasked) throws IOException {
        Path root = project.toRealPath();
        Path written = root.resolve(source).normalize();
        String name = name(root.relativize(written));
        SourceFolder folder = new SourceFolder(root, name.isEmpty() ? "" : name + "/");
        Path real = written.toRealPath();
        if (real.startsWith(root)) {
            folder.walk(new Tree(real, "", Optional.empty()), real, "", folder.leftOutAbove(written, unasked));
            folder.refuseDanglingLinks();
        } else {
            folder.refused.add(new Unpackable(name, "leads to `" + real + "`, outside the project"));
        }
        return new PackageContents(folder.entries, folder.refused, Optional.empty());
    }

    /** What the files in the folders above the source leave out. */
    private LeftOut leftOutAbove(Path written, LeftOut unasked) throws IOException {
        LeftOut leftOut = unasked;
        Path folder = project;
        for (Path part : project.relativize(written)) {
            String name = name(project.relativize(folder));
            leftOut = leftOut.in(name.isEmpty() ? "" : name + "/", folder);
            folder = folder.resolve(part);
        }
        return leftOut;
    }

    /**
     * A folder that is packed with all that is below it.
     *
     * @param name what it is called in the package; empty, or with {@code /} at its end
     * @param linkedFrom the one with the link that led here
     */
    private record Tree(Path real, String name, Optional<Tree> linkedFrom) {

        boolean isIn(Path folder) {
            return real.startsWith(folder)
                    || linkedFrom.filter(tree -> tree.isIn(folder)).isPresent();
        }
    }

    private void walk(Tree tree, Path folder, String name, LeftOut above) throws IOException {
        LeftOut leftOut = above.in(prefix + name, folder);
        for (Path child : children(folder)) {
            if (entries.size() > PackageContents.MOST_ENTRIES) {
                return;
            }
            String childName = name + child.getFileName();
            boolean isFolder = Files.isDirectory(child);
            if (leftOut.has(prefix + childName, isFolder)) {
                continue;
            }
            if (Files.isSymbolicLink(child)) {
                link(tree, child, childName, leftOut);
            } else if (isFolder) {
                walk(tree, child, childName + "/", leftOut);
            } else {
                file(child, childName);
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private void link(Tree tree, Path link, String name, LeftOut leftOut) throws IOException {
        Path target;
        try {
            target = link.toRealPath();
        } catch (NoSuchFileException e) {
            refuse(name, "leads to `" + Files.readSymbolicLink(link) + "`, where nothing is");
            return;
        } catch (FileSystemException e) {
            refuse(name, "leads to `" + Files.readSymbolicLink(link) + "`, which cannot be followed: " + e.getReason());
            return;
        }
        if (!target.startsWith(project)) {
            refuse(name, "leads to `" + target + "`, outside the project");
        } else if (target.startsWith(tree.real())) {
            String inPackage = tree.name() + name(tree.real().relativize(target));
            String relative = name(link.resolveSibling("").relativize(target));
            entries.put(name, new Entry.Link(relative.isEmpty() ? "." : relative, inPackage));
        } else if (!Files.isDirectory(target)) {
            file(target, name);
        } else if (tree.isIn(target)) {
            refuse(name, "leads to `" + name(project.relativize(target)) + "`, a folder that it is in");
        } else {
            walk(new Tree(target, name + "/", Optional.of(tree)), target, name + "/", leftOut);
        }
    }

    private void file(Path file, String name) throws IOException {
        if (Files.isRegularFile(file)) {
            entries.put(name, new Entry.File(file, isExecutable(file), Files.size(file)));
        } else {
            refuse(name, "is neither a file nor a folder");
        }
    }

    private static boolean isExecutable(Path file) throws IOException {
        PosixFileAttributeView rights =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return rights != null && rights.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
    }

    private void refuse(String name, String why) {
        refused.add(new Unpackable(prefix + name, why));
    }

    private void refuseDanglingLinks() {
        entries.forEach((name, entry) -> {
            if (entry instanceof Entry.Link link && !holds(link.leadsTo())) {
                refuse(name, "leads to `" + prefix + link.leadsTo() + "`, of which nothing is packed");
            }
        });
    }

    private boolean holds(String name) {
        String folder = name.isEmpty() || name.endsWith("/") ? name : name + "/";
        return entries.containsKey(name)
                || entries.tailMap(folder).keySet().stream()
                        .findFirst()
                        .filter(next -> next.startsWith(folder))
                        .isPresent();
    }

    private static String name(Path path) {
        List<String> parts = new ArrayList<>();
        path.forEach(part -> parts.add(part.toString()));
        return String.join("/", parts);
    }
}
