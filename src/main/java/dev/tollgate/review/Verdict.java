package dev.tollgate.review;

import dev.tollgate.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The first line of a review: what somebody who reads no further has to know. */
public final class Verdict {

    private static final int NAMED = 3;

    private Verdict() {}

    /** The line, with no character that a terminal or a page could take for more than text. */
    public static String of(Review review) {
        if (review.isEmpty()) {
            return "changes nothing";
        }
        List<String> parts = new ArrayList<>();
        say(review, Kind.REFUSED, "REFUSED, takes more than one step", parts);
        lost(review, parts);
        say(review, Kind.WIDENED, "widens access", parts);
        say(review, Kind.WEAKENED, "weakens protection", parts);
        say(review, Kind.BREAKING, "breaks callers", parts);
        say(review, Kind.ESTATE, "moves the deployment", parts);
        say(review, Kind.FORGOTTEN, "leaves unmanaged", parts);
        say(review, Kind.PRIVILEGE, "grants more", parts);
        if (!review.of(Kind.BEGINS).isEmpty()) {
            parts.add("starts from an empty state");
        }
        if (parts.isEmpty()) {
            parts.add("changes no route's authorization and loses nothing");
        }
        if (!review.of(Kind.UNKNOWN).isEmpty()) {
            parts.add(review.of(Kind.UNKNOWN).size() + " not known before apply");
        }
        return String.join("; ", parts) + " (" + counts(review) + ")";
    }

    private static void lost(Review review, List<String> parts) {
        List<Remark> losses = review.of(Kind.LOSS);
        if (losses.isEmpty()) {
            return;
        }
        boolean blocked = losses.stream().map(Remark::finding).anyMatch(Finding::blocks);
        parts.add((blocked ? "BLOCKED, loses " : "loses, acknowledged, ") + named(losses));
    }

    private static void say(Review review, Kind kind, String words, List<String> parts) {
        List<Remark> remarks = review.of(kind);
        if (!remarks.isEmpty()) {
            parts.add(words + ": " + named(remarks));
        }
    }

    /** Each subject once, with what becomes of it. */
    private static String named(List<Remark> remarks) {
        Map<String, Set<String>> subjects = new LinkedHashMap<>();
        for (Remark remark : remarks) {
            Set<String> briefs = subjects.computeIfAbsent(remark.finding().subject(), subject -> new LinkedHashSet<>());
            if (!remark.brief().isEmpty()) {
                briefs.add(remark.brief());
            }
        }
        List<String> first = subjects.entrySet().stream()
                .limit(NAMED)
                .map(one -> "`" + one.getKey() + "`"
                        + (one.getValue().isEmpty() ? "" : " (" + String.join(", ", one.getValue()) + ")"))
                .toList();
        int more = subjects.size() - first.size();
        return String.join(", ", first) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String counts(Review review) {
        return review.added() + " to add, " + review.changed() + " to change, " + review.destroyed() + " to destroy"
                + (review.forgotten() == 0 ? "" : ", " + review.forgotten() + " to forget");
    }
}
