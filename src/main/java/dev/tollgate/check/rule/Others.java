package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.finding.Severity;
import java.util.List;

/** What is reported without being judged: mistakes of reading a file, and what is to be said of the judging itself. */
final class Others {

    static final List<CheckRule> ALL = List.of(
            CheckRule.reported("conflicting-keys", Severity.ERROR, "two keys that exclude each other"),
            CheckRule.reported("duplicate-key", Severity.ERROR, "a key that stands twice"),
            CheckRule.reported("invalid-value", Severity.ERROR, "a value that the key does not take"),
            CheckRule.reported("missing-key", Severity.ERROR, "a key that has to be there and is not"),
            CheckRule.reported(
                    NameShared.ID, Severity.WARNING, "environments that take one name in an account, if it is one"),
            CheckRule.reported("not-a-literal", Severity.ERROR, "an expression where a value belongs"),
            CheckRule.reported("not-judged", Severity.NOTE, "something that could not be judged"),
            CheckRule.reported(
                    "rule-renamed", Severity.NOTE, "a suppression that names a rule as it was called before"),
            CheckRule.reported("stack-outdated", Severity.WARNING, "a stack that is older than its environment file"),
            CheckRule.reported("suppression-unused", Severity.WARNING, "a suppression that matches nothing"),
            CheckRule.reported("syntax-error", Severity.ERROR, "text that is not HCL or JSON"),
            CheckRule.reported("unknown-key", Severity.ERROR, "a key that environment files do not have"),
            CheckRule.reported("wrong-type", Severity.ERROR, "a value of another type than its key"));

    private Others() {}
}
