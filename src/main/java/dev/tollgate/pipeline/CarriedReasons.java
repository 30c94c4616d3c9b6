package dev.tollgate.pipeline;

import dev.tollgate.check.Acceptance;
import dev.tollgate.check.Place;
import dev.tollgate.finding.Location;
import dev.tollgate.model.Suppression;
import dev.tollgate.schema.AccessLogKeys;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.RouteKeys;
import dev.tollgate.schema.SuppressKeys;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an environment file accepts: its {@code suppress}, the routes that it declares as open to anyone, and a role for
 * logs that it declares to be there. What Tollgate emits carries the file's keys as variables, so that both are found
 * in it and in its plan, without the file.
 */
final class CarriedReasons {

    private static final String OPEN = "route-without-authorization";
    private static final String LEFT = "open-by-omission";
    private static final String ACCOUNT_ROLE = "logging-without-account-role";

    private final Surface surface;
    private final Location location;
    private final List<Acceptance> acceptances = new ArrayList<>();

    private CarriedReasons(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    /** The reasons in the {@code variables} of what means {@code surface}. */
    static List<Acceptance> in(Value variables, Surface surface, Location location) {
        return new CarriedReasons(surface, location)
                .read(
                        variables.get(EnvironmentKeys.ROUTES.word()),
                        variables.get(EnvironmentKeys.ACCESS_LOG.word()),
                        variables.get(EnvironmentKeys.SUPPRESS.word()));
    }

    private List<Acceptance> read(Value routes, Value accessLog, Value suppressions) {
        if (accessLog.get(AccessLogKeys.ACCOUNT_ROLE.word()).is("false")) {
            surface.apis()
                    .forEach(api -> accept(
                            ACCOUNT_ROLE,
                            api.resource().address(),
                            "`access_log.account_role = false` says that the role exists already"));
        }
        if (routes instanceof Value.Mapping declared) {
            surface.apis().forEach(api -> open(api, declared));
        }
        for (Value suppression : suppressions.items()) {
            Optional<String> rule = suppression.get(SuppressKeys.RULE.word()).text();
            Optional<String> subject =
                    suppression.get(SuppressKeys.SUBJECT.word()).text();
            Optional<String> reason =
                    suppression.get(SuppressKeys.REASON.word()).text();
            if (rule.isPresent() && subject.isPresent() && reason.isPresent()) {
                accept(rule.get(), subject.get(), reason.get());
            }
        }
        return List.copyOf(acceptances);
    }

    /** Who says of every open route why, leaves the authorizer for the next one that is not. */
    private void open(Api api, Value.Mapping declared) {
        boolean all = true;
        for (ApiRoute route : api.routes()) {
            Optional<String> reason = declared.members()
                    .getOrDefault(route.key(), Value.absent())
                    .get(RouteKeys.ANONYMOUS.word())
                    .text();
            reason.ifPresent(why -> accept(OPEN, Place.of(route).subject(), why));
            all &= reason.isPresent() || !route.access().isOpen() || route.isPreflight();
        }
        if (all) {
            api.authorizers()
                    .forEach(authorizer -> accept(
                            LEFT,
                            Place.of(authorizer.resource()).subject(),
                            "every route that is open says why it is `anonymous`"));
        }
    }

    private void accept(String rule, String subject, String reason) {
        if (!reason.isBlank()) {
            acceptances.add(new Acceptance(
                    new Suppression(rule, subject, reason, Optional.empty()), location, "file", Optional.empty()));
        }
    }
}
