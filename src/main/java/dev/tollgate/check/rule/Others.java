package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.finding.Severity;
import java.util.List;

/** What is reported without being judged: mistakes of reading a file, and what is to be said of the judging itself. */
final class Others {

    static final List<CheckRule> ALL = List.of(
            CheckRule.reported("conflicting-keys", Severity.ERROR, "two keys that cannot be used together"),
            CheckRule.reported("duplicate-key", Severity.ERROR, "a key that is set twice"),
            CheckRule.reported(
                    "environment-removed", Severity.WARNING, "a stack whose environment no longer has a file"),
            CheckRule.reported("invalid-value", Severity.ERROR, "a value that the key does not allow"),
            CheckRule.reported("missing-key", Severity.ERROR, "a required key that is missing"),
            CheckRule.reported(NameShared.ID, Severity.WARNING, "environments that use the same name in an account"),
            CheckRule.reported("not-a-literal", Severity.ERROR, "an expression where a value belongs"),
            CheckRule.reported("not-judged", Severity.NOTE, "something that could not be checked"),
            CheckRule.reported(
                    OwnNameTaken.ID, Severity.ERROR, "a name of your own Terraform that the stack has, or lacks"),
            CheckRule.reported("rule-renamed", Severity.NOTE, "a suppression that names a rule by its former id"),
            CheckRule.reported("stack-outdated", Severity.WARNING, "a stack that is older than its environment file"),
            CheckRule.reported(
                    "stack-stranger", Severity.WARNING, "Terraform in a stack's folder that no environment file names"),
            CheckRule.reported("suppression-unused", Severity.WARNING, "a suppression that matches nothing"),
            CheckRule.reported("syntax-error", Severity.ERROR, "text that is not HCL or JSON"),
            CheckRule.reported("unknown-key", Severity.ERROR, "an unknown key"),
            CheckRule.reported("wrong-type", Severity.ERROR, "a value of the wrong type"));

    private Others() {}
}
