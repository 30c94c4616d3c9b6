package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.RandomText;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What those do who administer the pool: people. */
final class AdminOperations {

    private static final Pattern FILTER = Pattern.compile("\\s*([a-z_:]+)\\s*(\\^?=)\\s*\"(.*)\"\\s*");

    private final LocalPool pool;
    private final InPool people;
    private final Accounts accounts;
    private final Directory directory;
    private final Sessions sessions;
    private final BrowserSessions browsers;
    private final SecureRandom random;
    private final Clock clock;

    AdminOperations(
            LocalPool pool,
            Accounts accounts,
            Directory directory,
            Sessions sessions,
            BrowserSessions browsers,
            SecureRandom random,
            Clock clock) {
        this.pool = pool;
        this.people = new InPool(pool, directory);
        this.accounts = accounts;
        this.directory = directory;
        this.sessions = sessions;
        this.browsers = browsers;
        this.random = random;
        this.clock = clock;
    }

    Map<String, Operation> all() {
        SortedMap<String, Operation> all = new TreeMap<>();
        all.put("AdminCreateUser", people.here(this::create));
        all.put("AdminGetUser", people.with((input, account) -> get(account)));
        all.put("AdminDeleteUser", people.with((input, account) -> delete(account)));
        all.put("AdminEnableUser", people.with((input, account) -> put(account.enabled(true))));
        all.put("AdminDisableUser", people.with((input, account) -> disable(account)));
        all.put("AdminConfirmSignUp", people.with((input, account) -> confirm(account)));
        all.put("AdminSetUserPassword", people.with(this::setPassword));
        all.put("AdminResetUserPassword", people.with(this::reset));
        all.put("AdminSetUserMFAPreference", people.with(this::prefer));
        all.put("AdminUpdateUserAttributes", people.with(this::update));
        all.put("AdminDeleteUserAttributes", people.with(this::deleteAttributes));
        all.put("AdminUserGlobalSignOut", people.with((input, account) -> signOut(account)));
        all.put("ListUsers", people.here(this::list));
        return all;
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode put(PoolAccount account) {
        directory.put(account.at(clock.instant()));
        return nothing();
    }

    private ObjectNode create(Input input) throws CognitoRefusal {
        String password = input.text("TemporaryPassword").orElseGet(this::temporary);
        String action = input.text("MessageAction").orElse("");
        PoolAccount account = action.equals("RESEND")
                ? accounts.invitations().again(input, password)
                : accounts.invitations().invited(input, password, !action.equals("SUPPRESS"));
        ObjectNode answer = nothing();
        answer.set("User", UserJson.of(account, "Attributes"));
        return answer;
    }

    /** One of every kind of character, whatever the pool demands of them. */
    private String temporary() {
        String letters =
                RandomText.letters(random, 9 + pool.people().passwords().length());
        return "aA1!" + letters;
    }

    private static ObjectNode get(PoolAccount account) {
        ObjectNode user = UserJson.of(account, "UserAttributes");
        account.appSecret().ifPresent(secret -> UserJson.factors(user));
        return user;
    }

    private ObjectNode delete(PoolAccount account) {
        signOut(account);
        directory.remove(account);
        return nothing();
    }

    private ObjectNode disable(PoolAccount account) {
        signOut(account);
        return put(account.enabled(false));
    }

    private ObjectNode confirm(PoolAccount account) throws CognitoRefusal {
        if (account.status() != PoolAccount.Status.UNCONFIRMED) {
            throw CognitoRefusal.notAuthorized("User cannot be confirmed. Current status is " + account.status());
        }
        Optional<LocalClient> client = pool.clients().stream().findFirst();
        if (client.isEmpty()) {
            return put(account.with(PoolAccount.Status.CONFIRMED));
        }
        accounts.confirm(client.get(), account, false);
        return nothing();
    }

    private ObjectNode setPassword(Input input, PoolAccount account) throws CognitoRefusal {
        accounts.set(
                account, input.required("Password"), input.member("Permanent").asBoolean(false));
        return nothing();
    }

    private ObjectNode reset(Input input, PoolAccount account) throws CognitoRefusal {
        accounts.requireReset(account);
        return nothing();
    }

    private ObjectNode prefer(Input input, PoolAccount account) throws CognitoRefusal {
        return put(AppPreference.of(input, account));
    }

    private ObjectNode update(Input input, PoolAccount account) throws CognitoRefusal {
        accounts.changed(account, input.attributes("UserAttributes"));
        return nothing();
    }

    private ObjectNode deleteAttributes(Input input, PoolAccount account) {
        SortedMap<String, String> rest = new TreeMap<>(account.attributes());
        input.member("UserAttributeNames").forEach(name -> rest.remove(name.asText("")));
        return put(account.with(rest));
    }

    private ObjectNode signOut(PoolAccount account) {
        sessions.signOut(account.subject());
        browsers.end(account.subject());
        return nothing();
    }

    private ObjectNode list(Input input) throws CognitoRefusal {
        String filter = input.text("Filter").orElse("");
        Matcher matcher = FILTER.matcher(filter);
        if (!filter.isBlank() && !matcher.matches()) {
            throw CognitoRefusal.parameter("Error while parsing filter.");
        }
        return ListedPage.of(
                input,
                "PaginationToken",
                "Users",
                directory.all().stream()
                        .filter(account -> filter.isBlank() || matches(account, matcher))
                        .map(account -> UserJson.of(account, "Attributes"))
                        .toList());
    }

    private static boolean matches(PoolAccount account, Matcher filter) {
        String value =
                switch (filter.group(1)) {
                    case "username" -> account.name();
                    case "sub" -> account.subject();
                    case "cognito:user_status" -> account.status().name();
                    case "status" -> account.enabled() ? "Enabled" : "Disabled";
                    default -> account.attributes().getOrDefault(filter.group(1), "");
                };
        return filter.group(2).equals("=") ? value.equals(filter.group(3)) : value.startsWith(filter.group(3));
    }
}
