package dev.tollgate.finding;

/**
 * What stops Tollgate and is not a bug: an unreadable file, a missing tool, a Terraform that failed. Only cli prints
 * it.
 */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why the process ends, and so its exit code. */
    public enum Exit {
        /** The command line names something that does not exist, or contradicts itself. */
        USAGE(2),
        /** Something around Tollgate is missing or unreadable. */
        ENVIRONMENT(3),
        /** Terraform ran and failed. */
        TERRAFORM(4),
        /** The build of a function ran and failed. */
        BUILD(5);

        private final int code;

        Exit(int code) {
            this.code = code;
        }

        /** The process's exit code. */
        public int code() {
            return code;
        }
    }

    private final String hint;
    private final Exit exit;

    public UserError(Exit exit, String message, String hint) {
        super(message);
        this.exit = exit;
        this.hint = hint;
    }

    public UserError(Exit exit, String message, String hint, Throwable cause) {
        super(message, cause);
        this.exit = exit;
        this.hint = hint;
    }

    /** What the user can do about it. */
    public String hint() {
        return hint;
    }

    /** Why the process ends. */
    public Exit exit() {
        return exit;
    }
}
