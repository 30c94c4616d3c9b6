package dev.tollgate.cli.served;

import dev.tollgate.cli.step.StacksFolder;
import dev.tollgate.gateway.read.KnownIds;
import dev.tollgate.terraform.Infrastructure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;

/** The Terraform that is served. */
public final class ServedStack {

    @ArgGroup(exclusive = true, multiplicity = "1")
    private StackSource source = new StackSource();

    @Mixin
    private StacksFolder stacks = new StacksFolder();

    /** For picocli. */
    public ServedStack() {}

    private ServedStack(StackSource source, StacksFolder stacks) {
        this.source = source;
        this.stacks = stacks;
    }

    /** The stack that {@code source} names. */
    static ServedStack of(StackSource source, StacksFolder stacks) {
        return new ServedStack(source, stacks);
    }

    /** The environment, where one is named. */
    public Optional<String> environment() {
        return source.environment();
    }

    /** What it is called: the environment, or the last part of its path. */
    public String title() {
        return source.environment()
                .or(() -> source.planJson().map(Path::getFileName).map(Path::toString))
                .orElseGet(() ->
                        String.valueOf(folder().toAbsolutePath().normalize().getFileName()));
    }

    /** Where synth puts the stacks. */
    StacksFolder stacks() {
        return stacks;
    }

    /** What its pools and clients are called where it is served: every command on this machine says the same. */
    public KnownIds ids(Map<String, String> environment) {
        return KnownIds.made(ProjectSeed.of(environment, folder()));
    }

    /** The folder to which functions' packages are relative. */
    public Path folder() {
        return source.planJson()
                .map(file -> file.toAbsolutePath().resolveSibling("").normalize())
                .or(() -> source.folder())
                .orElseGet(() -> stacks.folder()
                        .resolve("stacks")
                        .resolve(source.environment().orElseThrow()));
    }

    /** What is served, read again on every call. */
    public Infrastructure read() {
        return source.plan().orElseGet(() -> StackFiles.read(folder(), source.environment()));
    }
}
