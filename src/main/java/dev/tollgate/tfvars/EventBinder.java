package dev.tollgate.tfvars;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.EventSources;
import dev.tollgate.schema.FunctionKeys;
import dev.tollgate.schema.Key;
import dev.tollgate.schema.QueueKeys;
import dev.tollgate.schema.StreamKeys;
import java.util.List;

/** Makes the records of what calls a function beside the API, and says what Lambda does not take together. */
record EventBinder(Problems problems) {

    /** More needs time to gather: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html. */
    private static final int SMALL_BATCH = 10;

    EventSources events(Fields function) {
        return new EventSources(
                function.each(FunctionKeys.SCHEDULES, Fields::name),
                topics(function),
                function.each(FunctionKeys.QUEUES, this::queue),
                function.each(FunctionKeys.STREAMS, EventBinder::stream));
    }

    private List<String> topics(Fields function) {
        List<String> topics = function.texts(FunctionKeys.TOPICS);
        for (int i = 0; i < topics.size(); i++) {
            if (topics.subList(0, i).contains(topics.get(i))) {
                KeyPath path = function.path().child(FunctionKeys.TOPICS.word()).child(String.valueOf(i));
                problems.report(
                        "conflicting-keys", path, "`" + path + "` is in the list already", "remove one of the two");
            }
        }
        return topics.stream().distinct().toList();
    }

    private EventSources.Queue queue(Fields fields) {
        EventSources.Queue queue = new EventSources.Queue(
                fields.name(),
                fields.whole(QueueKeys.BATCH_SIZE),
                fields.whole(QueueKeys.BATCH_WINDOW),
                fields.truth(QueueKeys.PARTIAL_BATCH_RESPONSE),
                fields.number(QueueKeys.MAX_CONCURRENCY));
        boolean isLarge = queue.batchSize() > SMALL_BATCH;
        if (queue.isFifo() && isLarge) {
            conflict(
                    fields,
                    QueueKeys.BATCH_SIZE,
                    "a FIFO queue gives at most 10 messages to a call",
                    "write 10 or less");
        }
        if (queue.isFifo() && queue.batchWindow() > 0) {
            conflict(fields, QueueKeys.BATCH_WINDOW, "a FIFO queue has none", "remove it");
        }
        if (!queue.isFifo() && isLarge && queue.batchWindow() == 0) {
            conflict(
                    fields,
                    QueueKeys.BATCH_SIZE,
                    "Lambda takes more than 10 only with a `batch_window`",
                    "add `batch_window = 1`, or write 10 or less");
        }
        return queue;
    }

    private static EventSources.Stream stream(Fields fields) {
        return new EventSources.Stream(
                fields.name(),
                fields.word(StreamKeys.STARTING_POSITION),
                fields.whole(StreamKeys.BATCH_SIZE),
                fields.whole(StreamKeys.BATCH_WINDOW),
                fields.number(StreamKeys.RETRY_ATTEMPTS),
                fields.truth(StreamKeys.BISECT_BATCH),
                fields.truth(StreamKeys.PARTIAL_BATCH_RESPONSE),
                fields.text(StreamKeys.ON_FAILURE));
    }

    private void conflict(Fields fields, Key key, String because, String hint) {
        KeyPath path = fields.path().child(key.word());
        problems.report("conflicting-keys", path, "`" + path + "` is " + fields.whole(key) + ": " + because, hint);
    }
}
