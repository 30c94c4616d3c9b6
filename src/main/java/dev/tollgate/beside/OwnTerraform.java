package dev.tollgate.beside;

import dev.tollgate.finding.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything of the user's own that goes beside one stack, read. */
public final class OwnTerraform {

    /** That of a file that names no folder. */
    public static final OwnTerraform NONE = new OwnTerraform(new TreeMap<>(), List.of(), List.of(), new TreeMap<>());

    private final SortedMap<String, OwnFile> files;
    private final List<LeftBehind> leftBehind;
    private final List<Refused> refused;
    private final SortedMap<String, OwnBody> bodies;

    private OwnTerraform(
            SortedMap<String, OwnFile> files,
            List<LeftBehind> leftBehind,
            List<Refused> refused,
            SortedMap<String, OwnBody> bodies) {
        this.files = Collections.unmodifiableSortedMap(files);
        this.leftBehind = List.copyOf(leftBehind);
        this.refused = List.copyOf(refused);
        this.bodies = Collections.unmodifiableSortedMap(bodies);
    }

    /** A file of the {@code folder}th folder that stays where it is, and why, to be read after its path. */
    public record LeftBehind(int folder, String shown, String why) {}

    /**
     * What keeps a folder from being put beside a stack.
     *
     * @param folder which of the file's folders, counted from 0
     * @param at where it is wrong; empty where the folder is
     */
    public record Refused(int folder, Optional<Location> at, String message, String hint) {}

    /** What is in {@code folders} of {@code project}, the key's value. */
    public static OwnTerraform in(Path project, List<String> folders) throws IOException {
        OwnTree tree = new OwnTree(project.toRealPath());
        for (int folder = 0; folder < folders.size(); folder++) {
            tree.add(folder, folders.get(folder));
        }
        SortedMap<String, OwnBody> bodies = new TreeMap<>();
        for (OwnFile file : tree.files().values()) {
            if (file.isConfiguration()) {
                bodies.put(file.name(), body(file));
            }
        }
        List<Refused> refused = new ArrayList<>(tree.refused());
        bodies.forEach((name, body) -> body.unclosed()
                .ifPresent(broken -> refused.add(new Refused(
                        tree.file(name).folder(),
                        Optional.of(broken.location()),
                        broken.message(),
                        "correct it; `terraform fmt` shows where Terraform stops understanding the file"))));
        OwnTerraform own = new OwnTerraform(tree.files(), tree.leftBehind(), List.of(), bodies);
        refused.addAll(OwnModules.refused(own));
        return new OwnTerraform(tree.files(), tree.leftBehind(), refused, bodies);
    }

    private static OwnBody body(OwnFile file) throws IOException {
        return body(file.shown(), file.path());
    }

    private static OwnBody body(String shown, Path path) throws IOException {
        String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        return shown.endsWith(".json") ? OwnJson.read(shown, text) : OwnHcl.read(shown, text);
    }

    /** The addresses of the resources and modules that {@code file} declares, or overrides. */
    public static SortedSet<String> declared(Path file) throws IOException {
        return body(file.toString(), file).blocks().stream()
                .filter(block -> block.type().equals("resource") || block.type().equals("module"))
                .flatMap(block -> block.declared().stream())
                .map(OwnName::address)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The files that go beside the stack, by their paths there. */
    public SortedMap<String, OwnFile> files() {
        return files;
    }

    /** The files that stay behind. */
    public List<LeftBehind> leftBehind() {
        return leftBehind;
    }

    /** What is wrong with it, whatever the stack is. */
    public List<Refused> refused() {
        return refused;
    }

    /** Whether there is nothing. */
    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** What {@code file} says. */
    OwnBody body(String file) {
        OwnBody body = bodies.get(file);
        return body == null ? new OwnBody(List.of(), List.of(), Optional.empty()) : body;
    }

    /** The configuration in the folder {@code in} of the stack's folder: empty, or with {@code /} at its end. */
    List<OwnFile> configuration(String in) {
        return files.values().stream()
                .filter(file -> file.isConfiguration() && file.in().equals(in))
                .toList();
    }

    /** A block that is at the top of the stack, and the file that it is in. */
    public record Placed(OwnFile file, OwnBlock block) {

        /** Its own address; empty for a block that declares nothing or many things. */
        public String address() {
            List<OwnName> declared = block.declared();
            return declared.size() == 1 ? declared.get(0).address() : "";
        }
    }

    /** The blocks that become part of the stack itself, in the order in which Terraform reads files. */
    public List<Placed> blocks() {
        List<Placed> blocks = new ArrayList<>();
        for (OwnFile file : configuration("")) {
            body(file.name()).blocks().forEach(block -> blocks.add(new Placed(file, block)));
        }
        return blocks;
    }
}
