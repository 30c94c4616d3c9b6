package dev.tollgate.review;

import dev.tollgate.surface.Access;
import dev.tollgate.surface.Scopes;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a changed demand does to callers. A token needs any one of a route's scopes: one more lets more callers in, one
 * less keeps some out, and with the last one gone every token that the authorizer accepts is let in.
 *
 * @param opened anyone may call what required something
 * @param closed something is required where anyone could call
 * @param freed scopes were required, and none is any more
 * @param bound no scope was required, and now one is
 * @param accepted scopes that are enough and were not
 * @param refused scopes that were enough and are not
 * @param swapped another kind of proof is required, or another authorizer judges it
 * @param unknown why it is not known, where it cannot
 */
record AccessShift(
        boolean opened,
        boolean closed,
        boolean freed,
        boolean bound,
        SortedSet<String> accepted,
        SortedSet<String> refused,
        boolean swapped,
        Optional<String> unknown) {

    private static final SortedSet<String> NOTHING = Collections.emptySortedSet();
    private static final AccessShift SAME =
            new AccessShift(false, false, false, false, NOTHING, NOTHING, false, Optional.empty());

    static AccessShift of(RouteChange change) {
        if (change.accessBefore().isEmpty() || change.accessAfter().isEmpty()) {
            return SAME;
        }
        return between(change.accessBefore().get(), change.accessAfter().get());
    }

    private static AccessShift between(Access before, Access after) {
        Optional<String> because = after.unknown().or(before::unknown);
        if (because.isPresent()) {
            return unknown(because.get());
        }
        boolean wasOpen = before.isOpen();
        boolean isOpen = after.isOpen();
        if (wasOpen || isOpen) {
            return new AccessShift(
                    isOpen && !wasOpen, wasOpen && !isOpen, false, false, NOTHING, NOTHING, false, Optional.empty());
        }
        Required left = Required.of(before);
        Required right = Required.of(after);
        boolean swapped =
                !left.kind().equals(right.kind()) || !left.authorizer().equals(right.authorizer());
        return scopes(left.scopes(), right.scopes(), swapped);
    }

    private static AccessShift scopes(Scopes before, Scopes after, boolean swapped) {
        boolean certain = before.certain() && after.certain();
        boolean freed = !before.names().isEmpty() && after.isNone();
        boolean bound = before.isNone() && !after.names().isEmpty();
        boolean compare = !freed && !bound;
        return new AccessShift(
                false,
                false,
                freed,
                bound,
                compare && before.certain() ? without(after, before) : NOTHING,
                compare && after.certain() ? without(before, after) : NOTHING,
                swapped,
                certain || before.equals(after) ? Optional.empty() : Optional.of("its scopes are not all known"));
    }

    private static SortedSet<String> without(Scopes scopes, Scopes others) {
        TreeSet<String> left = new TreeSet<>(scopes.names());
        left.removeAll(others.names());
        return left;
    }

    private static AccessShift unknown(String because) {
        return new AccessShift(false, false, false, false, NOTHING, NOTHING, false, Optional.of(because));
    }
}
