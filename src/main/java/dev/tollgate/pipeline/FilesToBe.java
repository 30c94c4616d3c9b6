package dev.tollgate.pipeline;

import dev.tollgate.beside.OwnTerraform;
import dev.tollgate.check.ProjectFiles;
import dev.tollgate.model.FunctionCode;
import dev.tollgate.packaging.Entry;
import dev.tollgate.packaging.PackageContents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    public Optional<PackageContents> packageOf(FunctionCode code) {
        Optional<PackageContents> there = disk.packageOf(code);
        SortedMap<String, Entry> entries = new TreeMap<>();
        there.ifPresent(contents -> entries.putAll(contents.entries()));
        String prefix = code.path() + "/";
        toBe.forEach((file, text) -> {
            if (file.startsWith(prefix)) {
                entries.put(file.substring(prefix.length()), new Entry.File(Path.of(file), false, text.length()));
            }
        });
        return entries.isEmpty()
                ? there
                : Optional.of(new PackageContents(
                        entries, there.map(PackageContents::refused).orElse(List.of()), Optional.empty()));
    }

    @Override
    public long zippedSize(FunctionCode code) {
        return disk.packageOf(code).isPresent() ? disk.zippedSize(code) : 0;
    }

    @Override
    public List<String> secretsIn(FunctionCode code) {
        return disk.packageOf(code).isPresent() ? disk.secretsIn(code) : List.of();
    }

    @Override
    public byte[] read(FunctionCode code, String name) {
        String text = toBe.get(code.path() + "/" + name);
        return text == null ? disk.read(code, name) : text.getBytes(StandardCharsets.UTF_8);
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
