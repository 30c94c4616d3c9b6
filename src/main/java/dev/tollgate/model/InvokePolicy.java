package dev.tollgate.model;

import java.util.stream.Collectors;

/**
 * The resource policy that lets API Gateway call a function. AWS keeps at most 20 KB of it and does not raise that:
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 *
 * @param routes how many routes call the function
 * @param bytes how large the policy is with a statement for each of them
 */
public record InvokePolicy(int routes, int bytes) {

    private static final int LARGEST = 20 * 1024;
    private static final String ENVELOPE = "{\"Version\":\"2012-10-17\",\"Id\":\"default\",\"Statement\":[]}";

    /** The policy that {@code environment}'s routes ask for at {@code function}. */
    public static InvokePolicy of(Environment environment, LambdaFunction function) {
        int routes = 0;
        int bytes = ENVELOPE.length();
        for (Route route : environment.routes()) {
            if (route.target().calls(function.id())) {
                routes++;
                bytes += statement(environment, function, route).length() + 1;
            }
        }
        return new InvokePolicy(routes, bytes);
    }

    /**
     * Whether each route has a statement of its own. Statements are replaced by adding the new one first, so half of
     * what AWS keeps is the most that can always be changed; beyond it one statement lets the whole API call.
     */
    public boolean namesEachRoute() {
        return bytes <= LARGEST / 2;
    }

    /**
     * Whether it is large enough that another edit may change {@link #namesEachRoute}: from some 15 routes on. An edit
     * that adds or removes more than some 40 routes of one function at once is not prepared for.
     */
    public boolean mayTurn() {
        return bytes > LARGEST / 8;
    }

    /** The statement as Lambda keeps it; account and API ids have a fixed length. */
    private static String statement(Environment environment, LambdaFunction function, Route route) {
        String api = environment.region() + ":123456789012:";
        return "{\"Sid\":\"tollgate-0123456789abcdef\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                + "\"apigateway.amazonaws.com\"},\"Action\":\"lambda:InvokeFunction\",\"Resource\":\"arn:aws:lambda:"
                + api + "function:" + environment.nameOf(function) + function.qualifier()
                + "\",\"Condition\":{\"ArnLike\":{\"AWS:SourceArn\":\"arn:aws:execute-api:" + api + "a1b2c3d4e5/"
                + environment.stage() + "/" + resource(route.key()) + "\"}}}";
    }

    /** {@code key} as an execution ARN ends; a parameter may be anything, and so may {@code ANY} method. */
    public static String resource(RouteKey key) {
        if (key.isDefault()) {
            return RouteKey.DEFAULT;
        }
        return (key.method().equals("ANY") ? "*" : key.method())
                + key.segments().stream()
                        .map(segment -> segment.startsWith("{") ? "*" : segment)
                        .collect(Collectors.joining("/", "/", ""));
    }
}
