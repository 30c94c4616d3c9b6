package dev.tollgate.tfvars;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.ClientSession;
import dev.tollgate.model.DefaultAuthorizer;
import dev.tollgate.model.ResourceServer;
import dev.tollgate.model.UserPool;
import dev.tollgate.schema.AuthorizerKeys;
import dev.tollgate.schema.ClientKeys;
import dev.tollgate.schema.ResourceServerKeys;
import dev.tollgate.schema.UserPoolKeys;
import java.util.List;
import java.util.Optional;

/** Makes the records of who issues tokens and who may ask for them. */
record IdentityBinder(Problems problems) {

    UserPool userPool(Fields pool) {
        Optional<String> ssmPrefix = pool.text(UserPoolKeys.SSM_PREFIX);
        Optional<String> domainPrefix = pool.text(UserPoolKeys.DOMAIN_PREFIX);
        switch (pool.word(UserPoolKeys.SOURCE)) {
            case "ssm" -> {
                if (ssmPrefix.isEmpty()) {
                    problems.missing(pool, UserPoolKeys.SSM_PREFIX, "`source = \"ssm\"` reads the pool from");
                }
                problems.unused(
                        pool,
                        "the pool is made by another environment",
                        List.of(UserPoolKeys.ID, UserPoolKeys.NAME, UserPoolKeys.DOMAIN_PREFIX));
                problems.unused(pool, "the pool is made by another environment", PeopleBinder.KEYS);
                return new UserPool.Published(ssmPrefix.orElse(""));
            }
            case "existing" -> {
                if (pool.text(UserPoolKeys.ID).isEmpty()) {
                    problems.missing(pool, UserPoolKeys.ID, "names the pool with `source = \"existing\"`");
                }
                problems.unused(pool, "the pool exists", List.of(UserPoolKeys.NAME, UserPoolKeys.SSM_PREFIX));
                problems.unused(pool, "the pool exists", PeopleBinder.KEYS);
                return new UserPool.Existing(pool.word(UserPoolKeys.ID), domainPrefix);
            }
            default -> {
                problems.unused(pool, "the pool is made here, and AWS gives the id", List.of(UserPoolKeys.ID));
                return new UserPool.Created(
                        ssmPrefix,
                        domainPrefix,
                        pool.truth(UserPoolKeys.DELETION_PROTECTION),
                        pool.truth(UserPoolKeys.SELF_SIGN_UP),
                        pool.word(UserPoolKeys.MFA),
                        new PeopleBinder(problems).people(pool));
            }
        }
    }

    ResourceServer resourceServer(Fields server) {
        return new ResourceServer(
                server.name(),
                List.copyOf(server.textMap(ResourceServerKeys.SCOPES).keySet()));
    }

    AppClient client(Fields client) {
        List<String> oauthFlows = client.texts(ClientKeys.OAUTH_FLOWS);
        return new AppClient(
                client.name(),
                oauthFlows,
                client.texts(ClientKeys.AUTH_FLOWS),
                client.texts(ClientKeys.SCOPES),
                client.bool(ClientKeys.SECRET).orElse(oauthFlows.contains("client_credentials")),
                client.texts(ClientKeys.CALLBACK_URLS),
                client.texts(ClientKeys.LOGOUT_URLS),
                client.whole(ClientKeys.ACCESS_TOKEN_MINUTES),
                client.whole(ClientKeys.ID_TOKEN_MINUTES),
                client.whole(ClientKeys.REFRESH_TOKEN_DAYS),
                session(client));
    }

    private ClientSession session(Fields client) {
        boolean rotates = client.truth(ClientKeys.ROTATE_REFRESH_TOKENS);
        if (!rotates) {
            problems.unused(
                    client,
                    "`" + ClientKeys.ROTATE_REFRESH_TOKENS + "` is not set",
                    List.of(ClientKeys.ROTATION_GRACE_SECONDS));
        }
        client.text(ClientKeys.DEFAULT_REDIRECT_URL)
                .filter(url -> !client.texts(ClientKeys.CALLBACK_URLS).contains(url))
                .ifPresent(url -> {
                    KeyPath path = client.path().child(ClientKeys.DEFAULT_REDIRECT_URL.word());
                    problems.report(
                            "conflicting-keys",
                            path,
                            "`" + path + "` is `" + url + "`, which is not among `" + ClientKeys.CALLBACK_URLS + "`",
                            "add it there, or name one of them");
                });
        return new ClientSession(
                client.texts(ClientKeys.IDENTITY_PROVIDERS),
                client.texts(ClientKeys.READ),
                client.texts(ClientKeys.WRITE),
                client.text(ClientKeys.DEFAULT_REDIRECT_URL),
                client.whole(ClientKeys.SESSION_MINUTES),
                rotates,
                client.whole(ClientKeys.ROTATION_GRACE_SECONDS));
    }

    DefaultAuthorizer authorizer(Fields authorizer) {
        Optional<DefaultAuthorizer.ExternalIssuer> external = authorizer
                .text(AuthorizerKeys.ISSUER)
                .map(issuer -> new DefaultAuthorizer.ExternalIssuer(issuer, authorizer.texts(AuthorizerKeys.AUDIENCE)));
        if (external.isPresent() && external.get().audience().isEmpty()) {
            problems.missing(authorizer, AuthorizerKeys.AUDIENCE, "says whom the issuer's tokens must be meant for");
        }
        if (external.isEmpty() && !authorizer.texts(AuthorizerKeys.AUDIENCE).isEmpty()) {
            problems.missing(
                    authorizer, AuthorizerKeys.ISSUER, "`audience` belongs to; a user pool's audience is its clients");
        }
        return new DefaultAuthorizer(
                authorizer.text(AuthorizerKeys.NAME), external, authorizer.number(AuthorizerKeys.TTL));
    }
}
