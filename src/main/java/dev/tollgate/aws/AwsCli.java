package dev.tollgate.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/** Asks AWS through its own command line; only what reads. */
public final class AwsCli {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Programs programs;
    private final String region;

    public AwsCli(Programs programs, String region) {
        this.programs = programs;
        this.region = region;
    }

    /** What AWS answered, or why it did not. */
    public sealed interface Answer {

        /** AWS's own answer. */
        record Given(JsonNode json) implements Answer {}

        /** AWS, or its command line, did not answer. */
        record Refused(String why) implements Answer {

            /** Whether AWS did answer: what was asked for is not there. */
            public boolean isNotFound() {
                return why.contains("(NotFoundException)");
            }
        }
    }

    public String region() {
        return region;
    }

    /** Asks {@code service} for {@code operation}, one that reads. */
    public Answer ask(String service, String operation, String... arguments) {
        if (!operation.matches("(get|describe|list)-.*")) {
            throw new IllegalArgumentException("not a read-only call: " + operation);
        }
        List<String> words = new ArrayList<>(List.of(service, operation));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--region", region, "--output", "json"));
        words.addAll(List.of("--cli-connect-timeout", "5", "--cli-read-timeout", "10"));
        Outcome outcome = programs.run("aws", words.toArray(String[]::new));
        if (outcome instanceof Outcome.Ended ended) {
            return ended.exit() == 0 ? parsed(ended.out()) : new Answer.Refused(ended.complaint());
        }
        if (outcome instanceof Outcome.TooSlow slow) {
            return new Answer.Refused("no answer in " + slow.seconds() + " s");
        }
        return new Answer.Refused(
                outcome instanceof Outcome.Unstartable unstartable ? unstartable.why() : "`aws` is not on PATH");
    }

    private static Answer parsed(String out) {
        try {
            return new Answer.Given(JSON.readTree(out.isBlank() ? "{}" : out));
        } catch (JsonProcessingException e) {
            return new Answer.Refused("no JSON: " + out.lines().findFirst().orElse(""));
        }
    }
}
