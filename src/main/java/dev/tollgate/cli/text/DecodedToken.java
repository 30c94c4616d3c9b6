package dev.tollgate.cli.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.site.Openings;
import dev.tollgate.gateway.token.Jwt;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Prints a token. Its content is untrusted: anyone can have written it. */
public record DecodedToken(
        Jwt.Decoded jwt, Optional<String> client, Optional<Openings.Judgement> judgement, Instant now) {

    private static final List<String> TIMES = List.of("exp", "nbf", "iat", "auth_time");
    /** From here on a year has five digits. */
    private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_799L);

    private static final String NO_ENVIRONMENT = "no stack is named with -e, --dir or --plan-json";

    public String text() {
        StringBuilder text = new StringBuilder("header\n");
        text.append(members(jwt.header())).append("claims\n");
        text.append(members(jwt.claims().json()));
        client.ifPresent(
                name -> text.append("client ").append(Text.printable(name)).append('\n'));
        groups().forEach(group -> text.append("group ")
                .append(Text.printable(group))
                .append(": no authorizer looks at it, your function can\n"));
        text.append(signature()).append(": ").append(Text.printable(note())).append('\n');
        judgement.ifPresent(judged -> text.append('\n').append(Text.table(rows(judged.openings()))));
        return text.toString();
    }

    /** A user pool's groups, on which somebody may count in vain. */
    private List<String> groups() {
        return jwt.claims().texts("cognito:groups");
    }

    private String members(ObjectNode object) {
        int width = object.properties().stream()
                .mapToInt(member -> Text.printable(member.getKey()).length())
                .filter(length -> length <= 24)
                .max()
                .orElse(0);
        StringBuilder lines = new StringBuilder();
        object.properties().forEach(member -> {
            String name = Text.printable(member.getKey());
            lines.append("  ")
                    .append(name)
                    .append(" ".repeat(Math.max(0, width - name.length())))
                    .append("  ")
                    .append(Text.printable(value(member.getKey(), member.getValue())))
                    .append('\n');
        });
        return lines.toString();
    }

    private String value(String name, JsonNode value) {
        String written = value.isTextual() ? value.textValue() : value.toString();
        return time(name, value).map(time -> time + ", " + distance(time)).orElse(written);
    }

    private static Optional<Instant> time(String name, JsonNode value) {
        boolean sane = TIMES.contains(name)
                && value.isNumber()
                && value.decimalValue().signum() >= 0
                && value.decimalValue().compareTo(LATEST) <= 0;
        return sane ? Optional.of(Instant.ofEpochSecond(value.decimalValue().longValue())) : Optional.empty();
    }

    private String distance(Instant time) {
        long seconds = Duration.between(now, time).toSeconds();
        String length = length(Math.abs(seconds));
        return seconds < 0 ? length + " ago" : "in " + length;
    }

    private static String length(long seconds) {
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 120 * 60) {
            return seconds / 60 + " min";
        }
        return seconds < 48 * 3600 ? seconds / 3600 + " h" : seconds / 86_400 + " days";
    }

    private String signature() {
        return judgement
                .map(judged -> switch (judged.signature()) {
                    case GOOD -> "signature checked";
                    case WRONG -> "signature refused";
                    case NOT_CHECKED -> "signature not checked";
                })
                .orElse("signature not checked");
    }

    private String note() {
        return judgement.map(Openings.Judgement::note).orElse(NO_ENVIRONMENT);
    }

    private static List<List<String>> rows(List<Openings.Opening> openings) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ROUTE", "OPENS", "WHY"));
        openings.forEach(one -> rows.add(List.of(one.route(), one.opens() ? "yes" : "no, " + one.status(), one.why())));
        return rows;
    }

    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("header", jwt.header());
        data.put("claims", jwt.claims().json());
        client.ifPresent(name -> data.put("client", name));
        Map<String, Object> times = new LinkedHashMap<>();
        TIMES.forEach(
                name -> time(name, jwt.claims().json().path(name)).ifPresent(time -> times.put(name, time.toString())));
        data.put("times", times);
        if (!groups().isEmpty()) {
            data.put("groups", groups());
        }
        data.put(
                "signature",
                judgement
                        .map(judged -> judged.signature().name().toLowerCase(Locale.ROOT))
                        .orElse("not_checked"));
        data.put("note", note());
        judgement.ifPresent(judged -> data.put(
                "routes", judged.openings().stream().map(DecodedToken::data).toList()));
        return data;
    }

    private static Map<String, Object> data(Openings.Opening opening) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("route", opening.route());
        data.put("opens", opening.opens());
        if (!opening.opens()) {
            data.put("status", opening.status());
        }
        data.put("why", opening.why());
        return data;
    }
}
