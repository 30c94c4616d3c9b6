package dev.tollgate.check.rule;

/** A path as the file has it, relative to where Tollgate runs. */
final class ProjectPath {

    private ProjectPath() {}

    /** Whether {@code path} leads out of the project: from a root, or by more {@code ..} than it has folders. */
    static boolean leaves(String path) {
        if (path.startsWith("/") || path.startsWith("~") || path.matches("[A-Za-z]:.*")) {
            return true;
        }
        int depth = 0;
        for (String part : path.split("[/\\\\]", -1)) {
            depth += part.equals("..") ? -1 : part.isEmpty() || part.equals(".") ? 0 : 1;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }
}
