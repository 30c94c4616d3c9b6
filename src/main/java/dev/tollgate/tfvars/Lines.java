package dev.tollgate.tfvars;

import dev.tollgate.finding.Location;

/** Turns offsets into lines and columns; cheap as long as they are asked for from the front to the back. */
final class Lines {

    private final SourceText source;
    private int offset;
    private int line = 1;
    private int column = 1;

    Lines(SourceText source) {
        this.source = source;
    }

    /** @param wanted counted in chars; past the end means the end */
    Location at(int wanted) {
        int target = Math.min(Math.max(wanted, 0), source.text().length());
        if (target < offset) {
            offset = 0;
            line = 1;
            column = 1;
        }
        while (offset < target) {
            int codePoint = source.text().codePointAt(offset);
            offset += Character.charCount(codePoint);
            column = codePoint == '\n' ? 1 : column + 1;
            line += codePoint == '\n' ? 1 : 0;
        }
        return new Location(source.file(), line, column);
    }
}
