package dev.tollgate.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The operations of an OpenAPI document. */
final class DocumentPaths {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "x-amazon-apigateway-any-method");

    /**
     * One operation.
     *
     * @param method {@code GET}, or {@code ANY}
     * @param written what the document says of it
     * @param item what stands around it, with parameters of its own
     */
    record Operation(String method, String path, Value written, Value item) {

        /** As a finding calls it: {@code GET /books}. */
        String label() {
            return method + " " + path;
        }

        Value integration() {
            return written.get("x-amazon-apigateway-integration");
        }
    }

    private DocumentPaths() {}

    /** The operations of {@code document}, those of one path together. */
    static List<Operation> of(Value document) {
        List<Operation> found = new ArrayList<>();
        DocumentPart.members(document.get("paths")).forEach((path, written) -> {
            Value item = DocumentPart.resolved(document, written);
            DocumentPart.members(item).forEach((method, operation) -> {
                if (METHODS.contains(method)) {
                    String verb = method.startsWith("x-") ? "ANY" : method.toUpperCase(Locale.ROOT);
                    found.add(new Operation(verb, path, operation, item));
                }
            });
        });
        return found;
    }

    /** Whether every path of {@code document} can be read. */
    static boolean areKnown(Value document) {
        return DocumentPart.members(document.get("paths")).values().stream()
                .allMatch(item -> DocumentPart.resolved(document, item) instanceof Value.Mapping mapping
                        && !mapping.members().containsKey("$ref"));
    }
}
