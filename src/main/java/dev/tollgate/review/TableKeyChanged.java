package dev.tollgate.review;

import dev.tollgate.terraform.ResourceChange;
import java.util.Set;

/** DynamoDB cannot change a key: the table is made again, under a name that it has still, or without its items. */
final class TableKeyChanged {

    static final ReviewRule RULE =
            new ReviewRule("table-key-changed", Kind.REFUSED, "a table's key changes", TableKeyChanged::judge);

    private static final Set<String> KEYS = Set.of("hash_key", "range_key");

    private TableKeyChanged() {}

    /** Whether {@code change} makes a table again under its name, because of its key. */
    static boolean holds(ResourceChange change) {
        return change.type().equals("aws_dynamodb_table")
                && change.action().replaces()
                && change.forcedBy().stream().anyMatch(KEYS::contains)
                && AwsName.stays(change);
    }

    private static void judge(Comparison comparison, ReviewReport report) {
        comparison.plan().changes().stream()
                .filter(TableKeyChanged::holds)
                .forEach(change -> report.say(
                        change.address(),
                        "the key of `" + change.address() + "`" + Losses.named(change.before())
                                + " cannot change: the table would be recreated under the same name"
                                + Losses.forced(change),
                        "add a second table with the new key under another name, copy the items, let the functions use"
                                + " it, and remove the old one in a later change; a table without items: remove it,"
                                + " deploy, and add it again"));
    }
}
