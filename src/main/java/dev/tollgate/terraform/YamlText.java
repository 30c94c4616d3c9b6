package dev.tollgate.terraform;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML inside strings: OpenAPI documents. */
final class YamlText {

    private YamlText() {}

    /** {@code text} as a value; empty when it is no YAML. */
    static Optional<Value> read(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(4 << 20)
                .setMaxAliasesForCollections(50)
                .build();
        try {
            return Optional.of(JsonText.value(new Load(settings).loadFromString(text)));
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }
}
