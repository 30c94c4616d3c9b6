package dev.tollgate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * A few lines in the place of Terraform: what it says is in files, what it is told is in {@code calls}, and what it
 * applies is in {@code applied}.
 */
final class StandInTerraform {

    private static final String PROGRAM = """
            #!/bin/sh
            here='%s'
            echo "$@" >>"$here/calls"
            case $1 in
              version) cat "$here/version.json" ;;
              init) mkdir -p .terraform; [ -f .terraform.lock.hcl ] || echo "# lock" >.terraform.lock.hcl ;;
              state) cat "$here/state.json" ;;
              show) cat "$here/plan.json" ;;
              output) cat "$here/outputs.json" ;;
              plan)
                for argument; do case $argument in -out=*) echo "made at call $(wc -l <"$here/calls")" >"${argument#-out=}" ;; esac; done
                exit 2 ;;
              apply) for file; do :; done; cp "$file" "$here/applied" ;;
            esac
            """;

    private final Path folder;

    /** Keeps its files in {@code folder}. */
    StandInTerraform(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Path program = folder.resolve("terraform");
        Files.writeString(program, PROGRAM.formatted(folder));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The environment of who is to find it. */
    Map<String, String> environment() {
        return Map.of("PATH", folder + ":" + System.getenv("PATH"));
    }

    /** Has it say {@code text} when it is asked for {@code what}: version, state, plan or outputs. */
    void says(String what, String text) throws IOException {
        Files.writeString(folder.resolve(what + ".json"), text);
    }

    /** Forgets what it was told. */
    void forget() throws IOException {
        Files.deleteIfExists(folder.resolve("calls"));
        Files.deleteIfExists(folder.resolve("applied"));
    }

    /** What it was told. */
    String calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readString(calls) : "";
    }

    /** The plan file that it applied, which may not be there. */
    Path applied() {
        return folder.resolve("applied");
    }
}
