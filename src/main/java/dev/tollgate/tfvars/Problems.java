package dev.tollgate.tfvars;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Origins;
import dev.tollgate.schema.Key;
import java.util.List;

/** Takes what is wrong with how an object's attributes go together, and gives each finding its place. */
record Problems(Origins origins, List<Finding> findings) {

    void report(String rule, KeyPath path, String message, String hint) {
        findings.add(Finding.error(rule, path.subject(), origins.locate(path), message, hint));
    }

    /** Says that {@code fields} lacks {@code key}, which {@code because} makes necessary. */
    void missing(Fields fields, Key key, String because) {
        report(
                "missing-key",
                fields.path(),
                "`" + fields.path() + "` has no `" + key + "`, which " + because,
                "add `" + key + " = …`");
    }

    /** Says of each of {@code keys} that {@code fields} has, although {@code because} leaves no use for it. */
    void unused(Fields fields, String because, List<? extends Key> keys) {
        for (Key key : keys) {
            if (fields.has(key)) {
                KeyPath path = fields.path().child(key.word());
                report("conflicting-keys", path, "`" + path + "` has no effect: " + because, "remove `" + key + "`");
            }
        }
    }
}
