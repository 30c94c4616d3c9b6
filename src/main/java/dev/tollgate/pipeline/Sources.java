package dev.tollgate.pipeline;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.rule.Rules;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Origins;
import dev.tollgate.finding.UserError;
import dev.tollgate.tfvars.TfvarsValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which key of the environment file each resource comes from, as synth wrote it beside the emitted JSON. A finding then
 * stands at that key; without it, or where it cannot be read, at its own line of the JSON.
 */
final class Sources {

    /** No key is known of any resource. */
    static final Sources NONE = new Sources("", Map.of(), Optional.empty(), OwnPlaces.NONE);

    private static final String FILE = "tollgate.sources.json";

    private static final Pattern ADDRESS = Pattern.compile("`((?:data\\.)?[a-z0-9_]+\\.[A-Za-z0-9_-]+(?: [^`]+)?)`");

    /** {@code (integration)} behind an operation of an OpenAPI document. */
    private static final Pattern PART = Pattern.compile(" \\([a-z0-9 ]+\\)$");

    private final String emitted;
    private final Map<String, KeyPath> paths;
    private final Optional<Origins> origins;
    private final OwnPlaces own;

    private Sources(String emitted, Map<String, KeyPath> paths, Optional<Origins> origins, OwnPlaces own) {
        this.emitted = emitted;
        this.paths = paths;
        this.origins = origins;
        this.own = own;
    }

    /**
     * What synth wrote beside {@code emitted}; {@code origins} are those of the environment file as it is now, and
     * {@code own} is where what it put there comes from.
     */
    static Sources beside(Path emitted, Origins origins, OwnPlaces own) {
        return beside(emitted, Optional.of(origins), own);
    }

    /** What synth wrote beside {@code emitted}, whose environment file is not at hand: findings stay in the JSON. */
    static Sources without(Path emitted) {
        return beside(Files.isDirectory(emitted) ? emitted.resolve(FILE) : emitted, Optional.empty(), OwnPlaces.NONE);
    }

    private static Sources beside(Path emitted, Optional<Origins> origins, OwnPlaces own) {
        Path file = emitted.resolveSibling(FILE);
        try {
            Map<String, KeyPath> paths = new TreeMap<>();
            for (TfvarsValue.Entry entry : LiteralFile.read(file).entries()) {
                path(entry.value()).ifPresent(path -> paths.put(entry.key(), path));
            }
            return new Sources(shown(emitted), paths, origins, own);
        } catch (UserError e) {
            // The map only tells where to look: one that is broken or missing leaves the JSON's own lines.
            return new Sources(shown(emitted), Map.of(), origins, own);
        }
    }

    private static Optional<KeyPath> path(TfvarsValue value) {
        if (!(value instanceof TfvarsValue.Items items)) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (TfvarsValue item : items.items()) {
            if (!(item instanceof TfvarsValue.Text text)) {
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

    /**
     * {@code finding} about an environment's own stack as the environment file's: at the key that its resource comes
     * from, or at the file as a whole, and in the file's words. One about own Terraform stands where synth copied it
     * from.
     */
    Finding place(Finding finding) {
        if (origins.isEmpty()) {
            return finding;
        }
        if (!finding.location().file().equals(emitted)) {
            return finding.at(own.source(emitted, finding.location()));
        }
        KeyPath path = key(finding.subject()).orElse(KeyPath.ROOT);
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.subject(),
                origins.get().locate(path),
                inKeys(finding.message()),
                Rules.find(finding.rule()).flatMap(CheckRule::fileHint).or(finding::hint),
                finding.suppressedBecause());
    }

    /** {@code text} with the keys of resources instead of their addresses. */
    String inKeys(String text) {
        Matcher address = ADDRESS.matcher(text);
        return address.replaceAll(match -> Matcher.quoteReplacement(
                key(match.group(1)).map(key -> "`" + key + "`").orElse(match.group())));
    }

    /** An operation of an OpenAPI document has parts, which come from where it comes from. */
    private Optional<KeyPath> key(String subject) {
        KeyPath path = paths.get(subject);
        return Optional.ofNullable(
                path == null ? paths.get(PART.matcher(subject).replaceFirst("")) : path);
    }

    /** What a suppression may call that which {@code finding} is about: its addresses, and its key of the file. */
    List<String> names(Finding finding) {
        List<String> names = new ArrayList<>(List.of(finding.subject()));
        key(finding.subject()).ifPresent(path -> names.add(path.subject()));
        paths.forEach((address, key) -> {
            if (key.subject().equals(finding.subject())) {
                names.add(address);
            }
        });
        return names;
    }

    private static String shown(Path path) {
        return path.normalize().toString().replace('\\', '/');
    }
}
