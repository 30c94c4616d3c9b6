package dev.tollgate.tfvars;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Location;
import dev.tollgate.finding.Suggestion;
import dev.tollgate.schema.Limit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds a value of the right type against what AWS lets it be. */
record Bounds(Map<KeyPath, Location> locations, List<Finding> findings) {

    /** Reports {@code value}, or every part of it, that is outside {@code limit}. */
    void hold(Object value, Limit limit, KeyPath path) {
        if (limit instanceof Limit.All all) {
            all.bounds().forEach(bound -> hold(value, bound, path));
            return;
        }
        if (limit instanceof Limit.Each each) {
            holdParts(value, each, path);
            each.whole().forEach(bound -> hold(value, bound, path));
            return;
        }
        if (limit instanceof Limit.Distinct distinct && value instanceof Map<?, ?> map) {
            distinct.repeated(map)
                    .forEach(name -> invalid(
                            path.child(name),
                            "the name `" + name + "` is in `" + path + "` twice; allowed: " + limit.allowed(),
                            name,
                            limit));
            return;
        }
        if (!limit.admits(value)) {
            invalid(path, "`" + path + "` " + got(value, limit) + "; allowed: " + limit.allowed(), value, limit);
        }
    }

    private static String got(Object value, Limit limit) {
        if (value instanceof Map<?, ?> map) {
            return "has " + map.size();
        }
        if (value instanceof List<?> list) {
            return "has " + list.size();
        }
        return limit instanceof Limit.Length
                ? "has " + plain(value).length() + " characters"
                : "is `" + plain(value) + "`";
    }

    private void holdParts(Object value, Limit.Each each, KeyPath path) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> {
                KeyPath at = path.child((String) key);
                each.keys()
                        .filter(limit -> !limit.admits(key))
                        .ifPresent(limit -> invalid(
                                at,
                                "the name `" + key + "` in `" + path + "` is not allowed; allowed: " + limit.allowed(),
                                key,
                                limit));
                each.items().ifPresent(limit -> hold(item, limit, at));
            });
        }
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                int position = i;
                each.items().ifPresent(limit -> hold(list.get(position), limit, path.child(String.valueOf(position))));
            }
        }
    }

    private void invalid(KeyPath path, String message, Object value, Limit limit) {
        Optional<String> meant = limit instanceof Limit.OneOf oneOf
                ? Suggestion.nearest(plain(value).toUpperCase(java.util.Locale.ROOT), upper(oneOf.words()))
                        .flatMap(word -> oneOf.words().stream()
                                .filter(w -> w.equalsIgnoreCase(word))
                                .findFirst())
                : Optional.empty();
        String source = limit.source().isEmpty() ? "change the value" : "see " + limit.source();
        Location at = locations.getOrDefault(path, locations.getOrDefault(path.parent(), Location.startOf("")));
        findings.add(Finding.error(
                "invalid-value",
                path.subject(),
                at,
                message,
                meant.map(word -> "did you mean `" + word + "`?").orElse(source)));
    }

    private static List<String> upper(List<String> words) {
        return words.stream().map(w -> w.toUpperCase(java.util.Locale.ROOT)).toList();
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
