package dev.tollgate.packaging;

import dev.tollgate.model.FunctionCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What functions' packages hold, each looked at once: several environments have the same functions. */
public final class PackagesReadOnce {

    private final FunctionPackages packages;
    private final Map<List<String>, Optional<PackageContents>> contents = new HashMap<>();
    private final Map<List<String>, String> identities = new HashMap<>();

    /** {@code project} is the folder that paths are relative to. */
    public PackagesReadOnce(Path project) {
        packages = new FunctionPackages(project);
    }

    /** As {@link FunctionPackages#of} has it. */
    public Optional<PackageContents> of(FunctionCode code) throws IOException {
        List<String> asked = code.identity();
        Optional<PackageContents> known = contents.get(asked);
        if (known == null) {
            known = packages.of(code);
            contents.put(asked, known);
        }
        return known;
    }

    /** What tells the {@code found} contents of {@code code} from others. */
    public String identity(FunctionCode code, PackageContents found) throws IOException {
        List<String> asked = code.identity();
        String known = identities.get(asked);
        if (known == null) {
            known = found.identity();
            identities.put(asked, known);
        }
        return known;
    }
}
