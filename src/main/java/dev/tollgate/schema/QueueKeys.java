package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.bool;
import static dev.tollgate.schema.Draft.number;

/** The keys of an entry of {@code functions.<name>.queues}. */
public enum QueueKeys implements Key {
    BATCH_SIZE(number().byDefault(10)
            .within(EventLimits.BATCH_SIZE)
            .about(
                    "how many messages a call gets at most; more than 10 need a `batch_window`, and of a FIFO queue there"
                            + " are 10")),
    BATCH_WINDOW(number().byDefault(0)
            .within(EventLimits.BATCH_WINDOW)
            .about("how long messages are gathered for a call, in seconds; a FIFO queue has none")),
    PARTIAL_BATCH_RESPONSE(
            bool().byDefault(false)
                    .about(
                            "whether the function answers which messages failed (`batchItemFailures`), and only those come again")),
    MAX_CONCURRENCY(number().within(EventLimits.MAX_CONCURRENCY)
            .about("how many calls the queue makes at once; as many as Lambda has when absent"));

    private final Attribute attribute;

    QueueKeys(Draft draft) {
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
