package dev.tollgate.pipeline;

import dev.tollgate.beside.OwnTerraform;
import dev.tollgate.check.ProjectFiles;
import dev.tollgate.packaging.Entry;
import dev.tollgate.packaging.PackageContents;
import dev.tollgate.packaging.Unpackable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The project's files, and beside them those that are about to be written. */
record FilesToBe(ProjectFiles disk, SortedMap<String, String> toBe) implements ProjectFiles {

    @Override
    public boolean exists(String path) {
        return isFile(path) || isDirectory(path) || disk.exists(path);
    }

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
    public PackageContents packageOf(String path) {
        SortedMap<String, Entry> entries = new TreeMap<>();
        List<Unpackable> refused = List.of();
        if (disk.exists(path)) {
            PackageContents there = disk.packageOf(path);
            entries.putAll(there.entries());
            refused = there.refused();
        }
        toBe.forEach((file, text) -> {
            if (file.startsWith(path + "/")) {
                entries.put(file.substring(path.length() + 1), new Entry.File(Path.of(file), false, text.length()));
            }
        });
        return new PackageContents(entries, refused);
    }

    @Override
    public long zippedSize(String path) {
        return disk.exists(path) ? disk.zippedSize(path) : 0;
    }

    @Override
    public List<String> secretsIn(String path) {
        return disk.exists(path) ? disk.secretsIn(path) : List.of();
    }

    @Override
    public OwnTerraform ownTerraform(List<String> folders) {
        return disk.ownTerraform(folders);
    }

    @Override
    public Json json(String path) {
        return disk.json(path);
    }
}
