package dev.tollgate.beside;

import dev.tollgate.beside.OwnTerraform.Refused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The modules that own Terraform calls from folders of its own. */
final class OwnModules {

    private OwnModules() {}

    /** What is wrong with them: a folder that is not copied, or not there. */
    static List<Refused> refused(OwnTerraform own) {
        List<Refused> refused = new ArrayList<>();
        for (OwnFile file : own.files().values()) {
            for (OwnBlock block : own.body(file.name()).blocks()) {
                source(block).flatMap(source -> refused(own, file, source)).ifPresent(refused::add);
            }
        }
        return refused;
    }

    private static Optional<Refused> refused(OwnTerraform own, OwnFile file, OwnAttribute source) {
        String path = source.literal().orElseThrow();
        String folder = folder(file, path);
        String root =
                file.shown().substring(0, file.shown().length() - file.name().length() - 1);
        if (folder.startsWith("..")) {
            return Optional.of(new Refused(
                    file.folder(),
                    Optional.of(source.location()),
                    "the module `" + path + "` is outside of `" + root + "`, and only what is in it is put beside the"
                            + " stack",
                    "move the module into `" + root + "`, or name a folder that holds both in `terraform`"));
        }
        if (own.configuration(folder.isEmpty() ? "" : folder + "/").isEmpty()) {
            return Optional.of(new Refused(
                    file.folder(),
                    Optional.of(source.location()),
                    "there is no Terraform in `" + root + "/" + folder + "`, where the module `" + path + "` is to be",
                    "put its `.tf` files there"));
        }
        return Optional.empty();
    }

    /** The {@code source} of a module in a folder. */
    private static Optional<OwnAttribute> source(OwnBlock block) {
        return block.type().equals("module")
                ? block.body().attribute("source").filter(source -> source.literal()
                        .filter(path -> path.startsWith("./") || path.startsWith("../"))
                        .isPresent())
                : Optional.empty();
    }

    /** The folder in the stack's folder that {@code block}, a module in {@code file}, is read from. */
    static Optional<String> folder(OwnFile file, OwnBlock block) {
        return source(block).flatMap(OwnAttribute::literal).map(path -> folder(file, path));
    }

    /** Adds to {@code reached} the folder {@code folder} and those of the modules that are called there. */
    static void reached(OwnTerraform own, String folder, Set<String> reached) {
        if (!reached.add(folder)) {
            return;
        }
        for (OwnFile file : own.configuration(folder + "/")) {
            own.body(file.name()).blocks().forEach(block -> folder(file, block)
                    .ifPresent(inner -> reached(own, inner, reached)));
        }
    }

    private static String folder(OwnFile file, String path) {
        return Path.of(file.in()).resolve(path).normalize().toString().replace('\\', '/');
    }
}
