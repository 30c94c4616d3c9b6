package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Value;
import java.util.stream.Stream;

/** Data tracing writes whole requests into the log: tokens, passwords, and what people send. */
final class DataTraceLogging {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "data-trace-logging", Severity.ERROR, "whole requests and responses in the log", DataTraceLogging::judge);

    private static final String ATTRIBUTE = "data_trace_enabled";

    private DataTraceLogging() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        Stream.concat(StageSettings.rest(infrastructure).stream(), StageSettings.http(infrastructure).stream())
                .forEach(settings -> judge(infrastructure, settings, report));
    }

    private static void judge(Infrastructure infrastructure, StageSettings settings, TerraformReport report) {
        Value traced = infrastructure.resolve(settings.argument(ATTRIBUTE));
        Place place = settings.place(ATTRIBUTE);
        if (report.knows(place, traced) && traced.is("true")) {
            report.error(
                    place,
                    "`" + settings.resource().address() + "` logs whole requests and responses, tokens among them",
                    "set `" + ATTRIBUTE + " = false`");
        }
    }
}
