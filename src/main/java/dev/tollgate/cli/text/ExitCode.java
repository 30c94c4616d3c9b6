package dev.tollgate.cli.text;

/** Exit codes, as the help text documents them. */
public final class ExitCode {

    public static final int OK = 0;
    public static final int FINDINGS = 1;
    public static final int USAGE = 2;
    /** What Terraform answers, too, when asked for it. */
    public static final int CHANGES = 2;

    public static final int BUG = 70;

    private ExitCode() {}
}
