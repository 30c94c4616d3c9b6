package dev.tollgate.gateway.signin;

import dev.tollgate.archive.Sha256;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.RandomText;
import dev.tollgate.gateway.token.SecretComparison;
import dev.tollgate.gateway.token.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Authorization codes: five minutes, once, for the client, the address and the verifier that they were made for. */
final class AuthorizationCodes {

    private static final long LIFE = 300;
    private static final int KEPT = 10_000;
    private static final String VERIFIER = "[A-Za-z0-9._~-]{43,128}";

    private final RandomGenerator random;
    private final Clock clock;
    private final Map<String, Code> codes = new LinkedHashMap<>();

    AuthorizationCodes(RandomGenerator random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** What a code stands for. */
    record Code(
            String clientId,
            String redirect,
            Optional<String> challenge,
            String subject,
            SignedIn signedIn,
            long expires) {}

    synchronized String issue(AuthorizationRequest request, String subject, SignedIn signedIn) {
        String code = RandomText.uuid(random);
        codes.put(
                code,
                new Code(
                        request.client().id(),
                        request.redirect(),
                        request.challenge(),
                        subject,
                        signedIn,
                        clock.instant().getEpochSecond() + LIFE));
        if (codes.size() > KEPT) {
            codes.remove(codes.keySet().iterator().next());
        }
        return code;
    }

    /** Takes {@code code}, which is spent then, whatever comes of it. */
    synchronized Code redeem(LocalClient client, String code, String redirect, Optional<String> verifier)
            throws OAuthRefusal {
        Code found = Optional.ofNullable(codes.remove(code)).orElseThrow(() -> new OAuthRefusal("invalid_grant"));
        boolean bound = found.clientId().equals(client.id()) && found.redirect().equals(redirect);
        if (!bound || found.expires() <= clock.instant().getEpochSecond() || !proves(found.challenge(), verifier)) {
            throw new OAuthRefusal("invalid_grant");
        }
        return found;
    }

    /** A verifier that nobody asked for is refused, too: it is somebody else's code. */
    private static boolean proves(Optional<String> challenge, Optional<String> verifier) {
        if (challenge.isEmpty() || verifier.isEmpty()) {
            return challenge.isEmpty() && verifier.isEmpty();
        }
        return verifier.get().matches(VERIFIER) && SecretComparison.same(challenge.get(), hashed(verifier.get()));
    }

    private static String hashed(String verifier) {
        byte[] hash = Sha256.algorithm().digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
