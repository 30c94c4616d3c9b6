package dev.tollgate.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What calls a function beside the API and the user pool.
 *
 * @param schedules the names of its schedules
 * @param topics the ARNs of topics that send it what is published
 * @param queues the queues that it empties
 * @param streams the streams that it reads
 */
public record EventSources(List<String> schedules, List<String> topics, List<Queue> queues, List<Stream> streams) {

    /** What an ARN calls a topic, a queue, a stream or a table. */
    private static final Pattern NAMED = Pattern.compile("arn:.*?[:/]([^:/]+)(/stream/.*)?");

    /** Nothing does. */
    public static final EventSources NONE = new EventSources(List.of(), List.of(), List.of(), List.of());

    public EventSources {
        schedules = List.copyOf(schedules);
        topics = List.copyOf(topics);
        queues = List.copyOf(queues);
        streams = List.copyOf(streams);
    }

    /** The ARNs of its queues. */
    public List<String> queueArns() {
        return queues.stream().map(Queue::arn).toList();
    }

    /** The tables and ARNs of its streams. */
    public List<String> streamSources() {
        return streams.stream().map(Stream::source).toList();
    }

    /** The tables of the environment whose streams it reads. */
    public List<String> tables() {
        return streams.stream().filter(Stream::isOfTable).map(Stream::source).toList();
    }

    public boolean isEmpty() {
        return schedules.isEmpty() && topics.isEmpty() && queues.isEmpty() && streams.isEmpty();
    }

    /** What the thing of this ARN, or the table of this name, is called in Terraform, after the function's name. */
    public static String label(String arn) {
        Matcher named = NAMED.matcher(arn);
        return Label.ofKey((named.matches() ? named.group(1) : arn).replace('.', '_'));
    }

    /**
     * A queue that Lambda empties for the function.
     *
     * @param batchWindow how many seconds messages are gathered for a call
     * @param partialResponse whether the function answers which messages failed
     * @param maxConcurrency how many calls the queue makes at once
     */
    public record Queue(
            String arn, int batchSize, int batchWindow, boolean partialResponse, Optional<Integer> maxConcurrency) {

        /** Whether its messages keep their order. */
        public boolean isFifo() {
            return arn.endsWith(".fifo");
        }
    }

    /**
     * A stream that Lambda reads for the function.
     *
     * @param source a table of the environment, or the ARN of a stream
     * @param retryAttempts how often a batch that failed is tried again; until it expires where absent
     * @param bisects whether it is tried again in halves
     * @param onFailure the ARN of what is told of records that were given up
     */
    public record Stream(
            String source,
            String startingPosition,
            int batchSize,
            int batchWindow,
            Optional<Integer> retryAttempts,
            boolean bisects,
            boolean partialResponse,
            Optional<String> onFailure) {

        /** Whether a table of the environment has it. */
        public boolean isOfTable() {
            return !source.startsWith("arn:");
        }
    }
}
