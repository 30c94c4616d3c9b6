package dev.tollgate.tfvars;

import dev.tollgate.model.AccessLog;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Cors;
import dev.tollgate.model.CustomDomain;
import dev.tollgate.model.Definition;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Renaming;
import dev.tollgate.model.RouteKey;
import dev.tollgate.model.StateBackend;
import dev.tollgate.model.Suppression;
import dev.tollgate.schema.AccessLogKeys;
import dev.tollgate.schema.CorsKeys;
import dev.tollgate.schema.CustomDomainKeys;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.Limit;
import dev.tollgate.schema.StateKeys;
import dev.tollgate.schema.SuppressKeys;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;

/** Makes the Environment of a file's values, defaults filled in. */
record EnvironmentBinder(Problems problems) {

    /** {@code inputs} are the values before defaults were filled in. */
    Environment bind(String id, Fields file, SortedMap<String, Object> inputs) {
        IdentityBinder identity = new IdentityBinder(problems);
        CodeBinder codes = new CodeBinder(
                problems,
                file.word(EnvironmentKeys.NAME),
                file.textMap(EnvironmentKeys.TAGS).size());
        FunctionBinder functions = new FunctionBinder(problems, codes);
        ApiKind kind = ApiKind.of(file.word(EnvironmentKeys.API_TYPE));
        RouteBinder routes = new RouteBinder(problems, kind);
        return new Environment(
                id,
                file.word(EnvironmentKeys.NAME),
                file.word(EnvironmentKeys.REGION),
                kind,
                file.text(EnvironmentKeys.STAGE).orElse(kind == ApiKind.HTTP ? RouteKey.DEFAULT : id),
                Definition.of(file.text(EnvironmentKeys.DEFINITION).orElse(Definition.RESOURCES.word())),
                file.object(EnvironmentKeys.USER_POOL).map(identity::userPool),
                file.each(EnvironmentKeys.RESOURCE_SERVERS, identity::resourceServer),
                file.each(EnvironmentKeys.CLIENTS, identity::client),
                identity.authorizer(file.object(EnvironmentKeys.AUTHORIZER).orElseThrow()),
                file.each(EnvironmentKeys.FUNCTIONS, functions::function),
                file.each(EnvironmentKeys.LAYERS, codes::layer),
                file.each(EnvironmentKeys.TABLES, new TableBinder(problems, file.word(EnvironmentKeys.REGION))::table),
                file.each(EnvironmentKeys.ROUTES, routes::route).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                file.object(EnvironmentKeys.CORS).map(EnvironmentBinder::cors),
                file.object(EnvironmentKeys.CUSTOM_DOMAIN).map(EnvironmentBinder::customDomain),
                file.has(EnvironmentKeys.THROTTLE),
                accessLog(file.object(EnvironmentKeys.ACCESS_LOG).orElseThrow()),
                file.object(EnvironmentKeys.STATE).map(EnvironmentBinder::state),
                file.texts(EnvironmentKeys.TERRAFORM),
                file.items(EnvironmentKeys.SUPPRESS, EnvironmentBinder::suppression),
                file.textMap(EnvironmentKeys.MOVED).entrySet().stream()
                        // A name without a section is a finding already.
                        .filter(renamed -> renamed.getKey().contains(".")
                                && renamed.getValue().contains("."))
                        .map(renamed -> Renaming.of(renamed.getKey(), renamed.getValue()))
                        .toList(),
                inputs);
    }

    private static Suppression suppression(Fields suppression) {
        return new Suppression(
                suppression.word(SuppressKeys.RULE),
                suppression.word(SuppressKeys.SUBJECT),
                suppression.word(SuppressKeys.REASON),
                suppression.text(SuppressKeys.EXPIRES).filter(Limit.Day::isDay).map(LocalDate::parse));
    }

    private static Cors cors(Fields cors) {
        return new Cors(
                cors.texts(CorsKeys.ALLOW_ORIGINS),
                cors.texts(CorsKeys.ALLOW_METHODS),
                cors.texts(CorsKeys.ALLOW_HEADERS),
                cors.texts(CorsKeys.EXPOSE_HEADERS),
                cors.whole(CorsKeys.MAX_AGE),
                cors.truth(CorsKeys.ALLOW_CREDENTIALS));
    }

    private static CustomDomain customDomain(Fields domain) {
        return new CustomDomain(
                domain.word(CustomDomainKeys.ZONE),
                domain.text(CustomDomainKeys.API),
                domain.text(CustomDomainKeys.AUTH),
                domain.texts(CustomDomainKeys.CERTIFICATE_NAMES),
                domain.truth(CustomDomainKeys.APEX_PLACEHOLDER));
    }

    private static AccessLog accessLog(Fields log) {
        return new AccessLog(
                log.whole(AccessLogKeys.RETENTION_DAYS),
                log.word(AccessLogKeys.LEVEL),
                log.truth(AccessLogKeys.METRICS),
                log.bool(AccessLogKeys.ACCOUNT_ROLE));
    }

    private static StateBackend state(Fields state) {
        return new StateBackend(
                state.word(StateKeys.BUCKET),
                state.word(StateKeys.KEY),
                state.word(StateKeys.REGION),
                state.truth(StateKeys.USE_LOCKFILE),
                state.text(StateKeys.DYNAMODB_TABLE),
                state.text(StateKeys.KMS_KEY_ID));
    }
}
