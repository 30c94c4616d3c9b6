package dev.tollgate.review;

import dev.tollgate.finding.format.Plain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A review as plain data, for JSON. Its keys are a contract. */
public final class ReviewData {

    private ReviewData() {}

    /** The whole review. */
    public static Map<String, Object> of(Review review) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("subject", review.subject());
        data.put("verdict", Verdict.of(review));
        data.put("blocked", review.blocked());
        data.put("routes", review.routes().stream().map(ReviewData::route).toList());
        data.put("remarks", remarks(review));
        data.put(
                "resources",
                review.resources().stream().map(ReviewData::resource).toList());
        data.put("outside", review.outside());
        return data;
    }

    private static Map<String, Object> route(RouteChange change) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("api", change.api());
        data.put("route", change.key());
        data.put("before", Cells.before(change));
        data.put("after", Cells.after(change));
        data.put("changed", change.changesAccess());
        return data;
    }

    private static List<Map<String, Object>> remarks(Review review) {
        List<Map<String, Object>> findings = Plain.of(review.findings());
        List<Map<String, Object>> remarks = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("kind", review.remarks().get(i).kind().name().toLowerCase(Locale.ROOT));
            data.putAll(findings.get(i));
            remarks.add(data);
        }
        return remarks;
    }

    private static Map<String, Object> resource(ResourceLine line) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("address", line.address());
        data.put("action", ReviewText.word(line.action()));
        data.put("changes", line.changes());
        if (!line.own().isEmpty()) {
            data.put("own", line.own());
        }
        return data;
    }
}
