package dev.tollgate.deploy;

import java.nio.charset.StandardCharsets;

/**
 * How a run of Terraform ended.
 *
 * @param exit its exit code
 * @param output what it wrote to standard output; nothing where that was shown as it came
 * @param errors what it wrote to standard error; nothing where that was shown as it came
 */
@SuppressWarnings("ArrayRecordComponent")
record TerraformRun(int exit, byte[] output, String errors) {

    /** Everything it said. */
    String text() {
        return new String(output, StandardCharsets.UTF_8) + errors;
    }
}
