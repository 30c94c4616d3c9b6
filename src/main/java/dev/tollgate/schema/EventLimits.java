package dev.tollgate.schema;

/** What AWS refuses of what calls a function beside the API, and the page that says so. Read on 2026-11-29. */
final class EventLimits {

    private static final String LAMBDA = "https://docs.aws.amazon.com/lambda/latest/";
    private static final String MAPPING = LAMBDA + "api/API_CreateEventSourceMapping.html";
    private static final String SCHEDULES =
            "https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html";
    private static final String ACCOUNT = ":[a-z0-9-]+:[0-9]{12}:";

    private static final String MINUTE = "[0-5]?[0-9]";
    private static final String HOUR = "([01]?[0-9]|2[0-3])";
    private static final String DAY = "(0?[1-9]|[12][0-9]|3[01])";
    private static final String MONTH = "(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)";
    private static final String WEEKDAY = "([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)";
    private static final String YEAR = "(19[7-9]|20[0-9]|21[0-9])[0-9]";

    static final Limit SCHEDULE = Limit.matching(
            "rate\\([1-9][0-9]{0,8} (minutes?|hours?|days?)\\)|cron\\(" + times(MINUTE) + " " + times(HOUR) + " ("
                    + times("L|LW|" + DAY + "W|" + DAY) + " " + times(MONTH) + " \\?|\\? " + times(MONTH) + " "
                    + times("L|" + WEEKDAY + "L|" + WEEKDAY + "#[1-5]|" + WEEKDAY) + ") " + times(YEAR) + "\\)",
            "`rate(15 minutes)`, or `cron(0 3 * * ? *)`: minute, hour, day of the month, month, day of the week and year,"
                    + " with `?` for one of the days",
            SCHEDULES);
    static final Limit TIME_ZONE = Limit.matching(
            "UTC|[A-Z][A-Za-z_]+(/[A-Za-z0-9_+-]+){1,2}", "`UTC`, or a time zone such as `Europe/Berlin`", SCHEDULES);

    /** Each has a statement in the function's policy of 20 KB, of which routes take a half at most. */
    static final Limit TOPICS = Limit.items(Limit.matching(
                    "arn:aws[a-z-]*:sns" + ACCOUNT + "[A-Za-z0-9_-]{1,256}",
                    "the ARN of a topic that is not FIFO, `arn:aws:sns:eu-west-1:111122223333:news`",
                    LAMBDA + "dg/with-sns.html"))
            .and(Limit.atMost(12, "topics", LAMBDA + "dg/gettingstarted-limits.html"));

    static final Limit QUEUES = Limit.keys(Limit.matching(
            "arn:aws[a-z-]*:sqs" + ACCOUNT + "[A-Za-z0-9_-]{1,80}(\\.fifo)?",
            "the ARN of a queue, `arn:aws:sqs:eu-west-1:111122223333:orders`",
            LAMBDA + "dg/with-sqs.html"));
    static final Limit BATCH_SIZE = Limit.between(1, 10_000, "records", MAPPING);
    static final Limit BATCH_WINDOW = Limit.between(0, 300, "seconds", MAPPING);
    static final Limit MAX_CONCURRENCY = Limit.between(2, 1000, "calls at once", LAMBDA + "api/API_ScalingConfig.html");

    static final Limit STREAMS = Limit.keys(Limit.matching(
            "[A-Za-z0-9_.-]{3,255}|arn:aws[a-z-]*:(dynamodb" + ACCOUNT
                    + "table/[A-Za-z0-9_.-]{3,255}/stream/[0-9T:.-]+|kinesis" + ACCOUNT
                    + "stream/[A-Za-z0-9_.-]{1,128})",
            "a table of this file, or the ARN of a stream, `arn:aws:kinesis:eu-west-1:111122223333:stream/clicks`",
            MAPPING));
    static final Limit STARTING_POSITION = Limit.oneOf(MAPPING, "LATEST", "TRIM_HORIZON");
    static final Limit STREAM_RETRIES = Limit.between(0, 10_000, "times", MAPPING);

    private static final String ASYNCHRONOUS = LAMBDA + "api/API_PutFunctionEventInvokeConfig.html";
    static final Limit DESTINATION = Limit.matching(
            "arn:aws[a-z-]*:((sqs|sns)" + ACCOUNT + "[A-Za-z0-9_-]{1,256}|lambda" + ACCOUNT
                    + "function:[A-Za-z0-9_-]{1,64}(:[A-Za-z0-9_-]{1,128})?|events" + ACCOUNT
                    + "event-bus/[A-Za-z0-9._/-]{1,256})",
            "the ARN of a queue or topic that is not FIFO, of a function or of an event bus,"
                    + " `arn:aws:sqs:eu-west-1:111122223333:lost`",
            LAMBDA + "dg/invocation-async-retain-records.html");
    static final Limit EVENT_AGE = Limit.between(60, 21_600, "seconds", ASYNCHRONOUS);
    static final Limit RETRY_ATTEMPTS = Limit.between(0, 2, "times", ASYNCHRONOUS);

    private EventLimits() {}

    /**
     * One field of {@code cron(…)}: any, or a list of values and ranges, each in steps. The condition is emitted, so
     * the value stands in it twice, not four times: a boundary keeps {@code 60} from being the list of 6 and 0.
     */
    private static String times(String value) {
        return "(\\*(/[0-9]{1,4})?|\\b(,?\\b(" + value + ")(-(" + value + "))?(/[0-9]{1,4})?)+)";
    }
}
