package dev.tollgate.pipeline;

import dev.tollgate.archive.Sha256;
import dev.tollgate.deploy.PlanInputs;
import dev.tollgate.finding.UserError;
import dev.tollgate.synth.BesideStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that a plan is made of, and their digests. */
final class PlannedFiles {

    private PlannedFiles() {}

    /** What Terraform reads in the folder of a stack: all configuration, function packages, the lock file. */
    static SortedMap<String, String> inStack(Path folder) {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String name : own(folder)) {
            if (Files.isRegularFile(folder.resolve(name))) {
                digests.put(name, digest(folder.resolve(name)));
            }
        }
        for (Path part : List.of(folder, folder.resolve("functions"))) {
            for (Path file : files(part)) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (isRead(name)) {
                    digests.put(name, digest(file));
                }
            }
        }
        return digests;
    }

    /** {@code files} with their paths as seen from {@code project}, where they are in it. */
    static List<PlanInputs.VarFile> varFiles(Path project, List<Path> files) {
        Path root = project.toAbsolutePath().normalize();
        List<PlanInputs.VarFile> varFiles = new ArrayList<>();
        for (Path file : files) {
            Path absolute = file.toAbsolutePath().normalize();
            Path shown = absolute.startsWith(root) ? root.relativize(absolute) : absolute;
            varFiles.add(new PlanInputs.VarFile(shown.toString().replace('\\', '/'), digest(file)));
        }
        return varFiles;
    }

    /** Modules, templates and data files among them. */
    private static SortedSet<String> own(Path folder) {
        try {
            return BesideStack.own(folder);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static boolean isRead(String name) {
        return name.startsWith("functions/")
                || name.endsWith(".tf")
                || name.endsWith(".tf.json")
                || name.endsWith(".tfvars")
                || name.endsWith(".tfvars.json")
                || name.equals(".terraform.lock.hcl");
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static String digest(Path file) {
        try {
            return Sha256.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static UserError unreadable(Path file, IOException e) {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                "cannot read `" + file + "`: " + e.getMessage(),
                "check its permissions",
                e);
    }
}
