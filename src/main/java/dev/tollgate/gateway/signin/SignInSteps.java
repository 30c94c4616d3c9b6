package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who somebody is: their password, by itself or by SRP, and then whatever else the pool asks them for. */
final class SignInSteps {

    static final String WRONG = "Incorrect username or password.";

    private final LocalPool pool;
    private final Directory directory;
    private final TriggerCalls triggers;
    private final Attempts attempts;
    private final Pending pending;
    private final AppCodes appCodes;
    private final Accounts accounts;
    private final SecureRandom random;
    private final Clock clock;
    private final SrpProofs proofs;

    SignInSteps(
            LocalPool pool,
            Directory directory,
            TriggerCalls triggers,
            Accounts accounts,
            Pending pending,
            SecureRandom random,
            Clock clock) {
        this.pool = pool;
        this.directory = directory;
        this.triggers = triggers;
        this.accounts = accounts;
        this.attempts = new Attempts(clock);
        this.pending = pending;
        this.appCodes = new AppCodes(clock);
        this.random = random;
        this.clock = clock;
        this.proofs = new SrpProofs(pool, pending, random, clock);
    }

    /** What comes next. */
    sealed interface Step {

        /** They are who they say; {@code source} is what Cognito calls the occasion. */
        record Done(PoolAccount account, String source) implements Step {}

        /** They have to answer something more. */
        record Asked(String challenge, SortedMap<String, String> parameters, Optional<String> session)
                implements Step {}
    }

    /** Looks at a password. */
    Step password(LocalClient client, String username, String password, JsonNode validation) throws CognitoRefusal {
        Optional<PoolAccount> found = directory.find(username);
        if (found.isEmpty()) {
            found = accounts.migrations().signingIn(client, username, password, validation);
        }
        before(client, username, found, validation);
        String who = who(found, username);
        attempts.require(who);
        requireKnown(client, found);
        // Of somebody who is not there a password is looked at, too: it takes as long.
        PasswordVerifier known = found.flatMap(PoolAccount::password).orElseGet(() -> proofs.nobodys(username));
        boolean right =
                known.is(password, pool.name(), found.map(PoolAccount::name).orElse(username));
        if (!right || found.isEmpty()) {
            attempts.failed(who);
            throw CognitoRefusal.notAuthorized(WRONG);
        }
        attempts.succeeded(who);
        return afterPassword(client, found.get());
    }

    private void requireKnown(LocalClient client, Optional<PoolAccount> found) throws CognitoRefusal {
        if (found.isEmpty() && !client.hidesUnknownUsers()) {
            throw new CognitoRefusal("UserNotFoundException", "User does not exist.");
        }
    }

    private void before(LocalClient client, String username, Optional<PoolAccount> found, JsonNode validation)
            throws CognitoRefusal {
        if (!triggers.has("pre_authentication")) {
            return;
        }
        ObjectNode request = found.map(TriggerCalls::about).orElseGet(() -> {
            ObjectNode nobody = JsonNodeFactory.instance.objectNode();
            nobody.putObject("userAttributes");
            return nobody;
        });
        request.set("validationData", validation.isObject() ? validation : JsonNodeFactory.instance.objectNode());
        request.put("userNotFound", found.isEmpty());
        triggers.run(
                "pre_authentication",
                "PreAuthentication_Authentication",
                client,
                found.map(PoolAccount::name).orElse(username),
                request);
    }

    /** Whose attempts are counted: also those on a name that nobody has. */
    private static String who(Optional<PoolAccount> found, String username) {
        return found.map(PoolAccount::subject).orElse(username.toLowerCase(Locale.ROOT));
    }

    /** Answers the client's public value {@code hex} with one of our own. */
    Step srp(LocalClient client, String username, String hex, JsonNode validation) throws CognitoRefusal {
        BigInteger theirs = SrpProofs.number(hex);
        Optional<PoolAccount> found = directory.find(username);
        before(client, username, found, validation);
        requireKnown(client, found);
        String who = who(found, username);
        attempts.require(who);
        return proofs.ask(client, username, found, theirs, who);
    }

