package dev.tollgate.check.rule;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import java.util.List;
import java.util.stream.Stream;

/** Stages of both kinds of API, which write access logs. */
final class AccessLogs {

    static final String BLOCK = "access_log_settings";
    static final String FORMAT = "format";

    private AccessLogs() {}

    static List<Resource> stages(Infrastructure infrastructure) {
        return Stream.of("aws_api_gateway_stage", "aws_apigatewayv2_stage")
                .flatMap(type -> infrastructure.ofType(type).stream())
                .toList();
    }
}
