package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.SignedIn;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What people do with their own account, once they are signed in: each operation takes their access token. */
final class SelfOperations {

    private final LocalPool pool;
    private final AccessTokens tokens;
    private final Accounts accounts;
    private final Directory directory;
    private final SignInSteps signIn;
    private final Sessions sessions;
    private final BrowserSessions browsers;
    private final Clock clock;
    private final SecureRandom random;
    /** Secrets of apps that were not verified yet, by {@code sub}. */
    private final Map<String, String> unverified = new HashMap<>();

    SelfOperations(
            LocalPool pool,
            AccessTokens tokens,
            Accounts accounts,
            Directory directory,
            SignInSteps signIn,
            Sessions sessions,
            BrowserSessions browsers,
            Clock clock,
            SecureRandom random) {
        this.pool = pool;
        this.tokens = tokens;
        this.accounts = accounts;
        this.directory = directory;
        this.signIn = signIn;
        this.sessions = sessions;
        this.browsers = browsers;
        this.clock = clock;
        this.random = random;
    }

    /** What somebody does with their own account. */
    private interface Own {
        ObjectNode of(Input input, PoolAccount account, LocalClient client) throws CognitoRefusal;
    }

    Map<String, Operation> all() {
        SortedMap<String, Operation> all = new TreeMap<>();
        all.put("GetUser", own(this::get));
        all.put("UpdateUserAttributes", own(this::update));
        all.put("DeleteUserAttributes", own(this::deleteAttributes));
        all.put("GetUserAttributeVerificationCode", own(this::sendCode));
        all.put("VerifyUserAttribute", own(this::verify));
        all.put("ChangePassword", own(this::changePassword));
        all.put("SetUserMFAPreference", own(this::prefer));
        all.put("GlobalSignOut", own((input, account, client) -> signOut(account)));
        all.put("DeleteUser", own((input, account, client) -> delete(account)));
        all.put("AssociateSoftwareToken", this::associate);
        all.put("VerifySoftwareToken", this::verifyApp);
        return all;
    }

    private Operation own(Own own) {
        return (input, door) -> {
            AccessTokens.Shown shown = shown(input, door);
            LocalClient client =
                    shown.claims().text("client_id").flatMap(pool::client).orElseThrow(SelfOperations::invalid);
            return own.of(input, shown.account(), client);
        };
    }

    private AccessTokens.Shown shown(Input input, Door door) throws CognitoRefusal {
        AccessTokens.Shown shown =
                tokens.shown(input.required("AccessToken"), door).orElseThrow(SelfOperations::invalid);
        if (!shown.claims().scopes().contains(SignedIn.SELF)) {
            throw CognitoRefusal.notAuthorized("Access Token does not have required scopes");
        }
        return shown;
    }

    private static CognitoRefusal invalid() {
        return CognitoRefusal.notAuthorized("Access Token has been revoked");
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode get(Input input, PoolAccount account, LocalClient client) {
        ObjectNode answer = nothing().put("Username", account.name());
        UserJson.attributes(answer.putArray("UserAttributes"), account, client.pages()::reads);
        account.appSecret().ifPresent(secret -> UserJson.factors(answer));
        return answer;
    }

    private ObjectNode update(Input input, PoolAccount account, LocalClient client) throws CognitoRefusal {
        List<Delivery> deliveries = accounts.update(client, account, input.attributes("UserAttributes"));
        ObjectNode answer = nothing();
        deliveries.forEach(
                delivery -> answer.withArray("CodeDeliveryDetailsList").add(delivery.json()));
        return answer;
    }

    private ObjectNode deleteAttributes(Input input, PoolAccount account, LocalClient client) throws CognitoRefusal {
        SortedMap<String, String> rest = new TreeMap<>(account.attributes());
        for (JsonNode name : input.member("UserAttributeNames")) {
            if (!client.pages().writes(name.asText(""))) {
                throw CognitoRefusal.notAuthorized("A client attempted to write unauthorized attribute");
            }
            rest.remove(name.asText(""));
            rest.remove(name.asText("") + "_verified");
        }
        directory.put(account.with(rest).at(clock.instant()));
        return nothing();
    }

    private static String address(Input input) throws CognitoRefusal {
        String attribute = input.required("AttributeName");
        if (!attribute.equals("email") && !attribute.equals("phone_number")) {
            throw CognitoRefusal.parameter("Invalid attribute for verification: " + attribute);
        }
        return attribute;
    }

    private ObjectNode sendCode(Input input, PoolAccount account, LocalClient client) throws CognitoRefusal {
        ObjectNode answer = nothing();
        answer.set(
                "CodeDeliveryDetails",
                accounts.verifying(client, account, address(input)).json());
        return answer;
    }

    private ObjectNode verify(Input input, PoolAccount account, LocalClient client) throws CognitoRefusal {
        accounts.verify(account, address(input), input.required("Code"));
        return nothing();
    }

    private ObjectNode changePassword(Input input, PoolAccount account, LocalClient client) throws CognitoRefusal {
        accounts.change(account, input.text("PreviousPassword").orElse(""), input.required("ProposedPassword"));
        return nothing();
    }

    private ObjectNode prefer(Input input, PoolAccount account, LocalClient client) throws CognitoRefusal {
        directory.put(AppPreference.of(input, account).at(clock.instant()));
        return nothing();
    }

    private ObjectNode signOut(PoolAccount account) {
        sessions.signOut(account.subject());
        browsers.end(account.subject());
        return nothing();
    }

    private ObjectNode delete(PoolAccount account) {
        signOut(account);
        directory.remove(account);
        return nothing();
    }

    private ObjectNode associate(Input input, Door door) throws CognitoRefusal {
        if (!pool.people().appCodes()) {
            throw new CognitoRefusal(
                    "SoftwareTokenMFANotFoundException", "Software token MFA has not been enabled by the userPool");
        }
        if (input.text("Session").isPresent()) {
            SignInSteps.Associated app = signIn.associate(input.required("Session"));
            return nothing().put("SecretCode", app.secret()).put("Session", app.session());
        }
        AccessTokens.Shown shown = shown(input, door);
        String secret = AppCodes.secret(random);
        synchronized (unverified) {
            unverified.put(shown.account().subject(), secret);
        }
        return nothing().put("SecretCode", secret);
    }

    private ObjectNode verifyApp(Input input, Door door) throws CognitoRefusal {
        String code = input.required("UserCode");
        if (input.text("Session").isPresent()) {
            String session = signIn.confirmApp(input.required("Session"), code);
            return nothing().put("Status", "SUCCESS").put("Session", session);
        }
        PoolAccount account = shown(input, door).account();
        Optional<String> secret;
        synchronized (unverified) {
            secret = Optional.ofNullable(unverified.get(account.subject()));
        }
        if (secret.filter(known -> signIn.appCodes().accepts(known, code)).isEmpty()) {
            throw new CognitoRefusal("EnableSoftwareTokenMFAException", "Code mismatch");
        }
        directory.put(account.withApp(secret).at(clock.instant()));
        return nothing().put("Status", "SUCCESS");
    }
}
