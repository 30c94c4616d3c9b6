package dev.tollgate.pipeline;

import dev.tollgate.check.ProjectFiles;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;

/** The project's files, and beside them those that are about to be written. */
record FilesToBe(ProjectFiles disk, SortedMap<String, String> toBe) implements ProjectFiles {

    @Override
    public boolean isFile(String path) {
        return toBe.containsKey(path) || disk.isFile(path);
    }

    @Override
    public boolean isDirectory(String path) {
        return toBe.keySet().stream().anyMatch(file -> file.startsWith(path + "/")) || disk.isDirectory(path);
    }

    @Override
    public byte[] read(String path) {
        String text = toBe.get(path);
        return text == null ? disk.read(path) : text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Json json(String path) {
        return disk.json(path);
    }
}
