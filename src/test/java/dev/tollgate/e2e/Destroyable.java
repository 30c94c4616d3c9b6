package dev.tollgate.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.testing.GeneratedEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Generated environments that can be destroyed at once, in an account that has what they name: nothing is protected,
 * the state is a file, and the pool of others is one that is there.
 */
final class Destroyable {

    private Destroyable() {}

    /** {@code drawn}, for the account of {@code emulator}, which from then on has what it names. */
    static GeneratedEnvironment of(GeneratedEnvironment drawn, Emulator emulator) {
        GeneratedEnvironment file = drawn.without("state");
        JsonNode pools = prepared(emulator, drawn.environment().region());
        if (file.values().get("user_pool") instanceof Map<?, ?> pool) {
            SortedMap<String, Object> changed = object(pool);
            if ("existing".equals(changed.get("source"))) {
                changed.put("id", pools.path("/auth/shared").asText());
            } else if (!changed.containsKey("source")) {
                changed.put("deletion_protection", false);
                // Others publish theirs there, in the account that is prepared.
                changed.computeIfPresent("ssm_prefix", (key, prefix) -> prefix + "/own");
            }
            file = file.with("user_pool", changed);
        }
        if (file.values().get("custom_domain") instanceof Map<?, ?> domain) {
            // The apex of the zone that is prepared has an address.
            SortedMap<String, Object> changed = object(domain);
            changed.remove("apex_placeholder");
            // Below it only the API's own name has one.
            changed.computeIfPresent(
                    "auth",
                    (key, auth) -> auth.toString().endsWith("." + changed.get("api")) ? auth : "auth.example.com");
            file = file.with("custom_domain", changed);
        }
        if (file.values().get("functions") instanceof Map<?, ?> functions) {
            // One bucket is there.
            SortedMap<String, Object> changed = object(functions);
            changed.replaceAll((name, function) -> {
                SortedMap<String, Object> own = object((Map<?, ?>) function);
                Appliable.ownLayers(own);
                own.computeIfPresent("package_bucket", (key, named) -> Appliable.PACKAGES);
                return own;
            });
            file = file.with("functions", changed);
        }
        if (file.values().get("layers") instanceof Map<?, ?> layers) {
            SortedMap<String, Object> changed = object(layers);
            changed.replaceAll((name, layer) -> {
                SortedMap<String, Object> own = object((Map<?, ?>) layer);
                own.computeIfPresent("package_bucket", (key, named) -> Appliable.PACKAGES);
                return own;
            });
            file = file.with("layers", changed);
        }
        if (file.values().get("tables") instanceof Map<?, ?> tables) {
            SortedMap<String, Object> changed = object(tables);
            changed.replaceAll((name, table) -> {
                SortedMap<String, Object> open = object((Map<?, ?>) table);
                open.put("deletion_protection", false);
                return open;
            });
            file = file.with("tables", changed);
        }
        return file;
    }

    private static JsonNode prepared(Emulator emulator, String region) {
        List<String> needs = new ArrayList<>(Appliable.NEEDS);
        needs.addAll(List.of("--region", region, "--pool", "/auth/shared", "--pool", "/auth/other"));
        return emulator.prepare(needs.toArray(String[]::new)).path("pools");
    }

    /** Gives the stack in {@code folder} the values that no file has. */
    static void secrets(Path folder) {
        try {
            Files.writeString(folder.resolve("secrets.auto.tfvars"), "google_secret = \"not so secret\"\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, Object> object(Map<?, ?> object) {
        SortedMap<String, Object> copy = new TreeMap<>();
        object.forEach((key, value) -> copy.put((String) key, value));
        return copy;
    }
}
