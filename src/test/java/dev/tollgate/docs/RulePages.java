package dev.tollgate.docs;

import dev.tollgate.check.rule.Rules;
import dev.tollgate.finding.Rule;
import java.util.List;

/** The documents under {@code docs/rules}, made of the catalogues and the rules' pages. */
final class RulePages {

    private RulePages() {}

    static String index() {
        return """
                # Rules

                Made from the catalogues by `make golden`. `tollgate explain RULE` shows a rule's page, `suppress` in an environment
                file accepts what a rule finds.

                ## Of Terraform JSON

                `tollgate check` judges by these what Tollgate emitted, other configurations and plans.

                """
                + table(Rules.ofTerraform().stream()
                        .map(rule -> rule.described())
                        .toList())
                + """

                ## Of environment files

                `tollgate validate` judges by these before anything is made, and so does every command that synthesizes.

                """
                + table(Rules.ofFile().stream().map(rule -> rule.described()).toList());
    }

    static String page(Rule rule) {
        return "# `" + rule.id() + "`\n\nAt the gravest "
                + article(rule.severity().word()) + ": " + rule.title() + ".\n\n" + rule.page();
    }

    private static String article(String word) {
        return (word.startsWith("e") ? "an " : "a ") + word;
    }

    private static String table(List<Rule> rules) {
        StringBuilder table = new StringBuilder("| rule | severity | what it finds |\n|---|---|---|\n");
        for (Rule rule : rules) {
            String id = rule.page().isEmpty() ? "`" + rule.id() + "`" : "[`" + rule.id() + "`](" + rule.id() + ".md)";
            table.append("| " + id + " | " + rule.severity().word() + " | " + rule.title() + " |\n");
        }
        return table.toString();
    }
}
