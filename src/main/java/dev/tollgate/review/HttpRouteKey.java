package dev.tollgate.review;

/** A route's key of an HTTP API, {@code GET /books/{id}}, as whoever wrote the plan has it. */
record HttpRouteKey(String text) {

    /**
     * Whether API Gateway refuses this beside {@code other}: both, of one method, are the same up to a segment that is
     * a variable in both, under another name. A greedy one beside a plain one is allowed.
     */
    boolean conflictsWith(HttpRouteKey other) {
        String[] own = text.split("/", -1);
        String[] others = other.text.split("/", -1);
        for (int at = 0; at < Math.min(own.length, others.length); at++) {
            if (own[at].equals(others[at])) {
                continue;
            }
            return isVariable(own[at]) && isVariable(others[at]) && isGreedy(own[at]) == isGreedy(others[at]);
        }
        return false;
    }

    /** Whether {@code next} is this under another name of a variable. */
    boolean isRenamedBy(HttpRouteKey next) {
        return !equals(next) && shape().equals(next.shape());
    }

    /** The key with its variables' names taken out. */
    String shape() {
        return text.replaceAll("\\{[^}+]*", "{");
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    private static boolean isGreedy(String segment) {
        return segment.endsWith("+}");
    }
}
