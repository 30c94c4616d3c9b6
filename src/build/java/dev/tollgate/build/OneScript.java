package dev.tollgate.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Scripts of an npm package made one, which loads each of them as Node.js would from a file of its own. */
final class OneScript {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Not strict as a whole: a script among them that does not say so is not. */
    private static final String LOADER = """
            };
            const path = require("path");
            const root = path.resolve(__dirname, %s);
            const modules = {};
            function load(name) {
              if (!modules[name]) {
                const module = (modules[name] = { exports: {} });
                const [script, leads] = scripts[name];
                const required = (id) => (Object.hasOwn(leads, id) ? load(leads[id]) : require(id));
                const file = path.join(root, name);
                script.call(module.exports, module.exports, required, module, file, path.dirname(file));
              }
              return modules[name].exports;
            }
            module.exports = load(%s);
            """;

    private final SortedMap<String, byte[]> files;
    private final String root;

    /** {@code files} are the package's, in the folder {@code root}. */
    OneScript(SortedMap<String, byte[]> files, String root) {
        this.files = files;
        this.root = root;
    }

    /** The script that stands in for the entry. */
    byte[] of(RequiredScripts.Reached reached) {
        StringBuilder script = new StringBuilder("// Changed: see NOTICE.\nconst scripts = {\n");
        reached.leads().forEach((file, leads) -> script.append(json(name(file)))
                .append(": [function (exports, require, module, __filename, __dirname) {\n")
                .append(content(file))
                .append("\n}, ")
                .append(json(names(leads)))
                .append("],\n"));
        String up = "../".repeat((int)
                name(reached.entry()).chars().filter(c -> c == '/').count());
        return script.append(LOADER.formatted(json("./" + up), json(name(reached.entry()))))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private String content(String file) {
        String content = new String(SourceMaps.leftOut(files.get(file)), StandardCharsets.UTF_8);
        return file.endsWith(".json") ? "module.exports = " + content : content;
    }

    private SortedMap<String, String> names(SortedMap<String, String> leads) {
        SortedMap<String, String> names = new TreeMap<>();
        for (Map.Entry<String, String> lead : leads.entrySet()) {
            names.put(lead.getKey(), name(lead.getValue()));
        }
        return names;
    }

    private String name(String file) {
        return file.substring(root.length());
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always have a JSON form", e);
        }
    }
}
