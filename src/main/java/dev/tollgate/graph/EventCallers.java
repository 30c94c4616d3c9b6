package dev.tollgate.graph;

import dev.tollgate.surface.CalledFunction;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;

/** What calls functions beside APIs and pools: the clock, topics, queues and streams. */
final class EventCallers {

    private static final String TABLE = "aws_dynamodb_table";

    /**
     * One of them.
     *
     * @param key the same for the same thing, and as {@link FunctionAccess} has it where a role reads it
     * @param function what it calls
     */
    private record Caller(String key, String caption, String name, List<String> lines, Resource function) {}

    private final Infrastructure infrastructure;
    private final AccessWording wording;
    private final List<Caller> callers = new ArrayList<>();

    EventCallers(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
        this.wording = new AccessWording(infrastructure);
        infrastructure.ofType("aws_scheduler_schedule").forEach(this::schedule);
        infrastructure.ofType("aws_sns_topic_subscription").forEach(this::topic);
        infrastructure.ofType("aws_lambda_event_source_mapping").forEach(this::source);
    }

    private void schedule(Resource schedule) {
        List<String> lines = new ArrayList<>(List.of(wording.text(schedule.get("schedule_expression"))));
        Value zone = infrastructure.resolve(schedule.get("schedule_expression_timezone"));
        if (!zone.isUnset() && !zone.is("UTC")) {
            lines.add(wording.text(zone));
        }
        add(
                schedule.address(),
                "schedule",
                wording.name(schedule, "name"),
                lines,
                schedule.get("target").get("arn"));
    }

    private void topic(Resource subscription) {
        if (infrastructure.resolve(subscription.get("protocol")).is("lambda")) {
            source(subscription.get("topic_arn"), "topic", subscription.get("endpoint"));
        }
    }

    private void source(Resource mapping) {
        Value source = mapping.get("event_source_arn");
        boolean isQueue = wording.text(source).contains(":sqs:")
                || infrastructure.follow(source, "aws_sqs_queue") instanceof ReferenceTarget.To;
        source(source, isQueue ? "queue" : "stream", mapping.get("function_name"));
    }

    private void source(Value source, String caption, Value function) {
        if (infrastructure.follow(source) instanceof ReferenceTarget.To to) {
            String address = to.resource().address();
            // A table that a function uses is one thing, and its stream, which calls the function, another.
            add(
                    to.resource().is(TABLE) ? caption + " " + address : address,
                    caption,
                    wording.name(to.resource(), "name"),
                    List.of(),
                    function);
            return;
        }
        String[] parts = wording.text(source).split(":", 6);
        String name = parts[parts.length - 1];
        add(
                parts.length == 6 ? parts[2] + " " + name : name,
                caption,
                name.replaceFirst("^(?:stream|table)/([^/]+).*", "$1"),
                List.of(),
                function);
    }

    private void add(String key, String caption, String name, List<String> lines, Value called) {
        if (infrastructure.follow(called, "aws_lambda_function", "aws_lambda_alias") instanceof ReferenceTarget.To to) {
            callers.add(new Caller(
                    key,
                    caption,
                    name,
                    lines,
                    CalledFunction.of(infrastructure, to.resource()).function()));
        }
    }

    /** Whether what {@link FunctionAccess} knows by {@code key} calls {@code function}: then it reads that for it. */
    boolean call(Resource function, String key) {
        return callers.stream()
                .anyMatch(
                        caller -> caller.key().equals(key) && caller.function().isSame(function));
    }

    /** Adds them, and what they call. */
    void add(GraphBuilder graph, Backends backends) {
        for (Caller caller : callers) {
            String from = graph.node(
                    caller.key(), Node.Kind.CALLER, Tone.PLAIN, caller.caption(), caller.name(), caller.lines());
            graph.edge(from, backends.function(graph, caller.function()), Tone.PLAIN, "");
        }
    }
}
