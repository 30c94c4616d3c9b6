package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.cloudwatch_log_group.CloudwatchLogGroupConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.schema.AccessLogKeys;
import dev.tollgate.schema.EnvironmentKeys;
import java.util.List;

/** What both kinds of API are made with in the same way. */
final class ApiParts {

    private ApiParts() {}

    /** The log of every request; its name and address are the same for both kinds. */
    static Element accessLog(Elements elements) {
        return elements.add(
                KeyPath.of("access_log"),
                "access_log",
                CloudwatchLogGroupConfig.builder()
                        .name("/aws/apigateway/"
                                + Variable.of(EnvironmentKeys.NAME).text())
                        .retentionInDays(Variable.of(EnvironmentKeys.ACCESS_LOG, AccessLogKeys.RETENTION_DAYS)
                                .number())
                        .build());
    }

    /** A log format of one JSON object a line, {@code fields} in pairs of name and value. */
    static String logFormat(List<String> fields) {
        StringBuilder format = new StringBuilder("{");
        for (int i = 0; i < fields.size(); i += 2) {
            format.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(fields.get(i))
                    .append("\":\"")
                    .append(fields.get(i + 1))
                    .append('"');
        }
        return format.append('}').toString();
    }
}
