package dev.tollgate.review;

import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What protected something protects it less; the reverse is said too, as {@link #STRENGTHENED}. */
final class Weakened {

    static final ReviewRule STRENGTHENED = new ReviewRule(
            "strengthened", Kind.STRENGTHENED, "something is protected more than before", Weakened::judgeReverse);

    /** Callers have to bring more than before. */
    static final ReviewRule PERIMETER_CLOSED = new ReviewRule(
            "perimeter-closed",
            Kind.BREAKING,
            "callers have to bring an API key, a client certificate or a place that a policy lets in",
            Weakened::judgePerimeter,
            "more required");

    private Weakened() {}

    /** The rule that speaks of {@code protection}. */
    static ReviewRule rule(Protection protection) {
        return new ReviewRule(
                protection.id(),
                protection.kind(),
                protection.title(),
                (comparison, report) -> judge(protection, comparison, report),
                protection.brief());
    }

    private static void judge(Protection protection, Comparison comparison, ReviewReport report) {
        for (Pair pair : Pair.of(comparison, protection.types().toArray(String[]::new))) {
            List<String> weaker = changes(protection, pair, Way.FORWARD);
            if (!weaker.isEmpty()) {
                Value after = protection.settings().get(0).in(pair.after());
                report.sayBriefly(
                        pair.address(),
                        protection.brief().replace("%s", after.text().orElse("off")),
                        "`" + pair.address() + "`" + Losses.named(pair.before().values()) + ": "
                                + String.join("; ", weaker) + ": " + protection.harm(),
                        protection.keep());
            }
            for (Setting setting : protection.settings()) {
                if (cannotTell(setting, pair)) {
                    report.undecided(
                            pair.address(), "what `" + setting.name() + "` of `" + pair.address() + "` becomes");
                }
            }
        }
    }

    /** Something protects before, and what comes after it is written somewhere and not known. */
    private static boolean cannotTell(Setting setting, Pair pair) {
        Value after = setting.in(pair.after());
        return after instanceof Value.Unknown
                && !after.isLeftToProvider()
                && !setting.in(pair.before()).isAbsent()
                && setting.isLooser(setting.in(pair.before()), after).isEmpty();
    }

    private static void judgeReverse(Comparison comparison, ReviewReport report) {
        reverse(comparison, report, Kind.WEAKENED, "nothing to do; the setting protects more");
    }

    private static void judgePerimeter(Comparison comparison, ReviewReport report) {
        reverse(comparison, report, Kind.WIDENED, "tell callers first");
    }

    private static void reverse(Comparison comparison, ReviewReport report, Kind kind, String hint) {
        for (Protection protection : Protection.ALL) {
            if (protection.kind() != kind) {
                continue;
            }
            for (Pair pair : Pair.of(comparison, protection.types().toArray(String[]::new))) {
                List<String> tighter = changes(protection, pair, Way.BACK);
                if (!tighter.isEmpty()) {
                    report.say(
                            pair.address(),
                            "`" + pair.address() + "`"
                                    + Losses.named(pair.before().values()) + ": " + String.join("; ", tighter),
                            hint);
                }
            }
        }
    }

    /** What of {@code protection} is looser at the end of {@code way} than at its beginning, each in words. */
    private static List<String> changes(Protection protection, Pair pair, Way way) {
        List<String> found = new ArrayList<>();
        for (Setting setting : protection.settings()) {
            Value before = setting.in(pair.before());
            Value after = setting.in(pair.after());
            Optional<Boolean> holds =
                    way == Way.FORWARD ? setting.isLooser(before, after) : setting.isLooser(after, before);
            if (holds.orElse(false)) {
                found.add("`" + setting.name() + "` goes from " + shown(before) + " to " + shown(after));
            }
        }
        return found;
    }

    private enum Way {
        FORWARD,
        BACK
    }

    private static String shown(Value value) {
        String text = AttributeChange.shown(value);
        return text.equals("nothing") || text.equals("[]") || text.isEmpty() ? "nothing" : "`" + text + "`";
    }
}
