package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.LocalUser;
import dev.tollgate.gateway.token.PoolPeople;
import dev.tollgate.gateway.token.RandomText;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Making accounts, and what people do with their own: sign-up, confirmation, passwords, attributes. */
final class Accounts {

    private final LocalPool pool;
    private final PoolPeople people;
    private final Directory directory;
    private final TriggerCalls triggers;
    private final AttributeRules rules;
    private final Passwords passwords;
    private final CodesByPost codes;
    private final Migrations migrations;
    private final Invitations invitations;
    private final SecureRandom random;
    private final Clock clock;

    Accounts(
            LocalPool pool,
            Directory directory,
            TriggerCalls triggers,
            Post post,
            OneTimeCodes mailed,
            SecureRandom random,
            Clock clock) {
        this.pool = pool;
        this.people = pool.people();
        this.directory = directory;
        this.triggers = triggers;
        this.rules = new AttributeRules(people);
        this.passwords = new Passwords(pool, random, clock);
        this.codes = new CodesByPost(people, mailed, triggers, post);
        this.migrations = new Migrations(this, directory, triggers, passwords);
        this.invitations = new Invitations(this, directory, triggers, codes);
        this.random = random;
        this.clock = clock;
    }

    /** People of another pool. */
    Migrations migrations() {
        return migrations;
    }

    /** Accounts that administrators make. */
    Invitations invitations() {
        return invitations;
    }

    /** Puts {@code user} in, confirmed, whom somebody named at start; of whoever is there already nothing changes. */
    void seed(LocalUser user) {
        people.passwords().fault(user.password()).ifPresent(fault -> {
            throw new IllegalArgumentException("user `" + user.name() + "`: " + fault);
        });
        if (directory.bySubject(user.subject(pool.id())).isPresent()) {
            return;
        }
        SortedMap<String, String> attributes = new TreeMap<>(user.attributes());
        String name = user.name();
        if (!people.usernameAttributes().isEmpty()) {
            String address = rules.address(user.name());
            attributes.putIfAbsent(address, user.name());
            attributes.putIfAbsent(address + "_verified", "true");
            name = user.subject(pool.id());
        }
        PoolAccount account = PoolAccount.of(
                        name, user.subject(pool.id()), PoolAccount.Status.CONFIRMED, attributes, clock.instant())
                .in(new TreeSet<>(user.groups()));
        for (String group : user.groups()) {
            if (directory.group(group).isEmpty()) {
                throw new IllegalArgumentException(
                        "user `" + user.name() + "` is in group `" + group + "`, which the pool does not have");
            }
        }
        directory.put(passwords.on(account, user.password()));
    }

    /** What came of signing up: somebody, and where their code went. */
    record SignedUp(PoolAccount account, Optional<Delivery> delivery) {}

    /** Makes an account for whoever asks. */
    SignedUp signUp(
            LocalClient client,
            String username,
            String password,
            SortedMap<String, String> given,
            JsonNode validation,
            JsonNode metadata)
            throws CognitoRefusal {
        if (!people.selfSignUp()) {
            throw CognitoRefusal.notAuthorized("SignUp is not permitted for this user pool");
        }
        passwords.require(password);
        SortedMap<String, String> attributes = new TreeMap<>(given);
        AttributeRules.requireWritable(client, attributes);
        PoolAccount account = made(username, attributes, PoolAccount.Status.UNCONFIRMED);
        rules.requireAttributes(account);
        ObjectNode request = TriggerCalls.about(account);
        request.set("validationData", object(validation));
        request.set("clientMetadata", object(metadata));
        ((ObjectNode) request.path("userAttributes")).remove(List.of("sub", "cognito:user_status"));
        ObjectNode response = triggers.run("pre_sign_up", "PreSignUp_SignUp", client, account.name(), request);
        account = verifiedBy(response, account);
        account = passwords.on(account, password).newcomer(true);
        if (response.path("autoConfirmUser").asBoolean()) {
            account = account.with(PoolAccount.Status.CONFIRMED);
            directory.put(account);
            confirmed(client, account, "PostConfirmation_ConfirmSignUp");
            return new SignedUp(account, Optional.empty());
        }
        directory.put(account);
        return new SignedUp(account, codes.sent(client, account, OneTimeCodes.Purpose.SIGN_UP, "CustomMessage_SignUp"));
    }

    private static PoolAccount verifiedBy(ObjectNode response, PoolAccount account) throws CognitoRefusal {
        PoolAccount verified = account;
        for (var flag : List.of(List.of("autoVerifyEmail", "email"), List.of("autoVerifyPhone", "phone_number"))) {
            if (response.path(flag.get(0)).asBoolean()) {
                if (!account.attributes().containsKey(flag.get(1))) {
                    throw new CognitoRefusal(
                            "UserLambdaValidationException",
                            "PreSignUp failed with error " + flag.get(0) + " needs the attribute " + flag.get(1) + ".");
                }
                verified = verified.with(flag.get(1) + "_verified", "true");
            }
        }
        return verified;
    }

