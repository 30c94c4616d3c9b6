package dev.tollgate.graph.draw;

import dev.tollgate.graph.Edge;
import dev.tollgate.graph.Graph;
import dev.tollgate.graph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.EdgeLabelSideSelection;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Places a graph in columns from callers to tables, by the Eclipse Layout Kernel. The same graph, the same places. */
final class LayeredLayout {

    private static final int SEED = 1;

    private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
    private final Map<Edge, ElkEdge> edges = new LinkedHashMap<>();
    private final ElkNode root;

    private LayeredLayout() {
        // Registers the types of options' values, without which none has a default.
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        root = ElkGraphUtil.createGraph();
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.RANDOM_SEED, SEED);
        root.setProperty(LayeredOptions.PARTITIONING_ACTIVATE, true);
        root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, 22.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 36.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 18.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 10.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 16.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 10.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 3.0);
        root.setProperty(LayeredOptions.EDGE_LABELS_SIDE_SELECTION, EdgeLabelSideSelection.ALWAYS_UP);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(8));
    }

    static Picture of(Graph graph) {
        LayeredLayout layout = new LayeredLayout();
        List<Box> boxes = graph.nodes().stream().map(Box::of).toList();
        boxes.forEach(layout::add);
        graph.edges().forEach(layout::add);
        new LayeredLayoutProvider().layout(layout.root, new BasicProgressMonitor());
        return layout.picture(boxes);
    }

    private void add(Box box) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(box.width(), box.height());
        node.setProperty(
                LayeredOptions.PARTITIONING_PARTITION, column(box.node().kind()));
        nodes.put(box.node().id(), node);
    }

    private static int column(Node.Kind kind) {
        return switch (kind) {
            case CALLER -> 0;
            case DOMAIN, IDENTITY_PROVIDER, TOKEN_ENDPOINT -> 1;
            case API, USER_POOL -> 2;
            case AUTHORIZER -> 3;
            case ROUTES -> 4;
            case FUNCTION -> 5;
            case STORE -> 6;
        };
    }

    private void add(Edge edge) {
        ElkEdge arrow = ElkGraphUtil.createSimpleEdge(node(edge.from()), node(edge.to()));
        if (!edge.label().isEmpty()) {
            BoxLabel text = BoxLabel.caption(edge.label());
            ElkLabel label = ElkGraphUtil.createLabel(text.shown(), arrow);
            label.setDimensions(text.alone(), text.height());
            label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
        }
        edges.put(edge, arrow);
    }

    private ElkNode node(String id) {
        ElkNode node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("an edge leads to " + id + ", which is no node");
        }
        return node;
    }

    private Picture picture(List<Box> boxes) {
        List<Picture.PlacedBox> placed = new ArrayList<>();
        for (Box box : boxes) {
            ElkNode node = node(box.node().id());
            placed.add(new Picture.PlacedBox(box, new Picture.Point(node.getX(), node.getY())));
        }
        List<Picture.PlacedEdge> arrows = new ArrayList<>();
        edges.forEach((edge, arrow) -> arrows.add(new Picture.PlacedEdge(
                edge,
                points(arrow),
                arrow.getLabels().stream()
                        .map(label -> new Picture.Point(label.getX(), label.getY()))
                        .findFirst())));
        return new Picture(root.getWidth(), root.getHeight(), placed, arrows);
    }

    private static List<Picture.Point> points(ElkEdge arrow) {
        List<Picture.Point> points = new ArrayList<>();
        for (ElkEdgeSection section : arrow.getSections()) {
            points.add(new Picture.Point(section.getStartX(), section.getStartY()));
            section.getBendPoints().forEach(bend -> points.add(new Picture.Point(bend.getX(), bend.getY())));
            points.add(new Picture.Point(section.getEndX(), section.getEndY()));
        }
        return points;
    }
}
