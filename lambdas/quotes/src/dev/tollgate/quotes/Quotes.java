package dev.tollgate.quotes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;

/** What something costs with VAT. Lambda calls it by name: it needs no library of AWS, and so no build tool. */
public final class Quotes {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,2})?");

    private final BigDecimal rate;

    /** With the rate of the environment, in percent. */
    public Quotes() {
        this(new BigDecimal(System.getenv().getOrDefault("VAT_PERCENT", "0")));
    }

    Quotes(BigDecimal rate) {
        this.rate = rate;
    }

    /** Answers {@code GET /quotes/{net}} of an HTTP API. */
    public Map<String, Object> handle(Map<String, Object> event) {
        String net = event.get("pathParameters") instanceof Map<?, ?> path ? String.valueOf(path.get("net")) : "";
        if (!AMOUNT.matcher(net).matches()) {
            return answer(400, "{\"message\":\"an amount such as 19.99\"}");
        }
        BigDecimal amount = new BigDecimal(net).setScale(2, RoundingMode.UNNECESSARY);
        BigDecimal vat = amount.multiply(rate).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        return answer(200, "{\"net\":" + amount + ",\"vat\":" + vat + ",\"gross\":" + amount.add(vat) + "}");
    }

    private static Map<String, Object> answer(int status, String body) {
        return Map.of("statusCode", status, "headers", Map.of("content-type", "application/json"), "body", body);
    }
}
