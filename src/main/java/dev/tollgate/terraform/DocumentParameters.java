package dev.tollgate.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Parameters of operations and headers of responses as methods have them: {@code method.request.querystring.page}. */
final class DocumentParameters {

    private static final Map<String, String> PLACES =
            Map.of("path", "path", "query", "querystring", "header", "header");

    private DocumentParameters() {}

    /** Those of {@code operation}, each with whether it is required; absent when there are none. */
    static Value of(Value document, DocumentPaths.Operation operation) {
        List<Value> all = new ArrayList<>(operation.item().get("parameters").items());
        all.addAll(operation.written().get("parameters").items());
        SortedMap<String, Value> found = new TreeMap<>();
        for (Value one : all) {
            Value parameter = DocumentPart.resolved(document, one);
            String place = PLACES.get(parameter.get("in").text().orElse(""));
            if (place != null && parameter.get("name").text().isPresent()) {
                boolean required =
                        place.equals("path") || parameter.get("required").is("true");
                found.put(
                        "method.request." + place + "."
                                + parameter.get("name").text().orElse(""),
                        Value.scalar(required));
            }
        }
        return found.isEmpty() ? Value.absent() : new Value.Mapping(found);
    }

    /** The headers of {@code response}; absent when there are none. */
    static Value headers(Value document, Value response) {
        SortedMap<String, Value> found = new TreeMap<>();
        DocumentPart.members(DocumentPart.resolved(document, response).get("headers"))
                .keySet()
                .forEach(name -> found.put("method.response.header." + name, Value.scalar(true)));
        return found.isEmpty() ? Value.absent() : new Value.Mapping(found);
    }
}
