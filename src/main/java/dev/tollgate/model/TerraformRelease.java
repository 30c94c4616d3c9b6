package dev.tollgate.model;

/**
 * The releases of Terraform that brought something which is emitted:
 * https://github.com/hashicorp/terraform/blob/main/CHANGELOG.md and those of the earlier minor versions.
 */
public enum TerraformRelease {
    /** Optional attributes of variables, and {@code terraform_data}, which every stack has. */
    EVERY_STACK(4),

    /** {@code removed} blocks, which most stacks have. */
    REMOVED(7),

    /** S3 state that is locked by a file. */
    LOCK_FILE(10);

    private final int minor;

    TerraformRelease(int minor) {
        this.minor = minor;
    }

    /** Of Terraform 1. */
    public int minor() {
        return minor;
    }

    /** As Terraform writes it: {@code 1.7.0}. */
    public String version() {
        return "1." + minor + ".0";
    }
}
