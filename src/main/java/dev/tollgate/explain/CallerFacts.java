package dev.tollgate.explain;

import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.model.RouteKey;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Denial;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What callers and functions notice of the kind of API, and when. From AWS's documentation and published captures, as
 * of 2026-11-21; a line is shown only for environments that it is about.
 */
record CallerFacts(String subject, String rest, String http, Predicate<Environment> when) {

    static final List<CallerFacts> ALL = List.of(
            new CallerFacts(
                    "base URL",
                    "https://ID.execute-api.REGION.amazonaws.com/STAGE: the stage is part of every URL",
                    "https://ID.execute-api.REGION.amazonaws.com: another ID, and no stage in the URL while it is `$default`",
                    environment -> environment.apiDomain().isEmpty()),
            new CallerFacts(
                    "payload",
                    "functions get payload 1.0: `httpMethod`, `resource`, `multiValueHeaders`; headers as they were sent",
                    "functions get payload 2.0: `routeKey`, `rawPath`, `requestContext.http`; headers in lower case, joined "
                            + "by commas, cookies apart",
                    environment -> true),
            new CallerFacts(
                    "answers of functions",
                    "an object with `statusCode` and a string `body`; anything else is 502 `Internal server error`",
                    "an object with `statusCode`, or plain JSON, which becomes a 200; an error is 500 `Internal Server Error`",
                    environment -> true),
            new CallerFacts(
                    "claims",
                    "`requestContext.authorizer.claims`; times as text (`Sun Dec 17 07:28:12 UTC 2017`)",
                    "`requestContext.authorizer.jwt.claims`; times as digits (`1513494492`); lists as `[a b]`",
                    environment -> !environment.securedRoutes().isEmpty()),
            new CallerFacts(
                    "tokens of routes without scopes",
                    "ID tokens only; an access token is " + rest(Denial.ACCESS_TOKEN),
                    "ID tokens and access tokens both, of every client in the file",
                    environment -> environment.securedRoutes().stream()
                            .anyMatch(route -> route.authorization().scopes().isEmpty())),
            new CallerFacts(
                    "token without the scope",
                    rest(Denial.NO_SCOPE) + " `{\"message\":\"Unauthorized\"}`",
                    http(Denial.NO_SCOPE) + " `{\"message\":\"Forbidden\"}`",
                    environment -> environment.securedRoutes().stream()
                            .anyMatch(route -> !route.authorization().scopes().isEmpty())),
            new CallerFacts(
                    "clients of the same pool that the file does not name",
                    "let in with the right scope: the audience is not checked",
                    "refused with " + http(Denial.OTHER_AUDIENCE) + ": the audience is the file's clients",
                    environment -> environment.sharesUserPool()
                            && !environment.securedRoutes().isEmpty()),
            new CallerFacts(
                    "refusals",
                    "`x-amzn-ErrorType` says why; an expired token is told `The incoming token has expired`",
                    "`www-authenticate` says why; every refused token is told `Unauthorized`",
                    environment -> !environment.securedRoutes().isEmpty()),
            new CallerFacts(
                    "unknown path or method",
                    "403 `{\"message\":\"Missing Authentication Token\"}`",
                    "404 `{\"message\":\"Not Found\"}`",
                    environment -> true),
            new CallerFacts(
                    "CORS",
                    "preflights and refusals are answered by API Gateway; functions send `Access-Control-Allow-Origin` "
                            + "themselves; with several origins a refusal names the first",
                    "API Gateway answers preflights and adds the headers to what functions answer; theirs are ignored",
                    environment -> environment.cors().isPresent()),
            new CallerFacts(
                    "slow functions",
                    "504 `Endpoint request timed out` after 29 s",
                    "503 `Service Unavailable` after 30 s",
                    environment -> true),
            new CallerFacts(
                    "changes",
                    "a stage serves what was last deployed; Terraform deploys again when the definition changes",
                    "every change is live at once",
                    environment -> true),
            new CallerFacts(
                    "route order",
                    "a path without the method is 403, also where `{proxy+}` would match",
                    "where the method is missing, a greedier route with it is taken",
                    environment -> environment.routes().stream()
                            .anyMatch(route -> route.key().path().contains("+}"))));

    Change change(ApiKind from) {
        return new Change(subject, from == ApiKind.REST ? rest : http, from == ApiKind.REST ? http : rest);
    }

    private static int rest(Denial denial) {
        return denial.statuses(Api.Kind.REST).get(0);
    }

    private static int http(Denial denial) {
        return denial.statuses(Api.Kind.HTTP).get(0);
    }

    /** The stage that {@code environment} has after the switch, where its file leaves it to the kind. */
    static Optional<Change> stage(Environment environment, ApiKind to) {
        if (environment.written(EnvironmentKeys.STAGE).isPresent()) {
            return Optional.empty();
        }
        String then = to == ApiKind.HTTP ? RouteKey.DEFAULT : environment.id();
        return Optional.of(new Change("stage", "`" + environment.stage() + "`", "`" + then + "`"));
    }
}
