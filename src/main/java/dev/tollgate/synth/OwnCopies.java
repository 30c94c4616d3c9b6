package dev.tollgate.synth;

import dev.tollgate.archive.Sha256;
import dev.tollgate.beside.OwnFile;
import dev.tollgate.beside.OwnTerraform;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Own Terraform beside a stack: copied as it is, and taken away again when it has left its folder. What nobody's record
 * tells of is somebody's, and stays.
 */
final class OwnCopies {

    /** Where the copies wait, in the stack's folder among what is made aside. */
    private static final String ASIDE = ".own";

    private OwnCopies() {}

    /** The own Terraform of {@code environment}, which {@code out} is not part of. */
    static OwnTerraform read(Path project, Environment environment, Path out) throws IOException {
        if (environment.terraform().isEmpty()) {
            return OwnTerraform.NONE;
        }
        Path real = out.toRealPath();
        for (String folder : environment.terraform()) {
            if (real.startsWith(project.resolve(folder).toRealPath())) {
                throw new UserError(
                        UserError.Exit.USAGE,
                        "the output `" + out + "` is in `" + folder + "`, a folder of your own Terraform",
                        "name another folder with `--out`, or in `terraform`");
            }
        }
        return OwnTerraform.in(project, environment.terraform());
    }

    /** Copies {@code own} aside in {@code folder}, and notes it in {@code record}. */
    static void copy(OwnTerraform own, Path folder, StackRecord record) throws IOException {
        for (OwnFile file : own.files().values()) {
            Path copy = folder.resolve(ASIDE).resolve(file.name());
            Files.createDirectories(copy.resolveSibling(""));
            Files.copy(file.path(), copy);
            record.own(file);
        }
    }

    /** Whether {@code own} is in {@code folder} as it is now; noted in {@code record}. */
    static boolean areCurrent(OwnTerraform own, Path folder, StackRecord record) throws IOException {
        for (OwnFile file : own.files().values()) {
            record.own(file);
            Path copy = folder.resolve(file.name());
            if (!Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)
                    || Files.isExecutable(copy) != file.executable()
                    || !Sha256.of(copy).equals(file.digest())) {
                return false;
            }
        }
        return true;
    }

    /** Refuses to replace in {@code target} what no synth put there. */
    static void requireRoom(Path folder, Path target) throws IOException {
        SortedMap<String, String> before = StackRecord.own(target);
        for (Map.Entry<String, Path> copy : copies(folder).entrySet()) {
            Path place = target.resolve(copy.getKey());
            boolean isOurs = before.containsKey(copy.getKey()) && !Files.isDirectory(place);
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !isOurs && !isSame(copy.getValue(), place)) {
                throw new UserError(
                        UserError.Exit.ENVIRONMENT,
                        "`" + place + "` was put there by hand, and `" + copy.getKey()
                                + "` of your own Terraform would replace it",
                        "keep in your folder what you need of it, and delete it there");
            }
        }
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS) && Files.mismatch(one, other) < 0;
    }

    /**
     * Moves what was copied aside in {@code folder} into {@code target}, and takes away what an earlier synth put
     * there.
     */
    static void publish(Path folder, Path target) throws IOException {
        SortedMap<String, String> before = StackRecord.own(target);
        SortedMap<String, Path> copies = copies(folder);
        before.keySet().removeAll(copies.keySet());
        for (Map.Entry<String, String> gone : before.entrySet()) {
            remove(target, gone.getKey(), gone.getValue());
        }
        for (Map.Entry<String, Path> copy : copies.entrySet()) {
            Path place = target.resolve(copy.getKey());
            Files.createDirectories(place.resolveSibling(""));
            Files.move(copy.getValue(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Unless somebody has changed it there, and is to be told so. */
    private static void remove(Path target, String name, String digest) throws IOException {
        Path file = target.resolve(name).normalize();
        if (!file.startsWith(target.normalize())
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || !Sha256.of(file).equals(digest)) {
            return;
        }
        Files.delete(file);
        Path root = target.normalize();
        Path folder = file.resolveSibling("").normalize();
        while (!folder.equals(root) && isEmpty(folder)) {
            Files.delete(folder);
            folder = folder.resolveSibling("").normalize();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    private static SortedMap<String, Path> copies(Path folder) throws IOException {
        Path aside = folder.resolve(ASIDE);
        SortedMap<String, Path> copies = new TreeMap<>();
        if (Files.isDirectory(aside)) {
            try (Stream<Path> walk = Files.walk(aside)) {
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    copies.put(aside.relativize(file).toString().replace('\\', '/'), file);
                }
            }
        }
        return copies;
    }
}
