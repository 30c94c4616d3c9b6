package dev.tollgate.synth;

import dev.tollgate.model.Environment;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a stack is to be made of.
 *
 * @param files the files that the environment was read from, each with the digest of the bytes that were read
 */
public record Recipe(Environment environment, SortedMap<String, String> files) {

    public Recipe {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
}
