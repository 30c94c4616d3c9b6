package dev.tollgate.model;

/** The names of the log groups that an API writes to. */
public final class LogGroups {

    private static final String EXECUTION = "API-Gateway-Execution-Logs_";

    private LogGroups() {}

    /** The access log of the environment called {@code name}. */
    public static String access(String name) {
        return "/aws/vendedlogs/apigateway/" + name;
    }

    /** The execution log of a REST API's stage: API Gateway makes it with its first entry where it is not there. */
    public static String execution(String apiId, String stage) {
        return EXECUTION + apiId + "/" + stage;
    }
}
