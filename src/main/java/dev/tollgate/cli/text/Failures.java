package dev.tollgate.cli.text;

import dev.tollgate.deploy.TerraformFailure;
import dev.tollgate.finding.UserError;

/** Prints what stops a command, and returns its exit code. */
public final class Failures {

    private final Terminal terminal;

    public Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    public int print(UserError error) {
        line(String.valueOf(error.getMessage()));
        terminal.err().println("  hint: " + Text.printable(error.hint()));
        return error.exit().code();
    }

    /** Terraform's own text as it is, where it was not shown as it came. */
    public int print(TerraformFailure failure) {
        terminal.err().print(failure.text());
        line(String.valueOf(failure.getMessage()));
        terminal.err().println("  hint: " + failure.hint());
        return UserError.Exit.TERRAFORM.code();
    }

    private void line(String message) {
        terminal.err().println(terminal.styled("bold,red", "error:") + " " + Text.printable(message));
    }
}
