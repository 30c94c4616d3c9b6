package dev.tollgate.deploy;

/** Terraform ran and failed. */
public final class TerraformFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;

    TerraformFailure(String command, int exit, String text) {
        super("`terraform " + command + "` failed with exit code " + exit);
        this.text = text;
    }

    /** What Terraform said, unaltered; empty where it was shown as it came. */
    public String text() {
        return text;
    }
}
