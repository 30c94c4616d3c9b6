package dev.tollgate.synth;

import dev.tollgate.model.Environment;
import dev.tollgate.packaging.PackagesReadOnce;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an earlier synth left in the output folder, and which of it a synth would make again as it is. Reads what
 * synthesizing reads; starts neither Node.js nor anything of CDKTF.
 */
public final class Previous {

    private final Path project;
    private final Path out;

    /** {@code project} is the folder that sources and items are relative to. */
    public Previous(Path project, Path out) {
        this.project = project;
        this.out = out;
    }

    /** Those of {@code recipes} whose stacks are up to date. */
    public List<Synthesized> upToDate(List<Recipe> recipes) {
        try {
            Optional<Manifest> manifest = Manifest.asWritten(out);
            if (manifest.isEmpty()) {
                return List.of();
            }
            String build = Build.digest();
            PackagesReadOnce packages = new PackagesReadOnce(project);
            List<Synthesized> kept = new ArrayList<>();
            for (Recipe recipe : recipes) {
                kept(recipe, build, packages, manifest.get()).ifPresent(kept::add);
            }
            return kept;
        } catch (IOException e) {
            return List.of();
        }
    }

    private Optional<Synthesized> kept(Recipe recipe, String build, PackagesReadOnce read, Manifest manifest) {
        try {
            if (!isUpToDate(recipe, build, read, manifest)) {
                return Optional.empty();
            }
            Path file = folder(recipe).resolve(StackJson.FILE);
            return Optional.of(new Synthesized(recipe.environment(), ResourceCount.in(file), file, Optional.empty()));
        } catch (IOException e) {
            // What cannot be read is made again; where it is in the way, that says so.
            return Optional.empty();
        }
    }

    private boolean isUpToDate(Recipe recipe, String build, PackagesReadOnce read, Manifest manifest)
            throws IOException {
        Optional<String> recorded = StackRecord.in(folder(recipe));
        StackRecord now = StackRecord.of(build, recipe);
        if (recorded.isEmpty() || !now.isPartOf(recorded.get())) {
            return false;
        }
        Environment environment = recipe.environment();
        SeedItems seeds = new SeedItems(project, now);
        environment.tables().forEach(table -> table.items().ifPresent(seeds::content));
        Packages packages = new Packages(read, new WrittenZips(), folder(recipe), now);
        // A built one is known by the digest of its whole source: it is looked for once.
        if (!environment.packed().stream()
                .allMatch(packed -> packages.noted(packed).isPresent())) {
            return false;
        }
        if (!OwnCopies.areCurrent(OwnCopies.read(project, environment, out), folder(recipe), now)) {
            return false;
        }
        now.outputs(folder(recipe));
        now.manifest(manifest, environment.id());
        return now.text().equals(recorded.get());
    }

    private Path folder(Recipe recipe) {
        return out.resolve("stacks").resolve(recipe.environment().id());
    }
}