    private Step proven(LocalClient client, SortedMap<String, String> answers) throws CognitoRefusal {
        SrpProofs.Proof proof = proofs.look(client, answers);
        Optional<PoolAccount> account = directory.bySubject(proof.subject());
        if (account.isEmpty() || !proof.right()) {
            attempts.failed(proof.who());
            throw CognitoRefusal.notAuthorized(WRONG);
        }
        attempts.succeeded(proof.who());
        return afterPassword(client, account.get());
    }

    /** Answers the challenge that {@code session} waits for. */
    Step respond(LocalClient client, String challenge, String session, SortedMap<String, String> answers)
            throws CognitoRefusal {
        if (challenge.equals("PASSWORD_VERIFIER")) {
            return proven(client, answers);
        }
        Pending.Waiting waiting = pending.take(session, client, challenge);
        PoolAccount account = usable(waiting);
        return switch (challenge) {
            case "NEW_PASSWORD_REQUIRED" -> newPassword(client, account, answers);
            case "SOFTWARE_TOKEN_MFA" -> appCode(client, account, waiting, session, answers);
            case "MFA_SETUP" -> setUp(client, account, waiting);
            case "CUSTOM_CHALLENGE" -> custom().answered(client, account, waiting, answers);
            default -> throw CognitoRefusal.parameter(challenge + " is not served locally");
        };
    }

    private Step afterPassword(LocalClient client, PoolAccount account) throws CognitoRefusal {
        requireUsable(account);
        if (account.status() == PoolAccount.Status.FORCE_CHANGE_PASSWORD) {
            return asked(
                    client,
                    account,
                    "NEW_PASSWORD_REQUIRED",
                    "NewPasswordChallenge",
                    Map.of(
                            "USER_ID_FOR_SRP", account.name(),
                            "requiredAttributes", accounts.missing(account),
                            "userAttributes", attributes(account)));
        }
        return secondFactor(client, account, "Authentication");
    }

