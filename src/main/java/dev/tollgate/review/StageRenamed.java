package dev.tollgate.review;

import dev.tollgate.surface.Api;
import dev.tollgate.terraform.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** A stage's name is the first part of every path below {@code execute-api}. */
final class StageRenamed {

    static final ReviewRule RULE = new ReviewRule(
            "stage-renamed", Kind.ESTATE, "an API's stage is renamed", StageRenamed::judge, "every URL changes");

    private StageRenamed() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        each(comparison, (before, after) -> renamed(before, after)
                .forEach((then, now) -> report.say(
                        before.resource().address(),
                        "the stage `" + then + "` of `" + before.resource().address() + "` becomes `" + now
                                + "`: every `execute-api` URL changes, and the old ones stop working",
                        "callers of a custom domain notice nothing; give all others the new URL first")));
    }

    /** Every API that exists before and after. */
    private static void each(Comparison comparison, BiConsumer<Api, Api> told) {
        for (Api before : comparison.before().apis()) {
            comparison.after().apis().stream()
                    .filter(after ->
                            after.resource().address().equals(before.resource().address()))
                    .forEach(after -> told.accept(before, after));
        }
    }

    /** The old name of each stage that gets another, with the new one. */
    static Map<String, String> all(Comparison comparison) {
        Map<String, String> found = new TreeMap<>();
        each(comparison, (before, after) -> found.putAll(renamed(before, after)));
        return found;
    }

    /** The new name of each, with the old one. */
    static Map<String, String> back(Comparison comparison) {
        Map<String, String> found = new TreeMap<>();
        all(comparison).forEach((then, now) -> found.put(now, then));
        return found;
    }

    /** The old name and the new one, where one stage goes and one comes. */
    static Map<String, String> renamed(Api before, Api after) {
        List<String> gone = names(before);
        List<String> come = names(after);
        gone.removeAll(names(after));
        come.removeAll(names(before));
        return gone.size() == 1 && come.size() == 1 ? Map.of(gone.get(0), come.get(0)) : Map.of();
    }

    private static List<String> names(Api api) {
        return api.stages().stream()
                .map(StageRenamed::name)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Optional<String> name(Resource stage) {
        return stage.get("stage_name").text().or(() -> stage.get("name").text());
    }
}
