package dev.tollgate.pipeline;

import dev.tollgate.check.Acceptance;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.Suppression;
import dev.tollgate.tfvars.TfvarsValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The suppressions of Terraform JSON that no environment file is behind: {@code tollgate.suppress.json} beside it,
 * which has the key {@code suppress} of an environment file, each entry with {@code expires} if it likes.
 */
final class SuppressionFile {

    private static final String NAME = "tollgate.suppress.json";
    private static final String KEY = "suppress";
    private static final List<String> REQUIRED = List.of("rule", "subject", "reason");
    private static final String EXPIRES = "expires";

    private final LocalDate today;

    SuppressionFile(LocalDate today) {
        this.today = today;
    }

    /** The suppressions beside {@code judged}, a file or a folder; none where there is no such file. */
    List<Acceptance> beside(Path judged) {
        Path file = Files.isDirectory(judged) ? judged.resolve(NAME) : judged.resolveSibling(NAME);
        return Files.isRegularFile(file) ? read(file) : List.of();
    }

    /** The suppressions in {@code file}. */
    List<Acceptance> read(Path file) {
        List<Acceptance> acceptances = new ArrayList<>();
        for (TfvarsValue.Entry entry : LiteralFile.read(file).entries()) {
            if (!entry.key().equals(KEY) || !(entry.value() instanceof TfvarsValue.Items items)) {
                throw mistake(entry.location() + ": `" + entry.key() + "` is not a list of suppressions");
            }
            for (TfvarsValue item : items.items()) {
                acceptances.add(acceptance(item, KEY + "." + acceptances.size()));
            }
        }
        return acceptances;
    }

    private Acceptance acceptance(TfvarsValue item, String name) {
        if (!(item instanceof TfvarsValue.Entries entries)) {
            throw mistake(item.location() + ": a suppression is not an object");
        }
        Map<String, String> written = new TreeMap<>();
        for (TfvarsValue.Entry entry : entries.entries()) {
            boolean isKnown = REQUIRED.contains(entry.key()) || entry.key().equals(EXPIRES);
            if (!isKnown
                    || !(entry.value() instanceof TfvarsValue.Text text)
                    || text.text().isBlank()) {
                throw mistake(entry.location() + ": `" + entry.key() + "` is not a text key of a suppression");
            }
            written.put(entry.key(), text.text());
        }
        for (String key : REQUIRED) {
            if (!written.containsKey(key)) {
                throw mistake(item.location() + ": a suppression has no `" + key + "`");
            }
        }
        Suppression suppression = new Suppression(
                written.getOrDefault("rule", ""),
                written.getOrDefault("subject", ""),
                written.getOrDefault("reason", ""),
                Optional.ofNullable(written.get(EXPIRES)).map(text -> day(text, item)));
        return new Acceptance(suppression, item.location(), name, suppression.expiredOn(today));
    }

    private static LocalDate day(String text, TfvarsValue item) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    item.location() + ": `" + EXPIRES + "` is not a date: `" + text + "`",
                    "write the last day on which it applies, as in `2027-01-31`",
                    e);
        }
    }

    private static UserError mistake(String message) {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                message,
                "write `{\"suppress\": [{\"rule\": …, \"subject\": …, \"reason\": …, \"expires\": \"2027-01-31\"}]}`;"
                        + " `expires` may be left out");
    }
}
