package dev.tollgate.review;

import dev.tollgate.terraform.Value;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that a review says and that somebody accepts.
 *
 * @param rule what is accepted; empty for the loss of {@code subject}, however it comes about
 * @param subject an address or a route, as the remark names it, or the address of what it is a part of
 */
public record AcceptedRemark(Optional<String> rule, String subject, String reason) {

    /** That {@code address} is lost. */
    public static AcceptedRemark ofLoss(String address, String reason) {
        return new AcceptedRemark(Optional.empty(), address, reason);
    }

    /** What the environment file's {@code suppress} accepts on {@code today}, as a plan of it carries its keys. */
    public static List<AcceptedRemark> in(Value variables, LocalDate today) {
        List<AcceptedRemark> found = new ArrayList<>();
        for (Value entry : variables.get("suppress").items()) {
            Optional<String> rule = entry.get("rule").text();
            Optional<String> subject = entry.get("subject").text();
            Optional<String> reason = entry.get("reason").text().filter(text -> !text.isBlank());
            if (rule.isPresent() && subject.isPresent() && reason.isPresent() && holds(entry.get("expires"), today)) {
                found.add(new AcceptedRemark(rule, subject.get(), reason.get()));
            }
        }
        return found;
    }

    private static boolean holds(Value expires, LocalDate today) {
        if (expires.isAbsent()) {
            return true;
        }
        try {
            return !LocalDate.parse(expires.text().orElse("")).isBefore(today);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Whether it accepts {@code remark}. What AWS refuses, nobody can accept. */
    boolean accepts(Remark remark) {
        boolean isMeant = rule.map(remark.finding().rule()::equals).orElse(remark.kind() == Kind.LOSS);
        return isMeant
                && remark.kind() != Kind.REFUSED
                && (subject.equals(remark.finding().subject())
                        || remark.within().filter(subject::equals).isPresent());
    }
}
