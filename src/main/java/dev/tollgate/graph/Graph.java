package dev.tollgate.graph;

import java.util.List;

/**
 * The picture, before anything is drawn.
 *
 * @param title what it is of
 */
public record Graph(String title, List<Node> nodes, List<Edge> edges) {

    public Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }
}
