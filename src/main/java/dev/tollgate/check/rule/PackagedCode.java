package dev.tollgate.check.rule;

import dev.tollgate.check.ProjectFiles;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Environment;
import dev.tollgate.model.FunctionCode;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Packed;
import dev.tollgate.packaging.Entry;
import dev.tollgate.packaging.PackageContents;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A function or a layer whose code is there to be looked into, and built where it is to be. One whose code is not there
 * is {@link FunctionSourceMissing}.
 *
 * @param packed that one
 */
record PackagedCode(Packed packed, PackageContents contents, ProjectFiles files) {

    /** Those of {@code environment}. */
    static List<PackagedCode> of(Environment environment, ProjectFiles files) {
        return environment.packed().stream()
                .flatMap(packed -> of(packed, files).stream())
                .toList();
    }

    /** What the layers of {@code environment} bring {@code function}. */
    static List<PackagedCode> ofLayers(LambdaFunction.Packaged function, Environment environment, ProjectFiles files) {
        return environment.layersOf(function).stream()
                .flatMap(layer -> of(layer, files).stream())
                .toList();
    }

    /** That of {@code packed}. */
    static Optional<PackagedCode> of(Packed packed, ProjectFiles files) {
        FunctionCode code = packed.code();
        return code.path().isBlank() || ProjectPath.leaves(code.path())
                ? Optional.empty()
                : files.packageOf(code).map(contents -> new PackagedCode(packed, contents, files));
    }

    /** The key that names the code. */
    KeyPath place() {
        return KeyPath.of(packed.section(), packed.id(), packed.code().key());
    }

    /** Whether something in it cannot be packed, or it is outside the project. */
    boolean isUnpackable() {
        return !contents.refused().isEmpty();
    }

    /** Whether it is a zip, whose names are no paths of the project. */
    boolean isZip() {
        return contents.ready().isPresent();
    }

    /** Where {@code name} of the package is, seen from the project. */
    String path(String name) {
        return packed.code().path().replaceFirst("/+$", "") + "/" + name;
    }

    /** What people know {@code names} of the package by. */
    String named(List<String> names) {
        return isZip()
                ? Wording.listed(names) + " of " + title()
                : Wording.listed(names.stream().map(this::path).toList());
    }

    /** Whether its files can be left out by a {@code .tollgateignore}. */
    boolean isPackedHere() {
        return !isZip() || packed.code() instanceof FunctionCode.Built;
    }

    /** What people know it by. */
    String title() {
        String path = "`" + packed.code().path() + "`";
        return packed.code() instanceof FunctionCode.Built ? "the build of " + path : path;
    }

    /** Whether Lambda may execute the file {@code name}, which it holds. */
    boolean mayExecute(String name) {
        Entry entry = contents.entries().get(name);
        return entry == null || (entry.mode() & 0100) != 0;
    }

    /** Whether {@code name} is in the folder and stays out of the package. */
    boolean isLeftOut(String name) {
        return !isZip() && !contents.holds(name) && files.isFile(path(name));
    }

    /** What the file {@code name} of the package says. */
    String text(String name) {
        return new String(files.read(packed.code(), name), StandardCharsets.UTF_8);
    }
}