    private static String attributes(PoolAccount account) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        account.attributes().forEach(attributes::put);
        return attributes.toString();
    }

    /** Whoever {@code waiting} waits for: they may have been disabled, or be gone, in the meantime. */
    private PoolAccount usable(Pending.Waiting waiting) throws CognitoRefusal {
        PoolAccount account =
                directory.bySubject(waiting.subject()).orElseThrow(() -> CognitoRefusal.notAuthorized(WRONG));
        requireUsable(account);
        return account;
    }

    /** Refuses an account that nobody gets in with, however they show that it is theirs. */
    static void requireUsable(PoolAccount account) throws CognitoRefusal {
        if (!account.enabled()) {
            throw CognitoRefusal.notAuthorized("User is disabled.");
        }
        if (account.status() == PoolAccount.Status.UNCONFIRMED) {
            throw new CognitoRefusal("UserNotConfirmedException", "User is not confirmed.");
        }
        if (account.status() == PoolAccount.Status.RESET_REQUIRED) {
            throw new CognitoRefusal("PasswordResetRequiredException", "Password reset required for the user");
        }
    }

    private Step newPassword(LocalClient client, PoolAccount account, SortedMap<String, String> answers)
            throws CognitoRefusal {
        PoolAccount changed = accounts.newPassword(client, account, answers);
        return secondFactor(client, changed, "NewPasswordChallenge");
    }

    /** The app, where somebody has one or the pool insists; people who have just signed up are let in once without. */
    private Step secondFactor(LocalClient client, PoolAccount account, String source) throws CognitoRefusal {
        String mfa = pool.people().mfa();
        if (!mfa.equals("OFF") && account.appSecret().isPresent()) {
            return asked(
                    client,
                    account,
                    "SOFTWARE_TOKEN_MFA",
                    source,
                    Map.of("USER_ID_FOR_SRP", account.name(), "FRIENDLY_DEVICE_NAME", ""));
        }
        if (mfa.equals("ON") && pool.people().appCodes() && !account.newcomer()) {
            return asked(
                    client,
                    account,
                    "MFA_SETUP",
                    source,
                    Map.of("USER_ID_FOR_SRP", account.name(), "MFAS_CAN_SETUP", "[\"SOFTWARE_TOKEN_MFA\"]"));
        }
        return done(client, account, source);
    }

    private Step appCode(
            LocalClient client,
            PoolAccount account,
            Pending.Waiting waiting,
            String session,
            SortedMap<String, String> answers)
            throws CognitoRefusal {
        attempts.require(account.subject());
        if (!appCodes.accepts(account, answers.getOrDefault("SOFTWARE_TOKEN_MFA_CODE", ""))) {
            attempts.failed(account.subject());
            pending.keep(session, waiting);
            throw new CognitoRefusal("CodeMismatchException", "Invalid code received for user");
        }
        attempts.succeeded(account.subject());
        return done(client, account, waiting.data().getOrDefault("source", "Authentication"));
    }

    private Step setUp(LocalClient client, PoolAccount account, Pending.Waiting waiting) throws CognitoRefusal {
        if (account.appSecret().isEmpty()) {
            throw CognitoRefusal.parameter("User has not verified software token mfa");
        }
        return done(client, account, waiting.data().getOrDefault("source", "Authentication"));
    }

    private Step asked(
            LocalClient client, PoolAccount account, String challenge, String source, Map<String, String> shown) {
        return asked(client, account, challenge, new TreeMap<>(shown), new TreeMap<>(Map.of("source", source)));
    }

    /** Asks {@code shown}, and remembers {@code kept} until there is an answer. */
    Step asked(
            LocalClient client,
            PoolAccount account,
            String challenge,
            SortedMap<String, String> shown,
            SortedMap<String, String> kept) {
        String session = pending.open(new Pending.Waiting(
                client.id(), account.subject(), challenge, kept, client.pages().sessionSeconds()));
        return new Step.Asked(challenge, shown, Optional.of(session));
    }

    /** They are in: the pool's function hears of it. */
    Step done(LocalClient client, PoolAccount account, String source) throws CognitoRefusal {
        PoolAccount in = account.newcomer(false);
        if (account.newcomer()) {
            directory.put(in);
        }
        if (triggers.has("post_authentication")) {
            ObjectNode request = TriggerCalls.about(in).put("newDeviceUsed", false);
            triggers.run("post_authentication", "PostAuthentication_Authentication", client, in.name(), request);
        }
        return new Step.Done(in, source);
    }

    /** A new secret for the app of whoever {@code session} waits for, and the session to go on with. */
    Associated associate(String session) throws CognitoRefusal {
        Pending.Waiting waiting = pending.take(session, "MFA_SETUP");
        String secret = AppCodes.secret(random);
        SortedMap<String, String> data = new TreeMap<>(waiting.data());
        data.put("secret", secret);
        return new Associated(secret, pending.open(waiting.with(data)));
    }

    /** An app's secret, and the session to go on with. */
    record Associated(String secret, String session) {

        @Override
        public String toString() {
            return "Associated[]";
        }
    }

    /** Takes the app's first code. */
    String confirmApp(String session, String code) throws CognitoRefusal {
        Pending.Waiting waiting = pending.take(session, "MFA_SETUP");
        PoolAccount account = usable(waiting);
        String secret = Optional.ofNullable(waiting.data().get("secret"))
                .orElseThrow(() -> CognitoRefusal.parameter("User has not set up software token mfa"));
        if (!appCodes.accepts(secret, code)) {
            pending.keep(session, waiting);
            throw new CognitoRefusal("EnableSoftwareTokenMFAException", "Code mismatch");
        }
        directory.put(account.withApp(Optional.of(secret)).at(clock.instant()));
        return pending.open(waiting);
    }

    /** A session to go on with once {@code account}, which has just signed up, is confirmed. */
    String awaitCode(LocalClient client, PoolAccount account) {
        return pending.open(new Pending.Waiting(
                client.id(),
                account.subject(),
                "CONFIRM_SIGN_UP",
                new TreeMap<>(),
                client.pages().sessionSeconds()));
    }

    /** Goes on after the code of a sign-up. */
    Step afterCode(LocalClient client, String session) throws CognitoRefusal {
        Pending.Waiting waiting = pending.take(session, client, "CONFIRM_SIGN_UP");
        return secondFactor(client, usable(waiting), "Authentication");
    }

    /** Whoever has the {@code sub} and may still sign in. */
    Optional<PoolAccount> known(String subject) {
        return directory.bySubject(subject).filter(PoolAccount::enabled);
    }

    AppCodes appCodes() {
        return appCodes;
    }

    CustomChallenges custom() {
        return new CustomChallenges(this, triggers, directory);
    }
}
