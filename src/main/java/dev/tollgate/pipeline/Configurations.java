package dev.tollgate.pipeline;

import dev.tollgate.finding.UserError;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Terraform on the disk, HCL and JSON, with the values that Terraform would give to its variables. */
public final class Configurations {

    private Configurations() {}

    /** What is at {@code path}, one file or a folder of them. */
    public static Infrastructure read(Path path) {
        return read(path, Optional.empty());
    }

    /** The same with the values of the var file {@code given} over the folder's own. */
    static Infrastructure read(Path path, Optional<Path> given) {
        List<ConfigurationFile> files = ConfigurationFile.at(path, shown(path));
        SortedMap<String, Value> variables = new TreeMap<>();
        if (Files.isDirectory(path)) {
            varFiles(path).forEach(file -> variables.putAll(LiteralFile.variables(file)));
        }
        given.ifPresent(file -> variables.putAll(LiteralFile.variables(file)));
        return ConfigurationReader.read(files, variables);
    }

    /** Those that Terraform reads without being told, in its order. */
    private static List<Path> varFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            return Stream.of("terraform\\.tfvars", "terraform\\.tfvars\\.json", ".*\\.auto\\.tfvars(\\.json)?")
                    .flatMap(name -> all.stream()
                            .filter(file -> file.getFileName().toString().matches(name)))
                    .toList();
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT, "cannot read `" + shown(folder) + "`", "check its permissions", e);
        }
    }

    /** How findings name {@code path}. */
    static String shown(Path path) {
        String text = path.normalize().toString().replace('\\', '/');
        return text.isEmpty() ? "." : text;
    }
}
