package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.PoolGroup;
import dev.tollgate.gateway.token.RandomText;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What those do who administer the pool: people and groups. */
final class AdminOperations {

    private static final Pattern FILTER = Pattern.compile("\\s*([a-z_:]+)\\s*(\\^?=)\\s*\"(.*)\"\\s*");

    private final LocalPool pool;
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
        this.accounts = accounts;
        this.directory = directory;
        this.sessions = sessions;
        this.browsers = browsers;
        this.random = random;
        this.clock = clock;
    }

    /** What is done with somebody. */
    private interface With {
        ObjectNode of(Input input, PoolAccount account) throws CognitoRefusal;
    }

    Map<String, Operation> all() {
        SortedMap<String, Operation> all = new TreeMap<>();
        all.put("AdminCreateUser", here(this::create));
        all.put("AdminGetUser", with((input, account) -> get(account)));
        all.put("AdminDeleteUser", with((input, account) -> delete(account)));
        all.put("AdminEnableUser", with((input, account) -> put(account.enabled(true))));
        all.put("AdminDisableUser", with((input, account) -> disable(account)));
        all.put("AdminConfirmSignUp", with((input, account) -> confirm(account)));
        all.put("AdminSetUserPassword", with(this::setPassword));
        all.put(
                "AdminResetUserPassword",
                with((input, account) -> put(account.with(PoolAccount.Status.RESET_REQUIRED))));
        all.put("AdminUpdateUserAttributes", with(this::update));
        all.put("AdminDeleteUserAttributes", with(this::deleteAttributes));
        all.put("AdminUserGlobalSignOut", with((input, account) -> signOut(account)));
        all.put("AdminAddUserToGroup", with((input, account) -> join(input, account, true)));
        all.put("AdminRemoveUserFromGroup", with((input, account) -> join(input, account, false)));
        all.put("AdminListGroupsForUser", with((input, account) -> groupsOf(account)));
        all.put("ListUsers", here(this::list));
        all.put("ListUsersInGroup", here(this::listInGroup));
        all.put("CreateGroup", here(this::createGroup));
        all.put("GetGroup", here(input -> grouped(group(input))));
        all.put("DeleteGroup", here(this::deleteGroup));
        all.put("ListGroups", here(input -> groups()));
        return all;
    }

    /** What is done in this pool. */
    private interface Here {
        ObjectNode of(Input input) throws CognitoRefusal;
    }

    private Operation here(Here operation) {
        return (input, door) -> {
            String asked = input.required("UserPoolId");
            if (!asked.equals(pool.id())) {
                throw new CognitoRefusal("ResourceNotFoundException", "User pool " + asked + " does not exist.");
            }
            return operation.of(input);
        };
    }

    private Operation with(With operation) {
        return here(input ->
                operation.of(input, directory.find(input.required("Username")).orElseThrow(Accounts::unknown)));
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
        PoolAccount account = accounts.invited(
                input.required("Username"),
                input.attributes("UserAttributes"),
                password,
                !input.text("MessageAction").equals(Optional.of("SUPPRESS")));
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
        browsers.end(account.subject());
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

    private ObjectNode join(Input input, PoolAccount account, boolean in) throws CognitoRefusal {
        String group = group(input).name();
        TreeSet<String> groups = new TreeSet<>(account.groups());
        if (in) {
            groups.add(group);
        } else {
            groups.remove(group);
        }
        return put(account.in(groups));
    }

    private PoolGroup group(Input input) throws CognitoRefusal {
        return directory
                .group(input.required("GroupName"))
                .orElseThrow(() -> new CognitoRefusal("ResourceNotFoundException", "Group not found."));
    }

    private ObjectNode groupsOf(PoolAccount account) {
        ObjectNode answer = nothing();
        answer.putArray("Groups");
        account.groups().stream()
                .flatMap(name -> directory.group(name).stream())
                .forEach(group -> answer.withArray("Groups").add(described(group)));
        return answer;
    }

    private ObjectNode groups() {
        ObjectNode answer = nothing();
        answer.putArray("Groups");
        directory.groups().forEach(group -> answer.withArray("Groups").add(described(group)));
        return answer;
    }

    private ObjectNode described(PoolGroup group) {
        ObjectNode json = nothing().put("GroupName", group.name()).put("UserPoolId", pool.id());
        group.precedence().ifPresent(precedence -> json.put("Precedence", precedence));
        group.role().ifPresent(role -> json.put("RoleArn", role));
        return json;
    }

    private ObjectNode grouped(PoolGroup group) {
        ObjectNode answer = nothing();
        answer.set("Group", described(group));
        return answer;
    }

    private ObjectNode createGroup(Input input) throws CognitoRefusal {
        String name = input.required("GroupName");
        if (directory.group(name).isPresent()) {
            throw new CognitoRefusal("GroupExistsException", "A group with the name already exists.");
        }
        PoolGroup group = new PoolGroup(
                name,
                Optional.of(input.member("Precedence"))
                        .filter(value -> value.isNumber())
                        .map(value -> value.longValue()),
                input.text("RoleArn"));
        directory.put(group);
        return grouped(group);
    }

    private ObjectNode deleteGroup(Input input) throws CognitoRefusal {
        directory.removeGroup(group(input).name());
        return nothing();
    }

    private ObjectNode list(Input input) throws CognitoRefusal {
        String filter = input.text("Filter").orElse("");
        Matcher matcher = FILTER.matcher(filter);
        if (!filter.isBlank() && !matcher.matches()) {
            throw CognitoRefusal.parameter("Error while parsing filter.");
        }
        return users(directory.all().stream()
                .filter(account -> filter.isBlank() || matches(account, matcher))
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

    private ObjectNode listInGroup(Input input) throws CognitoRefusal {
        String group = group(input).name();
        return users(directory.all().stream()
                .filter(account -> account.groups().contains(group))
                .toList());
    }

    private static ObjectNode users(List<PoolAccount> accounts) {
        ObjectNode answer = nothing();
        answer.putArray("Users");
        accounts.forEach(account -> answer.withArray("Users").add(UserJson.of(account, "Attributes")));
        return answer;
    }
}
