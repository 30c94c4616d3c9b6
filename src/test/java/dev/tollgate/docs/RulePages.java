package dev.tollgate.docs;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.rule.Rules;
import dev.tollgate.finding.Rule;

/** The documents under {@code docs/rules}, made of the catalogues and the rules' pages. */
final class RulePages {

    private RulePages() {}

    static String index() {
        StringBuilder table = new StringBuilder("""
                # Rules

                Made from the rules' classes and pages by `make golden`. `tollgate explain RULE` shows a rule's page, `suppress` in an
                environment file accepts what a rule finds.

                A mistake has one name wherever it is seen. `tollgate validate` sees it in an environment file before anything is made, and
                so does every command that synthesizes. `tollgate check` sees it in Terraform: what Tollgate emitted, other
                configurations, and plans.

                | rule | at the gravest | seen in | what it finds |
                |---|---|---|---|
                """);
        for (CheckRule rule : Rules.described()) {
            table.append("| [`" + rule.id() + "`](" + rule.id() + ".md) | "
                    + rule.severity().word() + " | " + seenIn(rule) + " | " + rule.title() + " |\n");
        }
        return table.toString();
    }

    private static String seenIn(CheckRule rule) {
        if (rule.file().isEmpty() && rule.terraform().isEmpty()) {
            return "reading";
        }
        return (rule.file().isPresent() ? "file" : "")
                + (rule.file().isPresent() && rule.terraform().isPresent() ? ", " : "")
                + (rule.terraform().isPresent() ? "Terraform" : "");
    }

    static String page(Rule rule) {
        return "# `" + rule.id() + "`\n\nHighest severity: " + rule.severity().word() + ". It reports " + rule.title()
                + ".\n\n" + rule.page();
    }
}
