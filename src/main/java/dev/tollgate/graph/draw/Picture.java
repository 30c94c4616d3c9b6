package dev.tollgate.graph.draw;

import dev.tollgate.graph.Edge;
import java.util.List;
import java.util.Optional;

/** A graph with everything in its place. */
record Picture(double width, double height, List<PlacedBox> boxes, List<PlacedEdge> edges) {

    /** A place. */
    record Point(double x, double y) {}

    /**
     * A box in its place.
     *
     * @param at its upper left corner
     */
    record PlacedBox(Box box, Point at) {}

    /**
     * An arrow in its place.
     *
     * @param label the upper left corner of its label
     */
    record PlacedEdge(Edge edge, List<Point> points, Optional<Point> label) {

        PlacedEdge {
            points = List.copyOf(points);
        }
    }

    Picture {
        boxes = List.copyOf(boxes);
        edges = List.copyOf(edges);
    }
}
