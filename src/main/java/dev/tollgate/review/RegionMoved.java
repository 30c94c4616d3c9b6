package dev.tollgate.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Nothing moves with the region: what is in the old one leaves the state, and goes on being called and paid for. */
final class RegionMoved {

    static final ReviewRule RULE = new ReviewRule(
            "region-moved", Kind.ESTATE, "the plan looks in another region than the state does", RegionMoved::judge);

    private RegionMoved() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        SortedMap<String, List<Gone>> behind = new TreeMap<>();
        for (Gone gone : comparison.gone().values()) {
            Estate.leftBehind(comparison, gone).ifPresent(then -> behind.computeIfAbsent(then, key -> new ArrayList<>())
                    .add(gone));
        }
        behind.forEach((then, gone) -> {
            Optional<String> now = Estate.region(comparison, gone.get(0).address());
            report.say(
                    "region",
                    "a second copy is created in `" + now.orElse("") + "`: " + gone.size() + " of what is in `" + then
                            + "` leave the state and stay in AWS, unmanaged, and every URL changes",
                    "set the region back to `" + then + "` and destroy what is there first; or keep it, and describe"
                            + " the new one in an environment file of its own, with a state of its own");
        });
    }
}
