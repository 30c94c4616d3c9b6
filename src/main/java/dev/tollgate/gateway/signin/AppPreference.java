package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Whether somebody's authenticator app is asked for: {@code SetUserMFAPreference}, and the administrators' same. */
final class AppPreference {

    private AppPreference() {}

    /** {@code account} as {@code input} wants it. */
    static PoolAccount of(Input input, PoolAccount account) throws CognitoRefusal {
        JsonNode app = input.member("SoftwareTokenMfaSettings");
        if (app.path("Enabled").asBoolean(false) && account.appSecret().isEmpty()) {
            throw CognitoRefusal.parameter("User has not verified software token mfa");
        }
        return app.has("Enabled") && !app.path("Enabled").asBoolean() ? account.withApp(Optional.empty()) : account;
    }
}
