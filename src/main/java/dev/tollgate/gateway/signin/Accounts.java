package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.LocalUser;
import dev.tollgate.gateway.token.PersonAttribute;
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
import java.util.stream.Stream;

/** Making accounts, and what people do with their own: sign-up, confirmation, passwords, attributes. */
final class Accounts {

    private static final List<String> ADDRESSES = List.of("phone_number", "email");

    private final LocalPool pool;
    private final PoolPeople people;
    private final Directory directory;
    private final TriggerCalls triggers;
    private final OneTimeCodes codes;
    private final Post post;
    private final SecureRandom random;
    private final Clock clock;

    Accounts(LocalPool pool, Directory directory, TriggerCalls triggers, Post post, SecureRandom random, Clock clock) {
        this.pool = pool;
        this.people = pool.people();
        this.directory = directory;
        this.triggers = triggers;
        this.codes = new OneTimeCodes(clock, random);
        this.post = post;
        this.random = random;
        this.clock = clock;
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
            String address = address(user.name());
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
        directory.put(withPassword(account, user.password()));
    }

    /** Which address {@code name} is, of those that people sign in with. */
    private String address(String name) {
        boolean phone = name.startsWith("+") && people.usernameAttributes().contains("phone_number");
        return phone || !people.usernameAttributes().contains("email") ? "phone_number" : "email";
    }

    private PoolAccount withPassword(PoolAccount account, String password) {
        return account.with(
                        PasswordVerifier.of(password, pool.name(), account.name(), random),
                        people.passwords().history())
                .at(clock.instant());
    }

    /** What came of signing up: somebody, and where their code went. */
    record SignedUp(PoolAccount account, Optional<Delivery> delivery) {}

    /** Where a code went. */
    record Delivery(String attribute, String destination) {

        ObjectNode json() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("AttributeName", attribute)
                    .put("DeliveryMedium", attribute.equals("email") ? "EMAIL" : "SMS")
                    .put("Destination", masked());
        }

