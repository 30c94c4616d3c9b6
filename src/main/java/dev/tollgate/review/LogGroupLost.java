package dev.tollgate.review;

import java.util.Set;

/** The log's entries go with the group. */
final class LogGroupLost {

    static final ReviewRule RULE =
            new ReviewRule("log-group-lost", Kind.LOSS, "a log group is deleted or replaced", LogGroupLost::judge);

    private static final Set<String> TYPES = Set.of("aws_cloudwatch_log_group");

    private LogGroupLost() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        Losses.ofData(comparison, report, TYPES, "its logs are deleted");
    }
}
