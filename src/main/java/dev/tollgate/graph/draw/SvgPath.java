package dev.tollgate.graph.draw;

import java.util.List;

/** The {@code d} of SVG's paths. */
final class SvgPath {

    private static final double RADIUS = 6;

    private SvgPath() {}

    /** Lines through {@code points}, with rounded corners. */
    static String rounded(List<Picture.Point> points) {
        StringBuilder path = new StringBuilder("M").append(text(points.get(0)));
        for (int i = 1; i < points.size() - 1; i++) {
            Picture.Point corner = points.get(i);
            path.append('L').append(text(towards(corner, points.get(i - 1))));
            path.append('Q').append(text(corner)).append(' ').append(text(towards(corner, points.get(i + 1))));
        }
        return path.append('L').append(text(points.get(points.size() - 1))).toString();
    }

    private static Picture.Point towards(Picture.Point from, Picture.Point to) {
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        double part = length == 0 ? 0 : Math.min(RADIUS, length / 2) / length;
        return new Picture.Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }

    /** A rectangle at {@code x}, {@code y} whose corners are cut. */
    static String cut(double x, double y, double width, double height) {
        double cut = 10;
        return "M" + text(x + cut, y) + "H" + Markup.number(x + width - cut) + "L" + text(x + width, y + cut) + "V"
                + Markup.number(y + height - cut) + "L" + text(x + width - cut, y + height) + "H"
                + Markup.number(x + cut) + "L" + text(x, y + height - cut) + "V" + Markup.number(y + cut) + "Z";
    }

    /** A cylinder that stands. */
    static String cylinder(double x, double y, double width, double height, double lid) {
        String radii = Markup.number(width / 2) + " " + Markup.number(lid / 2);
        return "M" + text(x, y + lid / 2) + "A" + radii + " 0 0 1 " + text(x + width, y + lid / 2) + "V"
                + Markup.number(y + height - lid / 2) + "A" + radii + " 0 0 1 " + text(x, y + height - lid / 2) + "Z";
    }

    /** The front of a cylinder's lid. */
    static String rim(double x, double y, double width, double lid) {
        String radii = Markup.number(width / 2) + " " + Markup.number(lid / 2);
        return "M" + text(x, y + lid / 2) + "A" + radii + " 0 0 0 " + text(x + width, y + lid / 2);
    }

    private static String text(Picture.Point point) {
        return text(point.x(), point.y());
    }

    private static String text(double x, double y) {
        return Markup.number(x) + " " + Markup.number(y);
    }
}
