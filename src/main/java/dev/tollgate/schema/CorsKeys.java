package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.bool;
import static dev.tollgate.schema.Draft.number;
import static dev.tollgate.schema.Draft.strings;

/** The keys of {@code cors}. */
public enum CorsKeys implements Key {
    ALLOW_ORIGINS(strings().mandatory().about("origins of pages that may call, `https://app.example.com`")),
    ALLOW_METHODS(strings().mandatory().within(AwsLimits.CORS_METHODS).about("methods they may use")),
    ALLOW_HEADERS(strings().emptyByDefault().within(AwsLimits.CORS_HEADERS).about("headers they may send")),
    EXPOSE_HEADERS(strings().emptyByDefault().within(AwsLimits.CORS_HEADERS).about("headers they may read")),
    MAX_AGE(number().byDefault(3600).within(AwsLimits.MAX_AGE).about("seconds a browser keeps the answer")),
    ALLOW_CREDENTIALS(bool().byDefault(false).about("whether cookies may be sent"));

    private final Attribute attribute;

    CorsKeys(Draft draft) {
        attribute = draft.of(this);
    }

    @Override
    public Attribute attribute() {
        return attribute;
    }

    @Override
    public String toString() {
        return word();
    }
}
