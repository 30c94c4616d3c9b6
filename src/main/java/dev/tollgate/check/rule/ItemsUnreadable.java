package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.ProjectFiles;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table's items: plain JSON objects, each with the table's keys and of at most 400 KB, no two with the same keys. */
final class ItemsUnreadable {

    static final CheckRule RULE = CheckRule.ofFile(
                    "items-unreadable", Severity.ERROR, "items that DynamoDB does not accept", ItemsUnreadable::judge)
            .neverAccepted();

    private ItemsUnreadable() {}

    private static void judge(Environment environment, Report report) {
        for (Table table : environment.tables()) {
            table.items().filter(path -> !path.isBlank()).ifPresent(path -> file(table, path, report));
        }
    }

    private static void file(Table table, String path, Report report) {
        KeyPath at = KeyPath.of("tables", table.name(), "items");
        if (ProjectPath.leaves(path)) {
            report.error(
                    at,
                    "`" + path + "` is outside the project",
                    "keep the file below the folder that Tollgate runs in");
            return;
        }
        if (!report.files().isFile(path)) {
            report.error(
                    at,
                    "there is no file `" + path + "`",
                    "create it as a JSON list of objects, or remove" + " `items`");
            return;
        }
        ProjectFiles.Json json = report.files().json(path);
        if (json.problem().isPresent()) {
            report.error(
                    at,
                    "`" + path + "` is not valid JSON: " + json.problem().get(),
                    "write a JSON list of" + " objects");
        } else if (json.value().isPresent() && json.value().get() instanceof List<?> items) {
            items(table, path, items, report);
        } else {
            report.error(at, "`" + path + "` is not a list", "put the items between `[` and `]`");
        }
    }

    private static void items(Table table, String path, List<?> items, Report report) {
        KeyPath at = KeyPath.of("tables", table.name(), "items");
        Map<String, Integer> keys = new HashMap<>();
        Map<String, Integer> ids = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            int position = i + 1;
            String named = "item " + position + " of `" + path + "` ";
            SeedItem item = new SeedItem(items.get(i));
            Optional<SeedItem.Problem> problem = item.problem(table);
            if (problem.isPresent()) {
                report.error(at, named + problem.get().message(), problem.get().hint());
                continue;
            }
            Integer same = keys.putIfAbsent(item.keys(table), position);
            Integer alike = ids.putIfAbsent(item.id(table), position);
            if (same != null) {
                report.error(
                        at,
                        named + "has the same key as item " + same + ": " + item.keys(table),
                        "remove one of the two; the second would replace the first");
            } else if (alike != null) {
                report.error(
                        at,
                        named + "and item " + alike + " would both be called `" + item.id(table) + "` in Terraform",
                        "give one of the two a key that differs by more than case and punctuation");
            }
        }
    }
}
