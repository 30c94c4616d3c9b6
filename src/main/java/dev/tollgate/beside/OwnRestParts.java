package dev.tollgate.beside;

import dev.tollgate.archive.Sha256;
import dev.tollgate.beside.OwnTerraform.Placed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What of own Terraform is part of the stack's REST API: methods, integrations, responses of its own, modules that have
 * such, and what overrides the stack's. Terraform knows no deployment that follows them, so the stack's is told.
 */
public final class OwnRestParts {

    /** The stack's REST API. */
    public static final String API = "aws_api_gateway_rest_api.api";

    private static final Pattern ANY_API =
            Pattern.compile("(?<![\\w-])aws_api_gateway_rest_api\\.[\\p{L}_]", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern MADE_AFTER = Pattern.compile(
            "aws_api_gateway_(stage|deployment|method_settings|base_path_mapping)\\.(api|document|all)");
    private static final Pattern READS_FILES = Pattern.compile("\\b(file\\w*|templatefile)\\s*\\(");
    private static final Pattern ANYTHING = Pattern.compile("");

    private final OwnTerraform own;
    private final OwnTexts texts;

    private OwnRestParts(OwnTerraform own) {
        this.own = own;
        this.texts = new OwnTexts(own);
    }

    /** Those of {@code own}. */
    public static OwnRestParts of(OwnTerraform own) {
        return new OwnRestParts(own);
    }

    /** Blocks that are certain to be parts of it. */
    public List<Placed> certain() {
        return parts().stream().filter(part -> isOfApi(part).orElse(false)).toList();
    }

    /** Parts that use what is made after the API is deployed: Terraform would find a cycle. */
    public List<Placed> circular() {
        return parts().stream()
                .filter(part -> texts.withLocals(part.block().text()).stream()
                        .flatMap(text -> OwnTexts.references(text).stream())
                        .anyMatch(reference -> MADE_AFTER.matcher(reference).matches()))
                .toList();
    }

    /** The addresses that a deployment is to come after. */
    public SortedSet<String> addresses() {
        SortedSet<String> addresses = new TreeSet<>();
        parts().forEach(part -> addresses.add(part.address()));
        return addresses;
    }

    /**
     * What a deployment is to be made again for, as its triggers; empty where nothing of {@code own} is deployed.
     *
     * @param definition the addresses of what the stack itself describes the API with
     */
    public SortedMap<String, String> triggers(Collection<String> definition) {
        List<String> deployed = new ArrayList<>(addresses());
        for (Placed placed : own.blocks()) {
            if (placed.file().isOverride()) {
                placed.block().declared().stream()
                        .map(OwnName::address)
                        .filter(definition::contains)
                        .forEach(deployed::add);
            }
        }
        SortedMap<String, String> triggers = new TreeMap<>();
        if (deployed.isEmpty()) {
            return triggers;
        }
        SortedMap<String, List<String>> reached = texts.reached(deployed, ANYTHING);
        String text = OwnTexts.text(reached);
        triggers.put("own", digest(text, reached));
        List<String> variables = OwnTexts.references(text).stream()
                .filter(reference -> reference.startsWith("var."))
                .toList();
        if (!variables.isEmpty()) {
            triggers.put("own_variables", "${sha256(jsonencode([" + String.join(", ", variables) + "]))}");
        }
        return triggers;
    }

    private String digest(String text, Map<String, List<String>> reached) {
        StringBuilder digested = new StringBuilder(text);
        SortedSet<String> modules = new TreeSet<>();
        for (Placed placed : own.blocks()) {
            if (reached.containsKey(placed.address())) {
                OwnModules.folder(placed.file(), placed.block())
                        .ifPresent(folder -> OwnModules.reached(own, folder, modules));
            }
        }
        boolean readsFiles = READS_FILES.matcher(text).find();
        for (OwnFile file : own.files().values()) {
            boolean isOfModule = modules.stream().anyMatch(folder -> file.name().startsWith(folder + "/"));
            if (isOfModule || (readsFiles && !file.isConfiguration())) {
                digested.append(file.name()).append(' ').append(file.digest()).append('\n');
            }
        }
        return Sha256.of(digested.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Also those of which nobody can tell whose API they are of. */
    private List<Placed> parts() {
        return own.blocks().stream()
                .filter(placed -> !placed.file().isOverride())
                .filter(placed -> placed.block().isResourceOf(RestPartTypes.ALL) || isModuleWithParts(placed))
                .filter(placed -> isOfApi(placed).orElse(placed.block().type().equals("resource")))
                .toList();
    }

    private boolean isModuleWithParts(Placed placed) {
        SortedSet<String> folders = new TreeSet<>();
        OwnModules.folder(placed.file(), placed.block()).ifPresent(folder -> OwnModules.reached(own, folder, folders));
        return folders.stream()
                .flatMap(folder -> own.configuration(folder + "/").stream())
                .flatMap(file -> own.body(file.name()).blocks().stream())
                .anyMatch(block -> block.isResourceOf(RestPartTypes.ALL));
    }

    /** Whether it is a part of the stack's API; empty where it does not say so itself, nor a local that it names. */
    private Optional<Boolean> isOfApi(Placed placed) {
        Optional<OwnAttribute> owner = placed.block().body().attribute("rest_api_id");
        String said = owner.map(OwnAttribute::text).orElse(placed.block().text());
        List<String> all = texts.withLocals(said);
        if (all.stream().anyMatch(text -> OwnTexts.references(text).contains(API))) {
            return Optional.of(true);
        }
        return all.stream().anyMatch(text -> ANY_API.matcher(text).find()) ? Optional.of(false) : Optional.empty();
    }
}
