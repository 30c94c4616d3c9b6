package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.PersonAttribute;
import dev.tollgate.gateway.token.PoolPeople;
import java.util.List;
import java.util.SortedMap;

/** Which attributes people may have, and who may write them. */
final class AttributeRules {

    /** What people get codes at; a phone comes before a mail. */
    static final List<String> ADDRESSES = List.of("phone_number", "email");

    private final PoolPeople people;

    AttributeRules(PoolPeople people) {
        this.people = people;
    }

    /** Which address {@code name} is, of those that people sign in with. */
    String address(String name) {
        boolean phone = name.startsWith("+") && people.usernameAttributes().contains("phone_number");
        return phone || !people.usernameAttributes().contains("email") ? "phone_number" : "email";
    }

    static boolean isAddress(String attribute, String text) {
        return attribute.equals("email") ? text.matches("[^@\\s]+@[^@\\s]+") : text.matches("\\+[0-9]{4,15}");
    }

    void requireShape(SortedMap<String, String> attributes) throws CognitoRefusal {
        for (String attribute : attributes.keySet()) {
            boolean isKnown = PersonAttribute.isStandard(attribute)
                    || ADDRESSES.stream().anyMatch(address -> attribute.equals(address + "_verified"))
                    || people.attribute(attribute).isPresent();
            if (!isKnown) {
                throw CognitoRefusal.parameter("Attributes did not conform to the schema: Type for attribute {"
                        + attribute + "} could not be determined");
            }
            boolean isWrong = (attribute.equals("email") || attribute.equals("phone_number"))
                    && !isAddress(attribute, attributes.get(attribute));
            if (isWrong) {
                throw CognitoRefusal.parameter(
                        attribute.equals("email") ? "Invalid email address format." : "Invalid phone number format.");
            }
        }
    }

    void requireAttributes(PoolAccount account) throws CognitoRefusal {
        for (PersonAttribute attribute : people.attributes()) {
            if (attribute.required() && !account.attributes().containsKey(attribute.name())) {
                throw CognitoRefusal.parameter("Attributes did not conform to the schema: " + attribute.name()
                        + ": The attribute is required");
            }
        }
    }

    static void requireWritable(LocalClient client, SortedMap<String, String> attributes) throws CognitoRefusal {
        for (String attribute : attributes.keySet()) {
            if (attribute.endsWith("_verified") || !client.pages().writes(attribute)) {
                throw CognitoRefusal.notAuthorized("A client attempted to write unauthorized attribute");
            }
        }
    }

    void requireMutable(PoolAccount account, SortedMap<String, String> given) throws CognitoRefusal {
        for (String attribute : given.keySet()) {
            boolean fixed =
                    people.attribute(attribute).filter(one -> !one.mutable()).isPresent();
            if (fixed && account.attributes().containsKey(attribute)) {
                throw CognitoRefusal.parameter("user." + attribute + ": Attribute cannot be updated.");
            }
        }
    }

    /** Required attributes that {@code account} lacks, as the challenge for a new password lists them. */
    String missing(PoolAccount account) {
        ArrayNode missing = JsonNodeFactory.instance.arrayNode();
        people.attributes().stream()
                .filter(PersonAttribute::required)
                .filter(attribute -> !account.attributes().containsKey(attribute.name()))
                .forEach(attribute -> missing.add("userAttributes." + attribute.name()));
        return missing.toString();
    }
}
