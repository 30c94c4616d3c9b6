package dev.tollgate.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The functions that a pool calls.
 *
 * @param functions the file's name of each, by Cognito's name of the trigger
 * @param tokenVersion what the function before tokens are issued gets
 * @param kmsKeyArn the key that codes are encrypted with for functions that send them
 */
public record Triggers(SortedMap<String, String> functions, String tokenVersion, Optional<String> kmsKeyArn) {

    public Triggers {
        functions = Collections.unmodifiableSortedMap(new TreeMap<>(functions));
    }

    /** Whether the pool calls {@code function}. */
    public boolean call(String function) {
        return functions.containsValue(function);
    }

    /** The functions, each once. */
    public List<String> called() {
        return functions.values().stream().distinct().sorted().toList();
    }
}