    /** An account called {@code username}, which nobody else is. */
    PoolAccount made(String username, SortedMap<String, String> attributes, PoolAccount.Status status)
            throws CognitoRefusal {
        if (username.isEmpty() || username.length() > 128 || !username.matches("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+")) {
            throw CognitoRefusal.parameter("1 validation error detected: Value at 'username' failed to satisfy"
                    + " constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");
        }
        String subject = RandomText.uuid(random);
        String name = username;
        if (!people.usernameAttributes().isEmpty()) {
            String address = rules.address(username);
            if (!AttributeRules.isAddress(address, username)) {
                throw CognitoRefusal.parameter(
                        people.usernameAttributes().contains("email")
                                ? "Username should be an email."
                                : "Username should be a phone number.");
            }
            attributes.putIfAbsent(address, username);
            name = subject;
        } else if (people.aliasAttributes().contains("email") && AttributeRules.isAddress("email", username)) {
            throw CognitoRefusal.parameter(
                    "Username cannot be of email format, since user pool is configured for email alias.");
        }
        if (directory.find(username).isPresent()) {
            throw new CognitoRefusal(
                    "UsernameExistsException",
                    people.usernameAttributes().isEmpty()
                            ? "User already exists"
                            : "An account with the given " + rules.address(username) + " already exists.");
        }
        rules.requireShape(attributes);
        return PoolAccount.of(name, subject, status, attributes, clock.instant());
    }

    /** Takes the code of a sign-up. */
    void confirm(LocalClient client, String username, String code) throws CognitoRefusal {
        PoolAccount account = directory.find(username).orElse(null);
        if (account == null) {
            throw client.hidesUnknownUsers() ? OneTimeCodes.expired() : unknown();
        }
        if (account.status() != PoolAccount.Status.UNCONFIRMED) {
            throw CognitoRefusal.notAuthorized("User cannot be confirmed. Current status is " + account.status());
        }
        codes.redeem(account, OneTimeCodes.Purpose.SIGN_UP, code);
        confirm(client, account, true);
    }

    /** Confirms {@code account}; its address too, where it was a code that did. */
    void confirm(LocalClient client, PoolAccount account, boolean byCode) throws CognitoRefusal {
        PoolAccount confirmed = account.with(PoolAccount.Status.CONFIRMED).at(clock.instant());
        Optional<String> address = byCode ? CodesByPost.contact(account, people.verified()) : Optional.empty();
        if (address.isPresent()) {
            confirmed = confirmed.with(address.get() + "_verified", "true");
        }
        directory.put(confirmed);
        confirmed(client, confirmed, "PostConfirmation_ConfirmSignUp");
    }

    private void confirmed(LocalClient client, PoolAccount account, String source) throws CognitoRefusal {
        triggers.run("post_confirmation", source, client, account.name(), TriggerCalls.about(account));
    }

    static CognitoRefusal unknown() {
        return new CognitoRefusal("UserNotFoundException", "User does not exist.");
    }

    /** Sends the code of a sign-up once more. */
    Delivery resend(LocalClient client, String username) throws CognitoRefusal {
        Optional<PoolAccount> account = directory.find(username);
        if (account.isEmpty()) {
            return codes.simulated(client, username);
        }
        if (account.get().status() != PoolAccount.Status.UNCONFIRMED) {
            throw CognitoRefusal.parameter("User is already confirmed.");
        }
        return codes.sent(client, account.get(), OneTimeCodes.Purpose.SIGN_UP, "CustomMessage_ResendCode")
                .orElseThrow(() -> CognitoRefusal.parameter("Auto verification not turned on."));
    }

    /** Sends a code for a new password. */
    Delivery forgot(LocalClient client, String username) throws CognitoRefusal {
        Optional<PoolAccount> found = directory.find(username);
        if (found.isEmpty()) {
            found = migrations.forgetting(client, username);
        }
        if (found.isEmpty()) {
            return codes.simulated(client, username);
        }
        PoolAccount account = found.get();
        if (!account.enabled()) {
            throw CognitoRefusal.notAuthorized("User is disabled.");
        }
        return resetting(client.id(), account)
                .orElseThrow(() -> CognitoRefusal.parameter(
                        "Cannot reset password for the user as there is no registered/verified email or phone_number"));
    }

    private Optional<Delivery> resetting(String clientId, PoolAccount account) throws CognitoRefusal {
        List<String> verified = AttributeRules.ADDRESSES.stream()
                .filter(address -> "true".equals(account.attributes().get(address + "_verified")))
                .toList();
        return codes.sent(clientId, account, OneTimeCodes.Purpose.PASSWORD, "CustomMessage_ForgotPassword", verified);
    }

    /** Has somebody choose a new password before they get in again, with a code where they have an address. */
    void requireReset(PoolAccount account) throws CognitoRefusal {
        directory.put(account.with(PoolAccount.Status.RESET_REQUIRED).at(clock.instant()));
        resetting(TriggerCalls.NO_CLIENT, account);
    }

