package dev.tollgate.build;

import java.nio.charset.StandardCharsets;

/** Source maps in comments, half of a script, for sources that its package does not have. */
final class SourceMaps {

    private static final String MAP = "\n//# sourceMappingURL=data:";

    private SourceMaps() {}

    /** {@code script} without its map. */
    static byte[] leftOut(byte[] script) {
        String text = new String(script, StandardCharsets.UTF_8);
        int map = text.lastIndexOf(MAP);
        return map < 0 ? script : text.substring(0, map + 1).getBytes(StandardCharsets.UTF_8);
    }
}
