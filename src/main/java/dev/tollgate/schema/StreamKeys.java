package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.bool;
import static dev.tollgate.schema.Draft.number;
import static dev.tollgate.schema.Draft.string;

/** The keys of an entry of {@code functions.<name>.streams}. */
public enum StreamKeys implements Key {
    STARTING_POSITION(string().byDefault("TRIM_HORIZON")
            .within(EventLimits.STARTING_POSITION)
            .about("where reading begins: with the oldest record there is, or with what comes from then on, of which"
                    + " the first minutes may be missing; another one makes the mapping anew")),
    BATCH_SIZE(number().byDefault(100).within(EventLimits.BATCH_SIZE).about("how many records a call gets at most")),
    BATCH_WINDOW(number().byDefault(0)
            .within(EventLimits.BATCH_WINDOW)
            .about("how long records are gathered for a call, in seconds")),
    RETRY_ATTEMPTS(
            number().within(EventLimits.STREAM_RETRIES)
                    .about(
                            "how often a batch that failed is tried again, and all behind it waits; until it expires when absent")),
    BISECT_BATCH(bool().byDefault(false).about("whether a batch that failed is tried again in halves")),
    PARTIAL_BATCH_RESPONSE(bool().byDefault(false)
            .about("whether the function answers which record failed (`batchItemFailures`), and only from there on they"
                    + " come again")),
    ON_FAILURE(string().within(AwsLimits.DEAD_LETTER)
            .about("ARN of the queue or topic that is told which records were given up; its role may send to it then"));

    private final Attribute attribute;

    StreamKeys(Draft draft) {
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
