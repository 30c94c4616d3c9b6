package dev.tollgate.synth;

/** Text as Terraform's template language has to see it. */
final class Hcl {

    private Hcl() {}

    /**
     * {@code text} so that Terraform reads it as it is: in a string of the emitted JSON, <code>${</code> begins a
     * template.
     */
    static String literal(String text) {
        return text.replace("${", "$${").replace("%{", "%%{");
    }

    /** {@code text} as a quoted string inside an expression. */
    static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
        return '"' + literal(escaped) + '"';
    }

    /** A whole string that is the value of {@code expression}. */
    static String template(String expression) {
        return "${" + expression + "}";
    }
}
