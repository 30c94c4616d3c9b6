package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalClient;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Brings people from elsewhere, where the pool's function knows them.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-migrate-user.html
 */
final class Migrations {

    private static final String TRIGGER = "user_migration";

    private final Accounts accounts;
    private final Directory directory;
    private final TriggerCalls triggers;
    private final Passwords passwords;

    Migrations(Accounts accounts, Directory directory, TriggerCalls triggers, Passwords passwords) {
        this.accounts = accounts;
        this.directory = directory;
        this.triggers = triggers;
        this.passwords = passwords;
    }

    /** Somebody whose password is right there. */
    Optional<PoolAccount> signingIn(LocalClient client, String username, String password, JsonNode validation)
            throws CognitoRefusal {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("password", password);
        request.set("validationData", Accounts.object(validation));
        Optional<PoolAccount> account = moved(client, username, "UserMigration_Authentication", request);
        account = account.map(known -> passwords.on(known, password));
        account.ifPresent(directory::put);
        return account;
    }

    /** Somebody who forgot their password, and chooses a new one here. */
    Optional<PoolAccount> forgetting(LocalClient client, String username) throws CognitoRefusal {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.putObject("validationData");
        Optional<PoolAccount> account = moved(client, username, "UserMigration_ForgotPassword", request);
        account.ifPresent(directory::put);
        return account;
    }

    private Optional<PoolAccount> moved(LocalClient client, String username, String source, ObjectNode request)
            throws CognitoRefusal {
        ObjectNode response = triggers.run(TRIGGER, source, client, username, request);
        if (!response.path("userAttributes").isObject()) {
            return Optional.empty();
        }
        SortedMap<String, String> attributes = Accounts.texts(response.path("userAttributes"));
        attributes.remove("username");
        PoolAccount.Status status = response.path("finalUserStatus").asText("").equals("RESET_REQUIRED")
                ? PoolAccount.Status.RESET_REQUIRED
                : PoolAccount.Status.CONFIRMED;
        return Optional.of(accounts.made(username, attributes, status));
    }
}
