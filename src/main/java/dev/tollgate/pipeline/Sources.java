package dev.tollgate.pipeline;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Origins;
import dev.tollgate.finding.UserError;
import dev.tollgate.tfvars.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which key of the environment file each resource comes from, as synth wrote it beside the emitted JSON. A finding then
 * stands at that key; without it, or where it cannot be read, at its own line of the JSON.
 */
final class Sources {

    /** No key is known of any resource. */
    static final Sources NONE = new Sources(Map.of(), Optional.empty());

    private static final String FILE = "tollgate.sources.json";

    private final Map<String, KeyPath> paths;
    private final Optional<Origins> origins;

    private Sources(Map<String, KeyPath> paths, Optional<Origins> origins) {
        this.paths = paths;
        this.origins = origins;
    }

    /** What synth wrote beside {@code emitted}; {@code origins} are those of the environment file as it is now. */
    static Sources beside(Path emitted, Origins origins) {
        return beside(emitted, Optional.of(origins));
    }

    /** What synth wrote beside {@code emitted}, whose environment file is not at hand: findings stay in the JSON. */
    static Sources without(Path emitted) {
        return beside(Files.isDirectory(emitted) ? emitted.resolve(FILE) : emitted, Optional.empty());
    }

    private static Sources beside(Path emitted, Optional<Origins> origins) {
        Path file = emitted.resolveSibling(FILE);
        try {
            Map<String, KeyPath> paths = new TreeMap<>();
            for (Value.Entry entry : LiteralFile.read(file).entries()) {
                path(entry.value()).ifPresent(path -> paths.put(entry.key(), path));
            }
            return new Sources(paths, origins);
        } catch (UserError e) {
            // The map only tells where to look: one that is broken or missing leaves the JSON's own lines.
            return new Sources(Map.of(), origins);
        }
    }

    private static Optional<KeyPath> path(Value value) {
        if (!(value instanceof Value.Items items)) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (Value item : items.items()) {
            if (!(item instanceof Value.Text text)) {
                return Optional.empty();
            }
            parts.add(text.text());
        }
        return Optional.of(new KeyPath(parts));
    }

    /** Whether an environment file is behind what is judged. */
    boolean isOfEnvironment() {
        return origins.isPresent();
    }

    /** {@code finding} where its cause stands in the environment file, if that is known and still there. */
    Finding place(Finding finding) {
        KeyPath path = paths.get(finding.subject());
        if (path == null || origins.isEmpty() || !origins.get().locations().containsKey(path)) {
            return finding;
        }
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.subject(),
                origins.get().locate(path),
                finding.message(),
                finding.hint(),
                finding.suppressedBecause());
    }

    /** What a suppression may call that which {@code finding} is about: its addresses, and its key of the file. */
    List<String> names(Finding finding) {
        List<String> names = new ArrayList<>(List.of(finding.subject()));
        KeyPath path = paths.get(finding.subject());
        if (path != null) {
            names.add(path.subject());
        }
        paths.forEach((address, key) -> {
            if (key.subject().equals(finding.subject())) {
                names.add(address);
            }
        });
        return names;
    }
}
