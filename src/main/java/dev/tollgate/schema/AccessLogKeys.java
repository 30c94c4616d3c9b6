package dev.tollgate.schema;

import static dev.tollgate.model.ApiKind.REST;
import static dev.tollgate.schema.Draft.bool;
import static dev.tollgate.schema.Draft.number;
import static dev.tollgate.schema.Draft.string;

/** The keys of {@code access_log}. */
public enum AccessLogKeys implements Key {
    RETENTION_DAYS(number().byDefault(30)
            .changeable()
            .within(AwsLimits.RETENTION)
            .about("days the access log and the execution log are kept")),
    LEVEL(string().asksFor(Capability.of("an execution log", "log in the function", "http-api-logging.html", REST)
                    .unless("OFF"))
            .byDefault("OFF")
            .changeable()
            .within(AwsLimits.LOG_LEVEL)
            .about("execution log; bodies and tokens are never in it")),
    METRICS(bool().byDefault(false).changeable().about("metrics per route")),
    ACCOUNT_ROLE(bool().asksFor(Capability.of("the account's role for logs", "http-api-logging.html", REST))
            .about("`true` makes the role with which API Gateway writes logs, one per account and "
                    + "region; `false` says that it exists"));

    private final Attribute attribute;

    AccessLogKeys(Draft draft) {
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
