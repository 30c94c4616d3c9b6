package dev.tollgate.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects nodes and edges, each once. */
final class GraphBuilder {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    /** The id of the node of {@code key}, made of the rest when it is not there yet. */
    String node(String key, Node.Kind kind, Tone tone, String caption, String name, List<String> lines) {
        return nodes.computeIfAbsent(key, unseen -> new Node("n" + nodes.size(), kind, tone, caption, name, lines))
                .id();
    }

    void edge(String from, String to, Tone tone, String label) {
        Edge edge = new Edge(from, to, tone, label);
        if (!edges.contains(edge)) {
            edges.add(edge);
        }
    }

    Graph graph(String title) {
        return new Graph(title, new ArrayList<>(nodes.values()), edges);
    }
}
