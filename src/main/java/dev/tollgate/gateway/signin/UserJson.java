package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;

/** People as Cognito's API describes them. */
final class UserJson {

    private UserJson() {}

    /** The attributes that {@code shown} lets be seen; the {@code sub} always. */
    static void attributes(ArrayNode list, PoolAccount account, Predicate<String> shown) {
        list.addObject().put("Name", "sub").put("Value", account.subject());
        account.attributes().forEach((name, value) -> {
            if (shown.test(name)) {
                list.addObject().put("Name", name).put("Value", value);
            }
        });
    }

    static void factors(ObjectNode answer) {
        answer.put("PreferredMfaSetting", "SOFTWARE_TOKEN_MFA");
        answer.putArray("UserMFASettingList").add("SOFTWARE_TOKEN_MFA");
    }

    /** Somebody as those see them who administer the pool; {@code attributes} is what the list is called. */
    static ObjectNode of(PoolAccount account, String attributes) {
        ObjectNode user = JsonNodeFactory.instance
                .objectNode()
                .put("Username", account.name())
                .put("UserStatus", account.status().name())
                .put("Enabled", account.enabled())
                .put("UserCreateDate", account.created().getEpochSecond())
                .put("UserLastModifiedDate", account.modified().getEpochSecond());
        attributes(user.putArray(attributes), account, name -> true);
        return user;
    }
}
