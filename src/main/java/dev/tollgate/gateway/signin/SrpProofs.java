package dev.tollgate.gateway.signin;

import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.SecretComparison;
import dev.tollgate.srp.Srp;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Passwords that are proven by SRP, and never sent: the challenge {@code PASSWORD_VERIFIER}. */
final class SrpProofs {

    private static final String CHALLENGE = "PASSWORD_VERIFIER";
    private static final Duration STAMP_LIVES = Duration.ofMinutes(5);
    private static final int SECRET_BITS = 256;

    private final LocalPool pool;
    private final Pending pending;
    private final SecureRandom random;
    private final Clock clock;
    /** Salts of people who are not there: the same for the same name. */
    private final byte[] disguise = new byte[32];

    SrpProofs(LocalPool pool, Pending pending, SecureRandom random, Clock clock) {
        this.pool = pool;
        this.pending = pending;
        this.random = random;
        this.clock = clock;
        random.nextBytes(disguise);
    }

    /** The client's public value, which must not be a multiple of the modulus: anybody could prove that. */
    static BigInteger number(String hex) throws CognitoRefusal {
        return Srp.number(hex).orElseThrow(() -> CognitoRefusal.parameter("Bad SRP_A"));
    }

    /** A verifier for somebody who is not there, so that the answer looks as if they were. */
    PasswordVerifier nobodys(String username) {
        byte[] salt = Srp.hmac(disguise, username.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        BigInteger made = new BigInteger(1, Arrays.copyOf(salt, 16));
        return new PasswordVerifier(made, Srp.verifier(new BigInteger(1, salt)));
    }

    /** Asks for a proof; {@code who} is whose attempts it counts among. */
    SignInSteps.Step ask(
            LocalClient client, String username, Optional<PoolAccount> found, BigInteger theirs, String who) {
        PasswordVerifier known = found.flatMap(PoolAccount::password).orElseGet(() -> nobodys(username));
        BigInteger ours = new BigInteger(SECRET_BITS, random);
        BigInteger server = Srp.publicValue(known.verifier(), ours);
        byte[] block = new byte[64];
        random.nextBytes(block);
        String name = found.map(PoolAccount::name).orElse(username);
        String secretBlock = Base64.getEncoder().encodeToString(block);
        byte[] key = Srp.key(known.verifier(), ours, theirs, server);
        pending.keep(
                secretBlock,
                new Pending.Waiting(
                        client.id(),
                        found.map(PoolAccount::subject).orElse(""),
                        CHALLENGE,
                        new TreeMap<>(Map.of("key", Base64.getEncoder().encodeToString(key), "name", name, "who", who)),
                        client.pages().sessionSeconds()));
        return new SignInSteps.Step.Asked(
                CHALLENGE,
                new TreeMap<>(Map.of(
                        "SALT", known.salt().toString(16),
                        "SECRET_BLOCK", secretBlock,
                        "SRP_B", server.toString(16),
                        "USERNAME", name,
                        "USER_ID_FOR_SRP", name)),
                Optional.empty());
    }

    /** What a proof says: whose it is, whose attempts it counts among, and whether it is right. */
    record Proof(String subject, String who, boolean right) {}

    /** Looks at a proof, which is spent then. */
    Proof look(LocalClient client, SortedMap<String, String> answers) throws CognitoRefusal {
        String block = answers.getOrDefault("PASSWORD_CLAIM_SECRET_BLOCK", "");
        String time = answers.getOrDefault("TIMESTAMP", "");
        Pending.Waiting waiting = pending.take(block, client, CHALLENGE);
        byte[] signature = Srp.signature(
                Base64.getDecoder().decode(waiting.data().getOrDefault("key", "")),
                pool.name(),
                waiting.data().getOrDefault("name", ""),
                Base64.getDecoder().decode(block),
                time);
        boolean right = SecretComparison.same(
                Base64.getEncoder().encodeToString(signature), answers.getOrDefault("PASSWORD_CLAIM_SIGNATURE", ""));
        return new Proof(waiting.subject(), waiting.data().getOrDefault("who", ""), right && isNow(time));
    }

    private boolean isNow(String time) {
        try {
            Instant said = Srp.STAMP.parse(time, Instant::from);
            return Duration.between(said, clock.instant()).abs().compareTo(STAMP_LIVES) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
