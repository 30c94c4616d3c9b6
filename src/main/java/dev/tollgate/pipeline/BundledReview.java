package dev.tollgate.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.finding.UserError;
import dev.tollgate.review.Kind;
import dev.tollgate.review.Review;
import dev.tollgate.review.ReviewData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The review in a bundle: as it is written, and how another one differs from it. */
final class BundledReview {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What somebody changed at AWS in the meantime and the plan does not touch is nobody's deed here. */
    private static final String UNHEEDED = Kind.DRIFT.name().toLowerCase(Locale.ROOT);

    private BundledReview() {}

    static byte[] of(Review review) {
        try {
            String text = JSON.writeValueAsString(ReviewData.of(review)).replace(System.lineSeparator(), "\n");
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain data always has a JSON form", e);
        }
    }

    /** What {@code now} says and {@code reviewed} did not, and the other way round, one sentence each. */
    static List<String> differences(byte[] reviewed, byte[] now) {
        JsonNode then = read(reviewed);
        JsonNode today = read(now);
        if (then.equals(today)) {
            return List.of();
        }
        List<String> differences = new ArrayList<>();
        SortedMap<String, String> before = said(then);
        SortedMap<String, String> after = said(today);
        TreeSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        for (String one : all) {
            if (!before.containsKey(one)) {
                differences.add("the review that was read does not say: " + one + after.get(one));
            } else if (!after.containsKey(one)) {
                differences.add("the review that was read says, and now it is not so: " + one + before.get(one));
            } else if (!before.get(one).equals(after.get(one))) {
                differences.add("the review that was read says of `" + one + "`:" + before.get(one) + ", and now it is:"
                        + after.get(one));
            }
        }
        return differences.isEmpty() ? List.of("the review that was read is another than this plan's") : differences;
    }

    private static SortedMap<String, String> said(JsonNode review) {
        SortedMap<String, String> said = new TreeMap<>();
        review.path("remarks")
                .forEach(remark -> said.put(
                        remark.path("message").asText(),
                        remark.has("suppressed")
                                ? " (acknowledged: " + remark.path("suppressed").asText() + ")"
                                : ""));
        review.path("routes")
                .forEach(route -> said.put(
                        route.path("route").asText() + " of "
                                + route.path("api").asText(),
                        " " + route.path("before").asText() + " → "
                                + route.path("after").asText()));
        return said;
    }

    private static JsonNode read(byte[] review) {
        try {
            JsonNode read = JSON.readTree(review);
            if (read instanceof ObjectNode object) {
                for (Iterator<JsonNode> remarks = object.path("remarks").iterator(); remarks.hasNext(); ) {
                    if (remarks.next().path("kind").asText().equals(UNHEEDED)) {
                        remarks.remove();
                    }
                }
            }
            return read;
        } catch (IOException e) {
            throw new UserError(UserError.Exit.ENVIRONMENT, "the bundle's review cannot be read", "plan again", e);
        }
    }
}
