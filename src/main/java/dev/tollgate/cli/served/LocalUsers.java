package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.token.LocalUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** People who may sign in to a locally served pool; never in an environment file. */
public final class LocalUsers {

    @Option(
            names = "--user",
            paramLabel = "NAME:PASSWORD",
            description = "A user who can sign in with a password. Can be repeated.")
    private List<String> given = new ArrayList<>();

    @Option(
            names = "--users",
            paramLabel = "FILE",
            description = "A file with one NAME:PASSWORD a line. Keep it out of the repository.")
    private Optional<Path> file = Optional.empty();

    public List<LocalUser> all() {
        List<String> lines = new ArrayList<>(given);
        if (file.isPresent()) {
            try {
                Files.readAllLines(file.get()).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .forEach(lines::add);
            } catch (IOException e) {
                throw new UserError(
                        UserError.Exit.ENVIRONMENT,
                        "cannot read `" + file.get() + "`",
                        "check its path and permissions",
                        e);
            }
        }
        return lines.stream().map(LocalUsers::user).toList();
    }

    private static LocalUser user(String line) {
        int colon = line.indexOf(':');
        if (colon < 1 || colon == line.length() - 1) {
            throw new UserError(
                    UserError.Exit.USAGE, "a user needs a name and a password", "write `--user somebody:a-password`");
        }
        return new LocalUser(line.substring(0, colon), line.substring(colon + 1), new TreeMap<>());
    }
}
