package dev.tollgate.model;

import java.util.Locale;

/** How a REST API's routes are described to API Gateway. */
public enum Definition {
    /** A resource of Terraform's for each path, method and integration. */
    RESOURCES,
    /** One OpenAPI document, the API's {@code body}. */
    OPENAPI;

    /** The word in the environment file: {@code openapi}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The definition that {@code word} names; one of the schema's words. */
    public static Definition of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
