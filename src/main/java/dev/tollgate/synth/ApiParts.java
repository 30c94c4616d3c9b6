package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.cloudwatch_log_group.CloudwatchLogGroupConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.LogGroups;
import dev.tollgate.schema.AccessLogKeys;
import dev.tollgate.schema.EnvironmentKeys;
import java.util.List;

/** What both kinds of API are made with in the same way. */
final class ApiParts {

    private static final KeyPath SOURCE = KeyPath.of("access_log");

    private ApiParts() {}

    /**
     * The log of every request; its name and address are the same for both kinds. AWS writes each group that it
     * delivers logs to into one resource policy of the account, which has room for some dozen, but those below
     * {@code /aws/vendedlogs/}. A stack that has a group of another name keeps it, and what is in it, until the
     * environment's own name changes.
     */
    static Element accessLog(Elements elements) {
        String name = Variable.of(EnvironmentKeys.NAME).text();
        Memory named = elements.add(SOURCE, Memory.ofLatest("access_log", name));
        return elements.add(SOURCE, "access_log", logGroup(LogGroups.access(name)))
                .keeping("name")
                .replacedWith(named.address());
    }

    /** A log group that keeps entries as long as the file says. */
    static CloudwatchLogGroupConfig logGroup(String name) {
        return CloudwatchLogGroupConfig.builder()
                .name(name)
                .retentionInDays(Variable.of(EnvironmentKeys.ACCESS_LOG, AccessLogKeys.RETENTION_DAYS)
                        .number())
                .build();
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
