package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A part of a list: as many as {@code Limit} says, 60 at most, and a token for what follows. */
final class ListedPage {

    private static final int MOST = 60;

    private ListedPage() {}

    /**
     * The part of {@code all} that {@code input} asks for; {@code token} is the token's name, {@code list} the list's.
     */
    static ObjectNode of(Input input, String token, String list, List<ObjectNode> all) throws CognitoRefusal {
        int limit = input.member("Limit").asInt(MOST);
        if (limit < 0 || limit > MOST) {
            throw CognitoRefusal.parameter("1 validation error detected: Value '" + limit
                    + "' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 60");
        }
        String from = input.text(token).orElse("0");
        if (!from.matches("[0-9]{1,6}") || Integer.parseInt(from) > all.size()) {
            throw CognitoRefusal.parameter("Invalid pagination token");
        }
        int begin = Integer.parseInt(from);
        int end = Math.min(all.size(), begin + (limit == 0 ? MOST : limit));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        all.subList(begin, end).forEach(answer.putArray(list)::add);
        if (end < all.size()) {
            answer.put(token, String.valueOf(end));
        }
        return answer;
    }
}
