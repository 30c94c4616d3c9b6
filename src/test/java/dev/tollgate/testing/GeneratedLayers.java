package dev.tollgate.testing;

import dev.tollgate.model.Runtimes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Layers by chance, of folders that are there. */
final class GeneratedLayers {

    static final String FOLDER = "src/test/resources/packed/";

    private static final Set<String> WHERE_CODE_IS = Set.of("source", "package", "build", "output");

    private static final List<Map<String, Object>> SOURCES = List.of(
            Map.of("source", FOLDER + "shared"),
            Map.of("source", FOLDER + "fonts"),
            Map.of("package", FOLDER + "fonts"),
            Map.of("source", FOLDER + "shared", "build", "mkdir dist && cp -r python dist", "output", "dist"));

    private GeneratedLayers() {}

    /** Makes {@code layer}, which is called {@code id}, one that Lambda takes. */
    static void fit(String id, SortedMap<String, Object> layer, Samples samples) {
        layer.keySet().removeAll(WHERE_CODE_IS);
        layer.putAll(samples.oneOf(SOURCES));
        layer.computeIfPresent("name", (key, drawn) -> drawn + "-" + id);
        // A stack with another asks for a later provider than is here.
        layer.computeIfPresent("runtimes", (key, drawn) -> ((List<?>) drawn)
                .stream()
                        .filter(runtime -> !Runtimes.needsNewerProvider(runtime.toString()))
                        .toList());
    }
}
