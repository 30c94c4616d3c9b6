package dev.tollgate.beside;

import dev.tollgate.archive.Sha256;
import dev.tollgate.beside.OwnTerraform.LeftBehind;
import dev.tollgate.beside.OwnTerraform.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Goes through the folders of own Terraform: which files go beside the stack, which stay behind, which cannot go. */
final class OwnTree {

    /** More than any module has; a whole home directory is not meant. */
    private static final int MOST_FILES = 5_000;

    /** Two links that lead to each other's folders have no end. */
    private static final int DEEPEST = 30;

    private final Path project;
    private final SortedMap<String, OwnFile> files = new TreeMap<>();
    private final List<LeftBehind> leftBehind = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    /** {@code project} is a real path. */
    OwnTree(Path project) {
        this.project = project;
    }

    SortedMap<String, OwnFile> files() {
        return files;
    }

    List<LeftBehind> leftBehind() {
        return leftBehind;
    }

    List<Refused> refused() {
        return refused;
    }

    /** The file {@code name}, which is there. */
    OwnFile file(String name) {
        OwnFile file = files.get(name);
        if (file == null) {
            throw new IllegalArgumentException("no such file: " + name);
        }
        return file;
    }

    /** Adds {@code folder} as the environment file writes it; it is the {@code index}th there. */
    void add(int index, String folder) throws IOException {
        Path path = project.resolve(folder).normalize();
        if (!path.startsWith(project) || path.equals(project)) {
            refuse(index, "`" + folder + "` is not a folder in the project", "name one, such as `infra/prod`");
            return;
        }
        if (!Files.isDirectory(path)) {
            refuse(index, "there is no folder `" + folder + "`", "make it and put your `.tf` files there");
            return;
        }
        Path real = path.toRealPath();
        if (!real.startsWith(project) || real.equals(project)) {
            refuse(
                    index,
                    "`" + folder + "` leads to `" + real + "`, outside the project",
                    "put the folder into the project");
            return;
        }
        new Walk(index, real, shown(path)).folder(real, "");
    }

    private void refuse(int index, String message, String hint) {
        refused.add(new Refused(index, Optional.empty(), message, hint));
    }

    private String shown(Path path) {
        return project.relativize(path).toString().replace('\\', '/');
    }

    /** One folder, {@code real}, which the project calls {@code shown}. */
    private final class Walk {

        private final int index;
        private final Path real;
        private final String shown;

        Walk(int index, Path real, String shown) {
            this.index = index;
            this.real = real;
            this.shown = shown;
        }

        void folder(Path folder, String name) throws IOException {
            if (name.split("/", -1).length > DEEPEST) {
                refuse(
                        index,
                        "the folders in `" + shown + "` lead deeper than " + DEEPEST + ": `" + name + "`",
                        "remove the link that leads back to a folder that it is in");
                return;
            }
            for (Path child : children(folder)) {
                String childName = name + child.getFileName();
                if (files.size() >= MOST_FILES) {
                    refuse(
                            index,
                            "`" + shown + "` has more than " + MOST_FILES + " files",
                            "name a folder that holds your Terraform and nothing else");
                    return;
                }
                Optional<String> why = leftBehindBecause(child, childName);
                if (why.isPresent()) {
                    leftBehind.add(new LeftBehind(index, shown + "/" + childName, why.get()));
                } else if (Files.isSymbolicLink(child)) {
                    link(child, childName);
                } else if (Files.isDirectory(child)) {
                    folder(child, childName + "/");
                } else {
                    file(child, childName);
                }
            }
        }

        private void link(Path link, String name) throws IOException {
            if (!Files.exists(link)) {
                refuseLink(name, "leads to `" + Files.readSymbolicLink(link) + "`, where nothing is");
                return;
            }
            Path target = link.toRealPath();
            if (!target.startsWith(real)) {
                refuseLink(name, "leads to `" + Files.readSymbolicLink(link) + "`, outside of `" + shown + "`");
            } else if (link.toAbsolutePath().normalize().startsWith(target)) {
                refuseLink(name, "leads to a folder that it is in");
            } else if (Files.isDirectory(target)) {
                folder(target, name + "/");
            } else {
                file(target, name);
            }
        }

        private void refuseLink(String name, String why) {
            refuse(
                    index,
                    "the link `" + shown + "/" + name + "` " + why,
                    "put what it leads to into `" + shown + "`, which is copied as a whole");
        }

        private void file(Path file, String name) throws IOException {
            OwnFile own = new OwnFile(name, shown + "/" + name, file, Files.isExecutable(file), Sha256.of(file), index);
            if (StackFolder.keeps(name)) {
                refused.add(new Refused(
                        index,
                        Optional.of(own.start()),
                        "`" + name + "` is where Tollgate keeps a file of its own beside the stack",
                        "give `" + own.shown() + "` another name or folder"));
                return;
            }
            OwnFile other = files.putIfAbsent(name, own);
            if (other != null) {
                refused.add(new Refused(
                        index,
                        Optional.of(own.start()),
                        "`" + other.shown() + "` and `" + own.shown() + "` would both be `" + name
                                + "` beside the stack",
                        "rename one of them"));
            }
        }
    }

    /** Why a file stays behind: it belongs to whoever runs Terraform in that folder, or would change this stack. */
    private static Optional<String> leftBehindBecause(Path file, String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (last.equals(".terraform") || last.equals(".git")) {
            return Optional.of("is what another program keeps there");
        }
        if (last.equals(".terraform.lock.hcl") || last.equals(".terraform.tfstate.lock.info")) {
            return Optional.of("is a lock file: the stack has its own");
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (last.endsWith(".tfstate") || last.contains(".tfstate.")) {
            return Optional.of("is a state: the stack has its own");
        }
        return last.endsWith(".tfvars") || last.endsWith(".tfvars.json")
                ? Optional.of("would set variables: give yours a `default`, or name the file with `--var-file`")
                : Optional.empty();
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }
}
