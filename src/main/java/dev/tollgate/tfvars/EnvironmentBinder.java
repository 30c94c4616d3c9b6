package dev.tollgate.tfvars;

import dev.tollgate.model.AccessLog;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Cors;
import dev.tollgate.model.CustomDomain;
import dev.tollgate.model.Environment;
import dev.tollgate.model.RouteKey;
import dev.tollgate.model.StateBackend;
import dev.tollgate.model.Suppression;
import dev.tollgate.schema.Limit;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;

/** Makes the Environment of a file's values, defaults filled in. */
record EnvironmentBinder(Problems problems) {

    /** {@code inputs} are the values before defaults were filled in. */
    Environment bind(String id, Fields file, SortedMap<String, Object> inputs) {
        IdentityBinder identity = new IdentityBinder(problems);
        FunctionBinder functions = new FunctionBinder(problems);
        RouteBinder routes = new RouteBinder(problems);
        ApiKind kind = ApiKind.of(file.word("api_type"));
        return new Environment(
                id,
                file.word("name"),
                file.word("region"),
                kind,
                file.text("stage").orElse(kind == ApiKind.HTTP ? RouteKey.DEFAULT : id),
                file.object("user_pool").map(identity::userPool),
                file.each("resource_servers", identity::resourceServer),
                file.each("clients", identity::client),
                identity.authorizer(file.object("authorizer").orElseThrow()),
                file.each("functions", functions::function),
                file.each("tables", functions::table),
                file.each("routes", routes::route).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                file.object("cors").map(EnvironmentBinder::cors),
                file.object("custom_domain").map(EnvironmentBinder::customDomain),
                file.has("throttle"),
                accessLog(file.object("access_log").orElseThrow()),
                file.object("state").map(EnvironmentBinder::state),
                file.items("suppress", EnvironmentBinder::suppression),
                inputs);
    }

    private static Suppression suppression(Fields suppression) {
        return new Suppression(
                suppression.word("rule"),
                suppression.word("subject"),
                suppression.word("reason"),
                suppression.text("expires").filter(Limit.Day::isDay).map(LocalDate::parse));
    }

    private static Cors cors(Fields cors) {
        return new Cors(
                cors.texts("allow_origins"),
                cors.texts("allow_methods"),
                cors.texts("allow_headers"),
                cors.texts("expose_headers"),
                cors.whole("max_age"),
                cors.truth("allow_credentials"));
    }

    private static CustomDomain customDomain(Fields domain) {
        return new CustomDomain(
                domain.word("zone"),
                domain.text("api"),
                domain.text("auth"),
                domain.texts("certificate_names"),
                domain.truth("apex_placeholder"));
    }

    private static AccessLog accessLog(Fields log) {
        return new AccessLog(
                log.whole("retention_days"), log.word("level"), log.truth("metrics"), log.bool("account_role"));
    }

    private static StateBackend state(Fields state) {
        return new StateBackend(
                state.word("bucket"),
                state.word("key"),
                state.word("region"),
                state.truth("use_lockfile"),
                state.text("dynamodb_table"),
                state.text("kms_key_id"));
    }
}