        /** {@code a***@e***}. */
        String masked() {
            if (!attribute.equals("email")) {
                return "+" + "*".repeat(Math.max(0, destination.length() - 5))
                        + destination.substring(Math.max(0, destination.length() - 4));
            }
            int at = destination.indexOf('@');
            return at < 1 || at == destination.length() - 1
                    ? "***"
                    : destination.charAt(0) + "***@" + destination.charAt(at + 1) + "***";
        }
    }

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
        requirePassword(password);
        SortedMap<String, String> attributes = new TreeMap<>(given);
        requireWritable(client, attributes);
        PoolAccount account = made(username, attributes, PoolAccount.Status.UNCONFIRMED);
        requireAttributes(account);
        ObjectNode request = TriggerCalls.about(account);
        request.set("validationData", object(validation));
        request.set("clientMetadata", object(metadata));
        ((ObjectNode) request.path("userAttributes")).remove(List.of("sub", "cognito:user_status"));
        ObjectNode response = triggers.run("pre_sign_up", "PreSignUp_SignUp", client, account.name(), request);
        account = verifiedBy(response, account);
        account = withPassword(account, password).newcomer(true);
        if (response.path("autoConfirmUser").asBoolean()) {
            account = account.with(PoolAccount.Status.CONFIRMED);
            directory.put(account);
            confirmed(client, account, "PostConfirmation_ConfirmSignUp");
            return new SignedUp(account, Optional.empty());
        }
        directory.put(account);
        return new SignedUp(account, sent(client, account, OneTimeCodes.Purpose.SIGN_UP, "CustomMessage_SignUp"));
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
            String address = address(username);
            if (!isAddress(address, username)) {
                throw CognitoRefusal.parameter(
                        people.usernameAttributes().contains("email")
                                ? "Username should be an email."
                                : "Username should be a phone number.");
            }
            attributes.putIfAbsent(address, username);
            name = subject;
        } else if (people.aliasAttributes().contains("email") && isAddress("email", username)) {
            throw CognitoRefusal.parameter(
                    "Username cannot be of email format, since user pool is configured for email alias.");
        }
        if (directory.find(username).isPresent()) {
            throw new CognitoRefusal(
                    "UsernameExistsException",
                    people.usernameAttributes().isEmpty()
                            ? "User already exists"
                            : "An account with the given " + address(username) + " already exists.");
        }
        requireShape(attributes);
        return PoolAccount.of(name, subject, status, attributes, clock.instant());
    }

    private static boolean isAddress(String attribute, String text) {
        return attribute.equals("email") ? text.matches("[^@\\s]+@[^@\\s]+") : text.matches("\\+[0-9]{4,15}");
    }

    private void requireShape(SortedMap<String, String> attributes) throws CognitoRefusal {
        for (String attribute : attributes.keySet()) {
            boolean isKnown = PersonAttribute.isStandard(attribute)
                    || ADDRESSES.stream().anyMatch(address -> attribute.equals(address + "_verified"))
                    || people.attribute(attribute).isPresent();
            if (!isKnown) {
                throw CognitoRefusal.parameter("Attributes did not conform to the schema: Type for attribute {"
                        + attribute + "} could not be determined");
            }
            boolean isWrong = (attribute.equals("email") || attribute.equals("phone_number"))
                    && !isAddress(attribute, attributes.get(attribute));
            if (isWrong) {
                throw CognitoRefusal.parameter(
                        attribute.equals("email") ? "Invalid email address format." : "Invalid phone number format.");
            }
        }
    }

    private void requireAttributes(PoolAccount account) throws CognitoRefusal {
        for (PersonAttribute attribute : people.attributes()) {
            if (attribute.required() && !account.attributes().containsKey(attribute.name())) {
                throw CognitoRefusal.parameter("Attributes did not conform to the schema: " + attribute.name()
                        + ": The attribute is required");
            }
        }
    }

    private static void requireWritable(LocalClient client, SortedMap<String, String> attributes)
            throws CognitoRefusal {
        for (String attribute : attributes.keySet()) {
            if (attribute.endsWith("_verified") || !client.pages().writes(attribute)) {
                throw CognitoRefusal.notAuthorized("A client attempted to write unauthorized attribute");
            }
        }
    }

    void requirePassword(String password) throws CognitoRefusal {
        Optional<String> fault = people.passwords().fault(password);
        if (fault.isPresent()) {
            throw new CognitoRefusal("InvalidPasswordException", fault.get());
        }
    }

    /** Required attributes that {@code account} lacks, as the challenge for a new password lists them. */
    String missing(PoolAccount account) {
        ArrayNode missing = JsonNodeFactory.instance.arrayNode();
        people.attributes().stream()
                .filter(PersonAttribute::required)
                .filter(attribute -> !account.attributes().containsKey(attribute.name()))
                .forEach(attribute -> missing.add("userAttributes." + attribute.name()));
        return missing.toString();
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
        Optional<String> address = byCode ? contact(account, people.verified()) : Optional.empty();
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
            return simulated(client, username);
        }
        if (account.get().status() != PoolAccount.Status.UNCONFIRMED) {
            throw CognitoRefusal.parameter("User is already confirmed.");
        }
        return sent(client, account.get(), OneTimeCodes.Purpose.SIGN_UP, "CustomMessage_ResendCode")
                .orElseThrow(() -> CognitoRefusal.parameter("Auto verification not turned on."));
    }

    /** Of somebody who is not there nothing is said where the client hides that. */
    private Delivery simulated(LocalClient client, String username) throws CognitoRefusal {
        if (!client.hidesUnknownUsers()) {
            throw unknown();
        }
        String somewhere = isAddress("email", username) ? username : username + "@example.com";
        return new Delivery("email", somewhere);
    }

    /** Sends a code for a new password. */
    Delivery forgot(LocalClient client, String username) throws CognitoRefusal {
        Optional<PoolAccount> found = directory.find(username);
        if (found.isEmpty()) {
            return simulated(client, username);
        }
        PoolAccount account = found.get();
        if (!account.enabled()) {
            throw CognitoRefusal.notAuthorized("User is disabled.");
        }
        List<String> verified = ADDRESSES.stream()
                .filter(address -> "true".equals(account.attributes().get(address + "_verified")))
                .toList();
        return sent(client, account, OneTimeCodes.Purpose.PASSWORD, "CustomMessage_ForgotPassword", verified)
                .orElseThrow(() -> CognitoRefusal.parameter(
                        "Cannot reset password for the user as there is no registered/verified email or phone_number"));
    }

    /** Takes the code for a new password, and the password. */
    void reset(LocalClient client, String username, String code, String password) throws CognitoRefusal {
        requirePassword(password);
        PoolAccount account = directory.find(username).orElse(null);
        if (account == null) {
            throw client.hidesUnknownUsers() ? OneTimeCodes.expired() : unknown();
        }
        requireFresh(account, password);
        codes.redeem(account, OneTimeCodes.Purpose.PASSWORD, code);
        PoolAccount changed = withPassword(account, password);
        if (account.status() == PoolAccount.Status.RESET_REQUIRED) {
            changed = changed.with(PoolAccount.Status.CONFIRMED);
        }
        directory.put(changed);
        confirmed(client, changed, "PostConfirmation_ConfirmForgotPassword");
    }

    private void requireFresh(PoolAccount account, String password) throws CognitoRefusal {
        if (people.passwords().history() == 0) {
            return;
        }
        boolean used = Stream.concat(account.password().stream(), account.former().stream())
                .anyMatch(known -> known.is(password, pool.name(), account.name()));
        if (used) {
            throw new CognitoRefusal("PasswordHistoryPolicyViolationException", "Password has previously been used");
        }
    }

    /** Changes a password whose owner knows the one before. */
    void change(PoolAccount account, String before, String password) throws CognitoRefusal {
        boolean right = account.password()
                .filter(known -> known.is(before, pool.name(), account.name()))
                .isPresent();
        if (!right) {
            throw CognitoRefusal.notAuthorized(SignInSteps.WRONG);
        }
        requirePassword(password);
        requireFresh(account, password);
        directory.put(withPassword(account, password));
    }

    /** Takes what the challenge for a new password asked for. */
    PoolAccount newPassword(LocalClient client, PoolAccount account, SortedMap<String, String> answers)
            throws CognitoRefusal {
        String password = answers.getOrDefault("NEW_PASSWORD", "");
        requirePassword(password);
        requireFresh(account, password);
        SortedMap<String, String> attributes = new TreeMap<>(account.attributes());
        SortedMap<String, String> more = new TreeMap<>();
        answers.forEach((name, value) -> {
            if (name.startsWith("userAttributes.")) {
                more.put(name.substring("userAttributes.".length()), value);
            }
        });
        requireWritable(client, more);
        attributes.putAll(more);
        requireShape(attributes);
        PoolAccount changed = withPassword(account.with(attributes), password).with(PoolAccount.Status.CONFIRMED);
        requireAttributes(changed);
        directory.put(changed);
        return changed;
    }

    /** Sets a password for somebody: theirs for good, or one that they have to change. */
    PoolAccount set(PoolAccount account, String password, boolean permanent) throws CognitoRefusal {
        requirePassword(password);
        PoolAccount changed = withPassword(account, password)
                .with(permanent ? PoolAccount.Status.CONFIRMED : PoolAccount.Status.FORCE_CHANGE_PASSWORD);
        directory.put(changed);
        return changed;
    }

    /** Changes attributes of one's own; a new address counts as unverified, and gets a code. */
    List<Delivery> update(LocalClient client, PoolAccount account, SortedMap<String, String> given)
            throws CognitoRefusal {
        requireWritable(client, given);
        requireMutable(account, given);
        PoolAccount changed = changed(account, given);
        List<Delivery> deliveries = new ArrayList<>();
        for (String address : ADDRESSES) {
            if (given.containsKey(address) && people.verified().contains(address)) {
                deliveries.addAll(sent(
                                client,
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

    private void requireMutable(PoolAccount account, SortedMap<String, String> given) throws CognitoRefusal {
        for (String attribute : given.keySet()) {
            boolean fixed =
                    people.attribute(attribute).filter(one -> !one.mutable()).isPresent();
            if (fixed && account.attributes().containsKey(attribute)) {
                throw CognitoRefusal.parameter("user." + attribute + ": Attribute cannot be updated.");
            }
        }
    }

    /** Changes attributes, whoever asks. */
    PoolAccount changed(PoolAccount account, SortedMap<String, String> given) throws CognitoRefusal {
        requireShape(given);
        SortedMap<String, String> attributes = new TreeMap<>(account.attributes());
        for (String address : ADDRESSES) {
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
        return sent(
                        client,
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

    /** Brings somebody from elsewhere, where the pool's function knows them and their password. */
    Optional<PoolAccount> migrated(LocalClient client, String username, String password, JsonNode validation)
            throws CognitoRefusal {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("password", password);
        request.set("validationData", object(validation));
        ObjectNode response = triggers.run("user_migration", "UserMigration_Authentication", client, username, request);
        if (!response.path("userAttributes").isObject()) {
            return Optional.empty();
        }
        SortedMap<String, String> attributes = texts(response.path("userAttributes"));
        attributes.remove("username");
        PoolAccount.Status status = response.path("finalUserStatus").asText("").equals("RESET_REQUIRED")
                ? PoolAccount.Status.RESET_REQUIRED
                : PoolAccount.Status.CONFIRMED;
        PoolAccount account = withPassword(made(username, attributes, status), password);
        directory.put(account);
        return Optional.of(account);
    }

    static SortedMap<String, String> texts(JsonNode object) {
        SortedMap<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().asText()));
        return texts;
    }

    private static JsonNode object(JsonNode value) {
        return value.isObject() ? value : JsonNodeFactory.instance.objectNode();
    }

    private static Optional<String> contact(PoolAccount account, List<String> among) {
        return ADDRESSES.stream()
                .filter(among::contains)
                .filter(name -> account.attributes().containsKey(name))
                .findFirst();
    }

    private Optional<Delivery> sent(
            LocalClient client, PoolAccount account, OneTimeCodes.Purpose purpose, String source)
            throws CognitoRefusal {
        return sent(client, account, purpose, source, people.verified());
    }

    /** Sends a code to the first of {@code among} that {@code account} has; a phone comes before a mail. */
    private Optional<Delivery> sent(
            LocalClient client, PoolAccount account, OneTimeCodes.Purpose purpose, String source, List<String> among)
            throws CognitoRefusal {
        Optional<String> attribute = contact(account, among);
        if (attribute.isEmpty()) {
            return Optional.empty();
        }
        Delivery delivery = new Delivery(attribute.get(), account.attributes().getOrDefault(attribute.get(), ""));
        String code = codes.issue(account, purpose);
        ObjectNode request =
                TriggerCalls.about(account).put("codeParameter", "{####}").put("usernameParameter", "{username}");
        request.putObject("clientMetadata");
        ObjectNode response = triggers.run("custom_message", source, client, account.name(), request);
        String member = attribute.get().equals("email") ? "emailMessage" : "smsMessage";
        String text = response.path(member).asText("");
        post.deliver(
                delivery.destination(),
                (text.isEmpty() ? "Your confirmation code is {####}" : text)
                        .replace("{####}", code)
                        .replace("{username}", account.name()));
        return Optional.of(delivery);
    }

    /** Tells somebody of the account that was made for them. */
    void invite(PoolAccount account, String password) {
        contact(account, ADDRESSES)
                .ifPresent(address -> post.deliver(
                        account.attributes().getOrDefault(address, ""),
                        "Your username is " + account.name() + " and temporary password is " + password));
    }
}
