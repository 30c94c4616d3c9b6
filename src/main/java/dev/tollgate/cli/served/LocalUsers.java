package dev.tollgate.cli.served;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.token.LocalUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
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
            description =
                    "A file with one NAME:PASSWORD a line, or JSON with their attributes and groups. Keep it out of the repository.")
    private Optional<Path> file = Optional.empty();

    public List<LocalUser> all() {
        List<LocalUser> users =
                new ArrayList<>(given.stream().map(LocalUsers::user).toList());
        file.ifPresent(path -> users.addAll(read(path)));
        return users;
    }

    private static List<LocalUser> read(Path file) {
        try {
            String text = Files.readString(file);
            return text.stripLeading().startsWith("{")
                    ? described(file, text)
                    : text.lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(LocalUsers::user)
                            .toList();
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT, "cannot read `" + file + "`", "check its path and permissions", e);
        }
    }

    /** {@code {"ada@example.com": {"password": "…", "attributes": {…}, "groups": […]}}}. */
    private static List<LocalUser> described(Path file, String text) {
        JsonNode people;
        try {
            people = new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw wrong(file, "is not valid JSON");
        }
        List<LocalUser> users = new ArrayList<>();
        people.properties().forEach(person -> users.add(described(file, person.getKey(), person.getValue())));
        return users;
    }

    private static LocalUser described(Path file, String name, JsonNode person) {
        person.properties().forEach(member -> {
            if (!List.of("password", "attributes", "groups").contains(member.getKey())) {
                throw wrong(file, "says `" + member.getKey() + "` of `" + name + "`");
            }
        });
        String password = person.path("password").textValue();
        if (name.isEmpty() || password == null || password.isEmpty()) {
            throw wrong(file, "has no password for `" + name + "`");
        }
        SortedMap<String, String> attributes = new TreeMap<>();
        person.path("attributes").properties().forEach(attribute -> {
            if (!attribute.getValue().isValueNode()) {
                throw wrong(file, "has no text for the attribute `" + attribute.getKey() + "` of `" + name + "`");
            }
            attributes.put(attribute.getKey(), attribute.getValue().asText());
        });
        List<String> groups = new ArrayList<>();
        person.path("groups").forEach(group -> groups.add(group.asText()));
        return new LocalUser(name, password, attributes, groups);
    }

    private static UserError wrong(Path file, String what) {
        return new UserError(
                UserError.Exit.USAGE,
                "`" + file + "` " + what,
                "write `{\"NAME\": {\"password\": \"…\", \"attributes\": {\"email\": \"…\"}, \"groups\": [\"…\"]}}`");
    }

    private static LocalUser user(String line) {
        int colon = line.indexOf(':');
        if (colon < 1 || colon == line.length() - 1) {
            throw new UserError(
                    UserError.Exit.USAGE, "a user needs a name and a password", "write `--user somebody:a-password`");
        }
        return new LocalUser(line.substring(0, colon), line.substring(colon + 1), new TreeMap<>(), List.of());
    }
}
