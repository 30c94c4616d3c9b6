package dev.tollgate.terraform;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Location;
import dev.tollgate.finding.UserError;
import dev.tollgate.hcl.HclParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the modules of one configuration share: their files, the parser, and how much may be evaluated at all. */
final class ConfigurationTree {

    private static final int LARGEST_FILE = 8 << 20;

    private final HclParser parser;
    private final Optional<Path> root;
    private final Map<KeyPath, Location> locations = new HashMap<>();
    private final Map<String, Declarations> modules = new HashMap<>();
    private final Map<String, Optional<ExpressionParser.TemplateContext>> templates = new HashMap<>();
    private final Set<String> unread = new TreeSet<>();
    private final Effort effort = new Effort();

    /** Of a configuration in {@code root}, to which the paths in it are relative. */
    ConfigurationTree(HclParser parser, Optional<Path> root) {
        this.parser = parser;
        this.root = root;
    }

    /** What is declared in {@code files}. */
    Declarations declarations(List<ConfigurationFile> files) {
        List<JsonNode.Members> roots = new ArrayList<>();
        List<JsonNode.Members> overrides = new ArrayList<>();
        // A file that is named alone is read, whatever it is called.
        files.forEach(file -> (file.isOverride() && files.size() > 1 ? overrides : roots).add(members(file)));
        return Declarations.of(roots, overrides);
    }

    /** What the local module in the folder {@code shown} declares; each is read once. */
    Optional<Declarations> module(Path folder, String shown) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        return Optional.of(modules.computeIfAbsent(shown, name -> declarations(ConfigurationFile.at(folder, shown))));
    }

    private JsonNode.Members members(ConfigurationFile file) {
        if (file.isHcl()) {
            return HclFile.read(file, parser, effort);
        }
        if (!(JsonReader.read(file.name(), file.text()) instanceof JsonNode.Members members)) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "`" + file.name() + "` is not a Terraform configuration: it is not a JSON object",
                    "name a `.tf.json` file");
        }
        if (members.members().containsKey("format_version")) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "`" + file.name() + "` is the output of `terraform show -json`, not a configuration",
                    "use `--plan-json`");
        }
        return members;
    }

    /** The bytes of the file at {@code path}. */
    Optional<byte[]> file(String path) {
        try {
            Optional<Path> file = root.map(folder -> folder.resolve(path)).filter(Files::isRegularFile);
            if (file.isEmpty() || Files.size(file.get()) > LARGEST_FILE) {
                return Optional.empty();
            }
            try (InputStream content = Files.newInputStream(file.get())) {
                return Optional.of(content.readNBytes(LARGEST_FILE));
            }
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The tree of the template {@code text}, read once. */
    Optional<ExpressionParser.TemplateContext> template(String text) {
        return templates.computeIfAbsent(text, Expressions::template);
    }

    Effort effort() {
        return effort;
    }

    /** Takes in where {@code node}, which is called {@code path}, and all inside it stand. */
    void remember(KeyPath path, JsonNode node) {
        locations.putIfAbsent(path, node.location());
        if (node instanceof JsonNode.Members members) {
            members.members().forEach((name, member) -> remember(path.child(name), member));
        } else if (node instanceof JsonNode.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                remember(path.child(String.valueOf(i)), items.items().get(i));
            }
        }
    }

    Map<KeyPath, Location> locations() {
        return locations;
    }

    /** Takes in what cannot be read, for a note. */
    void unread(String what) {
        unread.add(what);
    }

    List<String> unread() {
        if (effort.isSpent()) {
            unread.add("some expressions make more than Tollgate evaluates, and are left out: check the plan instead");
        }
        return List.copyOf(unread);
    }
}
