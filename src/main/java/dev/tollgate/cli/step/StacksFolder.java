package dev.tollgate.cli.step;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where synth puts what Terraform reads. */
public final class StacksFolder {

    @Option(
            names = "--stacks",
            paramLabel = "DIR",
            defaultValue = "${env:TOLLGATE_OUTDIR:-${env:CDKTF_OUTDIR:-cdktf.out}}",
            description = "Folder of the synthesized stacks. Default: $CDKTF_OUTDIR, or cdktf.out.")
    private Path folder;

    public Path folder() {
        return folder;
    }
}
