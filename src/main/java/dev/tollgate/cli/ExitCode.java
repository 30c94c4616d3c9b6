package dev.tollgate.cli;

/** What a process answers; documented in the help text. */
final class ExitCode {

    static final int OK = 0;
    static final int FINDINGS = 1;
    static final int USAGE = 2;
    /** What Terraform answers, too, when asked for it. */
    static final int CHANGES = 2;

    static final int BUG = 70;

    private ExitCode() {}
}
