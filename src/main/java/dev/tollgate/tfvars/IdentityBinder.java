package dev.tollgate.tfvars;

import dev.tollgate.model.AppClient;
import dev.tollgate.model.Authorizer;
import dev.tollgate.model.ResourceServer;
import dev.tollgate.model.UserPool;
import java.util.List;
import java.util.Optional;

/** Makes the records of who issues tokens and who may ask for them. */
record IdentityBinder(Problems problems) {

    UserPool userPool(Fields pool) {
        Optional<String> ssmPrefix = pool.text("ssm_prefix");
        Optional<String> domainPrefix = pool.text("domain_prefix");
        switch (pool.word("source")) {
            case "ssm" -> {
                if (ssmPrefix.isEmpty()) {
                    problems.missing(pool, "ssm_prefix", "`source = \"ssm\"` reads the pool from");
                }
                problems.unused(
                        pool, "the pool is made by another environment", List.of("id", "name", "domain_prefix"));
                return new UserPool.Published(ssmPrefix.orElse(""));
            }
            case "existing" -> {
                if (pool.text("id").isEmpty()) {
                    problems.missing(pool, "id", "names the pool with `source = \"existing\"`");
                }
                problems.unused(pool, "the pool is there already", List.of("name", "ssm_prefix"));
                return new UserPool.Existing(pool.word("id"), domainPrefix);
            }
            default -> {
                problems.unused(pool, "the pool is made here, and AWS gives the id", List.of("id"));
                return new UserPool.Created(
                        ssmPrefix,
                        domainPrefix,
                        pool.truth("deletion_protection"),
                        pool.truth("self_sign_up"),
                        pool.word("mfa"));
            }
        }
    }

    ResourceServer resourceServer(Fields server) {
        return new ResourceServer(
                server.name(), List.copyOf(server.textMap("scopes").keySet()));
    }

    AppClient client(Fields client) {
        List<String> oauthFlows = client.texts("oauth_flows");
        return new AppClient(
                client.name(),
                oauthFlows,
                client.texts("auth_flows"),
                client.texts("scopes"),
                client.bool("secret").orElse(oauthFlows.contains("client_credentials")),
                client.texts("callback_urls"),
                client.texts("logout_urls"),
                client.whole("access_token_minutes"),
                client.whole("id_token_minutes"),
                client.whole("refresh_token_days"));
    }

    Authorizer authorizer(Fields authorizer) {
        Optional<Authorizer.ExternalIssuer> external = authorizer
                .text("issuer")
                .map(issuer -> new Authorizer.ExternalIssuer(issuer, authorizer.texts("audience")));
        if (external.isPresent() && external.get().audience().isEmpty()) {
            problems.missing(authorizer, "audience", "says whom the issuer's tokens must be meant for");
        }
        if (external.isEmpty() && !authorizer.texts("audience").isEmpty()) {
            problems.missing(authorizer, "issuer", "`audience` belongs to; a user pool's audience is its clients");
        }
        return new Authorizer(authorizer.text("name"), external, authorizer.number("ttl"));
    }
}
