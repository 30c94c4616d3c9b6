package dev.tollgate.packaging;

import dev.tollgate.model.FunctionCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What functions' packages hold, wherever their code comes from. */
public final class FunctionPackages {

    private final Path project;

    /** {@code project} is the folder that paths are relative to. */
    public FunctionPackages(Path project) {
        this.project = project;
    }

    /**
     * What the package of {@code code} holds; empty when nothing of the right kind is there, or it is not built. An
     * image has none.
     */
    public Optional<PackageContents> of(FunctionCode code) throws IOException {
        Optional<Path> there = there(code.path());
        if (there.isEmpty() || code instanceof FunctionCode.Image) {
            return Optional.empty();
        }
        if (code instanceof FunctionCode.Built built) {
            return Files.isDirectory(there.get()) ? built(built) : Optional.empty();
        }
        if (Files.isDirectory(there.get())) {
            return Optional.of(PackageContents.of(project, code.path()));
        }
        return code instanceof FunctionCode.Ready ? Optional.of(zip(there.get(), code.path())) : Optional.empty();
    }

    private Optional<PackageContents> built(FunctionCode.Built code) throws IOException {
        Optional<Path> zip = new Builds(project).zip(code);
        return zip.isEmpty() ? Optional.empty() : Optional.of(ReadyZip.contents(zip.get(), code.path()));
    }

    private PackageContents zip(Path file, String path) throws IOException {
        Path real = file.toRealPath();
        if (!real.startsWith(project.toRealPath())) {
            Unpackable outside = new Unpackable(path, "leads to `" + real + "`, outside the project");
            return new PackageContents(new TreeMap<>(), List.of(outside), Optional.empty());
        }
        return ReadyZip.contents(real, path);
    }

    private Optional<Path> there(String path) {
        try {
            return Optional.of(project.resolve(path)).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
