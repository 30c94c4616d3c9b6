package dev.tollgate.quotes;

import java.math.BigDecimal;
import java.util.Map;

/** Run with {@code java -ea}, as lambdas/run-tests does: a function without libraries is tested without any. */
final class QuotesTest {

    public static void main(String[] args) {
        addsTheTax("19.99", "{\"net\":19.99,\"vat\":3.80,\"gross\":23.79}");
        addsTheTax("7", "{\"net\":7.00,\"vat\":1.33,\"gross\":8.33}");
        addsTheTax("0.02", "{\"net\":0.02,\"vat\":0.00,\"gross\":0.02}");
        for (String wrong : new String[] {"", "-1", "1.999", "1e3", "ten", "12345678901"}) {
            refuses(Map.of("pathParameters", Map.of("net", wrong)));
        }
        refuses(Map.of());
        System.out.println("quotes: ok");
    }

    private static void addsTheTax(String net, String body) {
        Map<String, Object> answer =
                new Quotes(new BigDecimal(19)).handle(Map.of("pathParameters", Map.of("net", net)));
        assert answer.get("statusCode").equals(200) : answer;
        assert answer.get("body").equals(body) : answer;
    }

    private static void refuses(Map<String, Object> event) {
        Map<String, Object> answer = new Quotes(new BigDecimal(19)).handle(event);
        assert answer.get("statusCode").equals(400) : event + " " + answer;
    }
}
