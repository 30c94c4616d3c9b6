package dev.tollgate.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which scripts of an npm package its entry leads to: every {@code require} of a literal, wherever in a script it
 * stands, found as Node.js finds it. https://nodejs.org/api/modules.html#all-together What is found nowhere is
 * Node.js's own, or beside the package.
 */
final class RequiredScripts {

    private static final Pattern REQUIRE = Pattern.compile("\\brequire\\(\\s*[\"']([^\"']+)[\"']\\s*\\)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SortedMap<String, byte[]> files;
    private final SortedMap<String, SortedMap<String, String>> found = new TreeMap<>();
    private final Deque<String> unread = new ArrayDeque<>();

    RequiredScripts(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    /**
     * What a package comes to.
     *
     * @param entry the script that is loaded first
     * @param leads every script that can be loaded, and which others the names in it stand for
     */
    record Reached(String entry, SortedMap<String, SortedMap<String, String>> leads) {}

    /** What is reached of the package in the folder {@code root}. */
    Reached of(String root) throws IOException {
        Optional<String> entry = folder(root.substring(0, root.length() - 1));
        take(entry.orElseThrow(() -> new IllegalStateException("`" + root + "` has no entry")));
        while (!unread.isEmpty()) {
            String script = unread.pop();
            Matcher required = REQUIRE.matcher(new String(files.get(script), StandardCharsets.UTF_8));
            while (required.find()) {
                String name = required.group(1);
                resolved(script, name).ifPresent(file -> {
                    found.get(script).put(name, file);
                    take(file);
                });
            }
        }
        return new Reached(entry.get(), found);
    }

    private void take(String file) {
        if (found.putIfAbsent(file, new TreeMap<>()) == null && file.endsWith(".js")) {
            unread.push(file);
        }
    }

    private Optional<String> resolved(String script, String name) throws IOException {
        String folder = parent(script);
        if (name.startsWith(".")) {
            return fileOrFolder(normal(folder + "/" + name));
        }
        for (; !folder.isEmpty(); folder = parent(folder)) {
            Optional<String> file = fileOrFolder(folder + "/node_modules/" + name);
            if (file.isPresent()) {
                return file;
            }
        }
        return Optional.empty();
    }

    private Optional<String> fileOrFolder(String path) throws IOException {
        Optional<String> file = file(path);
        return file.isPresent() ? file : folder(path);
    }

    private Optional<String> file(String path) {
        return List.of(path, path + ".js", path + ".json").stream()
                .filter(files::containsKey)
                .findFirst();
    }

    private Optional<String> folder(String path) throws IOException {
        String description = path + "/package.json";
        Optional<String> entry = Optional.empty();
        if (files.containsKey(description)) {
            JsonNode main = JSON.readTree(files.get(description)).path("main");
            if (main.isTextual()) {
                String named = normal(path + "/" + main.textValue());
                entry = file(named).or(() -> file(named + "/index"));
            }
        }
        return entry.or(() -> file(path + "/index"));
    }

    private static String normal(String path) {
        return Path.of(path).normalize().toString().replace('\\', '/');
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
