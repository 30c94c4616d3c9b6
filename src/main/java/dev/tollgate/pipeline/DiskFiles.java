package dev.tollgate.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tollgate.beside.OwnTerraform;
import dev.tollgate.check.ProjectFiles;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.FunctionCode;
import dev.tollgate.packaging.PackageContents;
import dev.tollgate.packaging.PackagesReadOnce;
import dev.tollgate.terraform.PlainJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files under a folder. What a path or a link leads to outside the folder is as if it were not there. */
public final class DiskFiles implements ProjectFiles {

    private final Path root;
    private final PackagesReadOnce packages;
    private final Map<List<String>, List<String>> secrets = new HashMap<>();
    private final Map<List<String>, OwnTerraform> beside = new HashMap<>();

    public DiskFiles(Path root) {
        this.root = root;
        this.packages = new PackagesReadOnce(root);
    }

    @Override
    public boolean exists(String path) {
        try {
            return Files.exists(root.resolve(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public boolean isFile(String path) {
        return inside(path).filter(Files::isRegularFile).isPresent();
    }

    @Override
    public boolean isDirectory(String path) {
        return inside(path).filter(Files::isDirectory).isPresent();
    }

    @Override
    public byte[] read(String path) {
        Path file = inside(path).orElseThrow(() -> new IllegalArgumentException("no file of the project: " + path));
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UserError(UserError.Exit.ENVIRONMENT, "cannot read `" + path + "`", "make the file readable", e);
        }
    }

    @Override
    public Optional<PackageContents> packageOf(FunctionCode code) {
        return reading(code.path(), () -> packages.of(code));
    }

    private PackageContents contents(FunctionCode code) {
        return packageOf(code).orElseThrow(() -> new IllegalArgumentException("no package: " + code.path()));
    }

    @Override
    public long zippedSize(FunctionCode code) {
        return reading(code.path(), contents(code)::zipped);
    }

    @Override
    public List<String> secretsIn(FunctionCode code) {
        return secrets.computeIfAbsent(code.identity(), asked -> reading(code.path(), contents(code)::secrets));
    }

    @Override
    public byte[] read(FunctionCode code, String name) {
        return reading(code.path(), () -> contents(code).content(name));
    }

    @Override
    public OwnTerraform ownTerraform(List<String> folders) {
        return beside.computeIfAbsent(
                folders,
                all -> reading(String.join("`, `", all), "make its files readable", () -> OwnTerraform.in(root, all)));
    }

    /** Something that reads the files of a folder. */
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T reading(String path, Reading<T> reading) {
        return reading(path, "make its files readable, or leave them out in `.tollgateignore`", reading);
    }

    private static <T> T reading(String path, String hint, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException | UncheckedIOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT, "cannot read all of `" + path + "`: " + e.getMessage(), hint, e);
        }
    }

    @Override
    public Json json(String path) {
        try {
            Object value = PlainJson.readStrictly(new String(read(path), StandardCharsets.UTF_8));
            return new Json(Optional.ofNullable(value), Optional.empty());
        } catch (JsonProcessingException e) {
            String message = e.getOriginalMessage().lines().findFirst().orElse("no JSON");
            return new Json(
                    Optional.empty(),
                    Optional.of("line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": " + message));
        }
    }

    /** Where {@code path} really leads, links followed; empty when nothing is there, or it is not under the root. */
    private Optional<Path> inside(String path) {
        try {
            Path real = root.resolve(path).toRealPath();
            return real.startsWith(root.toRealPath()) ? Optional.of(real) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
