package dev.tollgate.hcl;

import dev.tollgate.finding.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the blocks, attributes, and the parts of objects and lists of an HCL file stand, which its parser does not say.
 * Text that is not HCL gives some positions: the parser refuses it.
 */
public final class HclPositions {

    private final HclCursor text;

    private HclPositions(HclCursor text) {
        this.text = text;
    }

    /** Of {@code text}, which locations call {@code file}. */
    public static Position of(String file, String text) {
        Position root = Position.at(Location.startOf(file));
        new HclPositions(new HclCursor(new HclText(file, text))).body(root);
        return root;
    }

    private void body(Position body) {
        text.enter();
        for (text.blankLines(); !text.isAtEnd() && !text.is('}'); text.blankLines()) {
            if (text.isName()) {
                definition(body);
            } else {
                text.part();
            }
        }
        text.leave();
    }

    /** An attribute or a block. */
    private void definition(Position body) {
        Location start = text.here();
        String name = text.name();
        text.blanks();
        if (text.isAssignment()) {
            text.skip();
            body.members().put(name, value(start));
            return;
        }
        List<String> labels = new ArrayList<>(List.of(name));
        while (text.is('"') || text.isName()) {
            labels.add(text.is('"') ? text.string() : text.name());
            text.blanks();
        }
        if (text.is('{')) {
            text.skip();
            body(block(body, labels, start));
            text.skip();
        }
    }

    private static Position block(Position body, List<String> labels, Location start) {
        Position at = body;
        for (String label : labels) {
            at = at.members().computeIfAbsent(label, name -> Position.at(start));
        }
        Position block = Position.at(start);
        at.items().add(block);
        return block;
    }

    /** What stands at {@code start} and has its value here. */
    private Position value(Location start) {
        Position position = Position.at(start);
        text.blanks();
        if (text.is('{')) {
            text.skip();
            object(position);
        } else if (text.is('[')) {
            text.skip();
            list(position);
        }
        rest();
        return position;
    }

    /** Over what is left of an expression, to the end of its line or of what it stands in. */
    private void rest() {
        while (!text.isAtEnd() && !text.isOneOf("\n,}])")) {
            text.part();
        }
    }

    private void object(Position object) {
        text.enter();
        for (text.blankLines(); !text.isAtEnd() && !text.is('}'); text.blankLines()) {
            Location start = text.here();
            String key = text.is('"') ? text.string() : text.isName() ? text.name() : "";
            text.blanks();
            boolean isMember = text.isAssignment() || text.is(':');
            if (isMember) {
                text.skip();
                object.members().put(key, value(start));
            } else if (key.isEmpty() || text.is(',')) {
                text.part();
            }
        }
        text.skip();
        text.leave();
    }

    private void list(Position list) {
        text.enter();
        for (text.blankLines(); !text.isAtEnd() && !text.is(']'); text.blankLines()) {
            if (text.isOneOf(",})")) {
                text.skip();
            } else {
                list.items().add(value(text.here()));
            }
        }
        text.skip();
        text.leave();
    }
}
