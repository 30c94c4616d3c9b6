package dev.tollgate.cli.served;

import dev.tollgate.gateway.table.LocalTable;
import dev.tollgate.gateway.table.TableEmulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stack's tables, where an emulator on this machine can hold them. */
public final class LocalTables {

    private final Map<String, String> environment;

    public LocalTables(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Makes those of {@code tables} that are not there; what is to be said about them. */
    public List<String> make(List<LocalTable> tables, String region) {
        if (tables.isEmpty()) {
            return List.of();
        }
        Optional<String> endpoint = Optional.ofNullable(environment.get("AWS_ENDPOINT_URL_DYNAMODB"))
                .or(() -> Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")));
        if (endpoint.isEmpty()) {
            return List.of("tables are not served: `AWS_ENDPOINT_URL` names no emulator");
        }
        Optional<TableEmulator> emulator = TableEmulator.at(endpoint.get(), region);
        if (emulator.isEmpty()) {
            return List.of("tables are those of `" + endpoint.get() + "`: tables are created on this machine only");
        }
        List<String> lines = new ArrayList<>();
        for (LocalTable table : tables) {
            boolean made = emulator.get().make(table);
            lines.add("table `" + table.name() + "` at `" + endpoint.get() + "`: "
                    + (made ? "made, with " + table.items().size() + " items" : "exists already, unchanged"));
        }
        return lines;
    }
}
