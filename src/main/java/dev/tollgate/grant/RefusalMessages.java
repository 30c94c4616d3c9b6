package dev.tollgate.grant;

import java.net.URI;
import java.util.List;

/**
 * Explains refused token requests. Repeats only known texts of Cognito: the server was sent a secret, and could send it
 * back.
 */
final class RefusalMessages {

    private RefusalMessages() {}

    /** https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html */
    static Grant ofEndpoint(GrantClient client, List<String> scopes, URI endpoint, Exchange.Answer answer) {
        String name = "`" + client.name() + "`";
        return switch (answer.body().path("error").asText("")) {
            case "invalid_scope" ->
                new Grant.Refused(
                        "`invalid_scope`: client " + name + " may not have "
                                + (scopes.isEmpty() ? "any scope" : quoted(scopes)),
                        client.scopes().isEmpty()
                                ? "it has no scopes: give it some, under `scopes` of the client"
                                : "it has " + quoted(client.scopes())
                                        + "; ask for one of these, or add the scope to `scopes` of the client");
            case "invalid_client" ->
                new Grant.Refused(
                        "`invalid_client`: the pool has no client " + name + " with this id and secret",
                        client.secret().isEmpty()
                                ? "it has no secret, which `client_credentials` needs: " + otherwise(client)
                                : "the running API is not this stack: serve or deploy it again");
            case "unauthorized_client" ->
                new Grant.Refused(
                        "`unauthorized_client`: client " + name + " may not use `client_credentials`",
                        otherwise(client));
            case "invalid_grant" ->
                new Grant.Refused("`invalid_grant`: OAuth is not enabled for client " + name, otherwise(client));
            default -> unexpected(endpoint, answer);
        };
    }

    /** Of whoever signed in on the pages. */
    static Grant ofCode(GrantClient client, TokenKind kind, URI endpoint, Exchange.Answer answer) {
        if (answer.status() == 200 && kind == TokenKind.ID) {
            return new Grant.Refused(
                    "client `" + client.name() + "` gets no ID token", "add `openid` to `scopes` of the client");
        }
        return switch (answer.body().path("error").asText("")) {
            case "invalid_grant" ->
                new Grant.Refused(
                        "`invalid_grant`: the code was used already, is too old, or its owner may not sign in",
                        "sign in again: a code is good once, for five minutes");
            case "invalid_client", "unauthorized_client", "invalid_scope" ->
                ofEndpoint(client, List.of(), endpoint, answer);
            default -> unexpected(endpoint, answer);
        };
    }

    private static String otherwise(GrantClient client) {
        return client.signIn() != PersonFlow.NONE
                ? "people sign in to it: `--user NAME`"
                : "add `client_credentials` to `oauth_flows` of the client, or name another";
    }

    /** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html */
    static Grant ofCognito(GrantClient client, String user, URI cognito, Exchange.Answer answer) {
        String type = answer.body().path("__type").asText("");
        String name = "`" + client.name() + "`";
        String challenge = answer.body().path("ChallengeName").asText("");
        if (challenge.matches("[A-Z_]{1,40}")) {
            return new Grant.Refused(
                    "Cognito asks `" + user + "` for `" + challenge + "` first",
                    "sign in once in a browser, or use a user without that challenge");
        }
        return switch (type.substring(type.lastIndexOf('#') + 1)) {
            case "NotAuthorizedException", "UserNotFoundException" ->
                new Grant.Refused(
                        "`" + user + "` cannot sign in to client " + name + ": unknown, or the password is wrong",
                        "`tollgate serve` has the users of `--user` and `--users`; a deployed pool has its own");
            case "UserNotConfirmedException", "PasswordResetRequiredException" ->
                new Grant.Refused(
                        "`" + user + "` is not confirmed, or has to choose a new password",
                        "confirm them, or set a permanent password, in the pool");
            case "InvalidParameterException" ->
                new Grant.Refused(
                        "client " + name + " takes neither `USER_SRP_AUTH` nor `USER_PASSWORD_AUTH`",
                        "add `USER_SRP` to `auth_flows` of the client"
                                + (client.scopes().isEmpty() ? "" : ", or leave `--user` out"));
            case "ResourceNotFoundException" ->
                new Grant.Refused(
                        "the pool has no client " + name + " with this id",
                        "the running API is not this stack: serve or deploy it again");
            case "TooManyRequestsException" ->
                new Grant.Refused("Cognito throttled the request", "wait a moment, and ask again");
            default -> unexpected(cognito, answer);
        };
    }

    private static Grant unexpected(URI address, Exchange.Answer answer) {
        return new Grant.Refused(
                "`" + address + "` answered with status " + answer.status() + " and no token",
                answer.status() == 404
                        ? "another stack is served there: serve this one, or name its address with `--target`"
                        : "is it the address of a token endpoint?");
    }

    private static String quoted(List<String> scopes) {
        return "`" + String.join("`, `", scopes) + "`";
    }
}
