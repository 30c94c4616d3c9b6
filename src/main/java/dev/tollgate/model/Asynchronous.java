package dev.tollgate.model;

import java.util.Optional;

/**
 * What becomes of the calls whose callers do not wait.
 *
 * @param onSuccess the ARN of what gets the answers
 * @param onFailure the ARN of what gets the events that failed every time
 * @param maxEventAge how many seconds an event waits for its turn at most
 * @param retryAttempts how often one that failed is tried again
 */
public record Asynchronous(Optional<String> onSuccess, Optional<String> onFailure, int maxEventAge, int retryAttempts) {

    /** What sends to the thing that {@code arn} names. */
    public static String sending(String arn) {
        if (arn.contains(":sqs:")) {
            return "sqs:SendMessage";
        }
        if (arn.contains(":sns:")) {
            return "sns:Publish";
        }
        return arn.contains(":events:") ? "events:PutEvents" : "lambda:InvokeFunction";
    }
}
