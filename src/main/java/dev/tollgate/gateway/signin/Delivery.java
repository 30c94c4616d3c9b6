package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where a code went. */
record Delivery(String attribute, String destination) {

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("AttributeName", attribute)
                .put("DeliveryMedium", attribute.equals("email") ? "EMAIL" : "SMS")
                .put("Destination", masked());
    }

    /** {@code a***@e***}. */
    String masked() {
        if (!attribute.equals("email")) {
            return "+" + "*".repeat(Math.max(0, destination.length() - 5))
                    + destination.substring(Math.max(0, destination.length() - 4));
        }
        int at = destination.indexOf('@');
        return at < 1 || at == destination.length() - 1
                ? "***"
                : destination.charAt(0) + "***@" + destination.charAt(at + 1) + "***";
    }
}
