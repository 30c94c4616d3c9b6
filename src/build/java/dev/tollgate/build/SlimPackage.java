package dev.tollgate.build;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * The npm package inside the bindings' jar, cut down to some sub-modules: their types and folders, an index that loads
 * a sub-module when it is first asked for, the licence, and a notice of the change.
 */
final class SlimPackage {

    private static final String ROOT = "package/";
    private static final String LIB = ROOT + "lib/";
    private static final List<String> KEPT = List.of(ROOT + "package.json", ROOT + "LICENSE");

    /** Opens the archive, which is read more than once. */
    interface Source {
        InputStream open() throws IOException;
    }

    private final Source source;
    private final String name;

    SlimPackage(Source source, String name) {
        this.source = source;
        this.name = name;
    }

    /** Its files, and which sub-modules they are: {@code subModules} and all that these refer to. */
    record Content(Set<String> subModules, SortedMap<String, byte[]> files) {}

    Content of(Collection<String> subModules) throws IOException {
        Set<String> wanted = new TreeSet<>(subModules);
        SlimAssembly assembly = assembly(wanted);
        while (wanted.addAll(assembly.needed())) {
            assembly = assembly(wanted);
        }
        if (!assembly.folders().keySet().equals(wanted)) {
            throw new IllegalStateException("the assembly has " + assembly.folders() + ", not " + wanted);
        }
        SortedMap<String, byte[]> files =
                libraries(Set.copyOf(assembly.folders().values()));
        files.put(ROOT + ".jsii", assembly.json());
        files.put(LIB + "index.js", index(assembly.folders()).getBytes(StandardCharsets.UTF_8));
        files.put(ROOT + "NOTICE", notice(wanted).getBytes(StandardCharsets.UTF_8));
        return new Content(wanted, files);
    }

    private SlimAssembly assembly(Set<String> wanted) throws IOException {
        try (InputStream in = open()) {
            TarReader tar = new TarReader(in);
            Optional<String> file = tar.next();
            while (file.isPresent() && !file.get().equals(ROOT + ".jsii")) {
                file = tar.next();
            }
            return SlimAssembly.of(tar.content(), name, wanted);
        }
    }

    private SortedMap<String, byte[]> libraries(Set<String> folders) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (InputStream in = open()) {
            TarReader tar = new TarReader(in);
            for (Optional<String> file = tar.next(); file.isPresent(); file = tar.next()) {
                if (KEPT.contains(file.get())) {
                    files.put(file.get(), tar.content().readAllBytes());
                } else if (isLibrary(file.get(), folders)) {
                    files.put(file.get(), SourceMaps.leftOut(tar.content().readAllBytes()));
                }
            }
        }
        return files;
    }

    private InputStream open() throws IOException {
        return new BufferedInputStream(new GZIPInputStream(source.open(), 1 << 16), 1 << 16);
    }

    private static boolean isLibrary(String file, Set<String> folders) {
        if (!file.startsWith(LIB) || !file.endsWith(".js")) {
            return false;
        }
        int slash = file.indexOf('/', LIB.length());
        return slash > 0 && folders.contains(file.substring(LIB.length(), slash));
    }

    private static String index(SortedMap<String, String> folders) {
        StringBuilder index = new StringBuilder("""
                "use strict";
                /**
                 * Copyright (c) HashiCorp, Inc.
                 * SPDX-License-Identifier: MPL-2.0
                 */
                // Changed: see NOTICE.
                Object.defineProperty(exports, "__esModule", { value: true });
                """);
        for (Map.Entry<String, String> module : folders.entrySet()) {
            index.append("Object.defineProperty(exports, \"")
                    .append(module.getKey())
                    .append("\", { enumerable: true, get: function () { return require(\"./")
                    .append(module.getValue())
                    .append("\"); } });\n");
        }
        return index.toString();
    }

    private String notice(Set<String> subModules) {
        return "This is a changed copy of " + name + ", Copyright (c) HashiCorp, Inc., under the Mozilla Public\n"
                + "License 2.0 (see LICENSE). The build of Tollgate made these changes:\n\n"
                + "- `.jsii` and `lib` have only the sub-modules that Tollgate uses: "
                + String.join(", ", subModules) + "\n"
                + "- `.jsii` has no documentation; scripts have no source maps; declarations are left out\n"
                + "- `lib/index.js` loads a sub-module when it is first asked for\n\n"
                + "The unchanged source is the package of that name and version in the npm registry, and at\n"
                + "https://github.com/cdktf/cdktf-provider-aws.\n";
    }
}
