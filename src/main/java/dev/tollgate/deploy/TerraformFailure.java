package dev.tollgate.deploy;

/** Terraform ran and failed. */
public final class TerraformFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;
    private final String hint;

    TerraformFailure(String command, int exit, String text) {
        this("`terraform " + command + "` failed with exit code " + exit, text, "see Terraform's output above");
    }

    private TerraformFailure(String message, String text, String hint) {
        super(message);
        this.text = text;
        this.hint = hint;
    }

    /** The same, with a hint of its own. */
    public TerraformFailure hinting(String better) {
        TerraformFailure failure = new TerraformFailure(String.valueOf(getMessage()), text, better);
        failure.initCause(this);
        return failure;
    }

    /** What to do about it. */
    public String hint() {
        return hint;
    }

    /** What Terraform said, unaltered; empty where it was shown as it came. */
    public String text() {
        return text;
    }
}