    /** Takes the code for a new password, and the password. */
    void reset(LocalClient client, String username, String code, String password) throws CognitoRefusal {
        passwords.require(password);
        PoolAccount account = directory.find(username).orElse(null);
        if (account == null) {
            throw client.hidesUnknownUsers() ? OneTimeCodes.expired() : unknown();
        }
        passwords.requireFresh(account, password);
        codes.redeem(account, OneTimeCodes.Purpose.PASSWORD, code);
        PoolAccount changed = passwords.on(account, password);
        if (account.status() == PoolAccount.Status.RESET_REQUIRED) {
            changed = changed.with(PoolAccount.Status.CONFIRMED);
        }
        directory.put(changed);
        confirmed(client, changed, "PostConfirmation_ConfirmForgotPassword");
    }

    /** Changes a password whose owner knows the one before. */
    void change(PoolAccount account, String before, String password) throws CognitoRefusal {
        if (!passwords.is(account, before)) {
            throw CognitoRefusal.notAuthorized(SignInSteps.WRONG);
        }
        passwords.require(password);
        passwords.requireFresh(account, password);
        directory.put(passwords.on(account, password));
    }

    /** Takes what the challenge for a new password asked for. */
    PoolAccount newPassword(LocalClient client, PoolAccount account, SortedMap<String, String> answers)
            throws CognitoRefusal {
        String password = answers.getOrDefault("NEW_PASSWORD", "");
        passwords.require(password);
        passwords.requireFresh(account, password);
        SortedMap<String, String> attributes = new TreeMap<>(account.attributes());
        SortedMap<String, String> more = new TreeMap<>();
        answers.forEach((name, value) -> {
            if (name.startsWith("userAttributes.")) {
                more.put(name.substring("userAttributes.".length()), value);
            }
        });
        AttributeRules.requireWritable(client, more);
        attributes.putAll(more);
        rules.requireShape(attributes);
        PoolAccount changed = passwords.on(account.with(attributes), password).with(PoolAccount.Status.CONFIRMED);
        rules.requireAttributes(changed);
        directory.put(changed);
        return changed;
    }

    /** Required attributes that {@code account} lacks, as the challenge for a new password lists them. */
    String missing(PoolAccount account) {
        return rules.missing(account);
    }

    /** Sets a password for somebody: theirs for good, or one that they have to change. */
    PoolAccount set(PoolAccount account, String password, boolean permanent) throws CognitoRefusal {
        passwords.require(password);
        PoolAccount changed = passwords
                .on(account, password)
                .with(permanent ? PoolAccount.Status.CONFIRMED : PoolAccount.Status.FORCE_CHANGE_PASSWORD);
        directory.put(changed);
        return changed;
    }

    /** Changes attributes of one's own; a new address counts as unverified, and gets a code. */
    List<Delivery> update(LocalClient client, PoolAccount account, SortedMap<String, String> given)
            throws CognitoRefusal {
        AttributeRules.requireWritable(client, given);
        rules.requireMutable(account, given);
        PoolAccount changed = changed(account, given);
        List<Delivery> deliveries = new ArrayList<>();
        for (String address : AttributeRules.ADDRESSES) {
            if (given.containsKey(address) && people.verified().contains(address)) {
                deliveries.addAll(codes
                        .sent(
                                client.id(),
                                changed,
                                OneTimeCodes.Purpose.verifying(address),
                                "CustomMessage_UpdateUserAttribute",
                                List.of(address))
                        .stream()
                        .toList());
            }
        }
        return deliveries;
    }

    /** Changes attributes, whoever asks. */
    PoolAccount changed(PoolAccount account, SortedMap<String, String> given) throws CognitoRefusal {
        rules.requireShape(given);
        SortedMap<String, String> attributes = new TreeMap<>(account.attributes());
        for (String address : AttributeRules.ADDRESSES) {
            boolean differs = given.containsKey(address) && !given.get(address).equals(attributes.get(address));
            if (differs && !given.containsKey(address + "_verified")) {
                attributes.put(address + "_verified", "false");
            }
        }
        attributes.putAll(given);
        PoolAccount changed = account.with(attributes).at(clock.instant());
        directory.put(changed);
        return changed;
    }

    /** Sends a code to verify an address. */
    Delivery verifying(LocalClient client, PoolAccount account, String attribute) throws CognitoRefusal {
        return codes.sent(
                        client.id(),
                        account,
                        OneTimeCodes.Purpose.verifying(attribute),
                        "CustomMessage_VerifyUserAttribute",
                        List.of(attribute))
                .orElseThrow(() -> CognitoRefusal.parameter("User has no attribute " + attribute));
    }

    void verify(PoolAccount account, String attribute, String code) throws CognitoRefusal {
        codes.redeem(account, OneTimeCodes.Purpose.verifying(attribute), code);
        directory.put(account.with(attribute + "_verified", "true").at(clock.instant()));
    }

    static SortedMap<String, String> texts(JsonNode object) {
        SortedMap<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().asText()));
        return texts;
    }

    static JsonNode object(JsonNode value) {
        return value.isObject() ? value : JsonNodeFactory.instance.objectNode();
    }
}
