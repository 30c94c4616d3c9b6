package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;

/** Logs of REST and WebSocket APIs need a role that is set once an account and region; without it apply fails. */
final class LoggingWithoutAccountRole {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "logging-without-account-role",
                    Severity.WARNING,
                    "REST logs without the account's role for them",
                    LoggingWithoutAccountRole::judge)
            .andOfFile(LoggingWithoutAccountRoleInFile::judge)
            .needing("access_log");

    private static final String LEVEL = "logging_level";
    private static final String HINT =
            "add one `aws_api_gateway_account` per account and region, or suppress this and say where it is created";

    private LoggingWithoutAccountRole() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        if (!infrastructure.ofType("aws_api_gateway_account").isEmpty()) {
            return;
        }
        for (Api api : surface.apis()) {
            if (api.kind() == Api.Kind.REST) {
                logs(infrastructure, api, report).stream()
                        .findFirst()
                        .ifPresent(place -> report.warning(
                                new Place(api.resource().address(), place.path(), place.attribute()),
                                "`" + api.resource().address() + "` logs (`" + place.subject()
                                        + "`), for which the account needs a role",
                                HINT));
            }
        }
    }

    private static List<Place> logs(Infrastructure infrastructure, Api api, TerraformReport report) {
        List<Place> places = new ArrayList<>();
        for (Resource stage : api.stages()) {
            if (!stage.argument(AccessLogs.BLOCK).items().isEmpty()) {
                places.add(Place.of(stage, AccessLogs.BLOCK));
            }
        }
        for (StageSettings settings : StageSettings.rest(infrastructure)) {
            ReferenceTarget of = infrastructure.follow(settings.resource().get("rest_api_id"));
            if (of instanceof ReferenceTarget.To to && to.resource().isSame(api.resource())) {
                Value level = infrastructure.resolve(settings.argument(LEVEL));
                Place place = settings.place(LEVEL);
                if (report.knows(place, level) && !level.isAbsent() && !level.is("OFF")) {
                    places.add(place);
                }
            }
        }
        return places;
    }
}
