package dev.tollgate.init.openapi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Follows {@code $ref} inside a document; into other documents it does not go. */
record RefResolver(Tree document, Notes notes) {

    /** What {@code tree} is once its references are followed; empty, and noted, when they lead nowhere. */
    Optional<Tree> follow(Tree tree, String place) {
        Set<String> seen = new HashSet<>();
        Tree at = tree;
        for (Optional<String> reference = at.text("$ref"); reference.isPresent(); reference = at.text("$ref")) {
            String pointer = reference.get();
            if (!seen.add(pointer)) {
                notes.add(place + ": `$ref` `" + pointer + "` leads back to itself; left out");
                return Optional.empty();
            }
            Optional<Tree> target = target(pointer);
            if (target.isEmpty()) {
                notes.add(place + ": `$ref` `" + pointer + "` leads "
                        + (pointer.startsWith("#") ? "nowhere" : "to another document, which is not read")
                        + "; left out");
                return Optional.empty();
            }
            at = target.get();
        }
        return Optional.of(at);
    }

    private Optional<Tree> target(String pointer) {
        if (!pointer.startsWith("#/")) {
            return Optional.empty();
        }
        Optional<Tree> at = Optional.of(document);
        for (String part : pointer.substring(2).split("/", -1)) {
            String key = decoded(part).replace("~1", "/").replace("~0", "~");
            at = at.flatMap(tree -> tree.at(key));
        }
        return at;
    }

    private static String decoded(String part) {
        try {
            // A plus is itself in a URI's fragment.
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}
