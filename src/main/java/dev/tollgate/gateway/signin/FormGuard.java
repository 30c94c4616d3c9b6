package dev.tollgate.gateway.signin;

import dev.tollgate.gateway.token.RandomText;
import dev.tollgate.gateway.token.SecretComparison;
import dev.tollgate.srp.Srp;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * Tells our own forms from other sites': by a cookie and a proof of it that only we can make, and by what browsers say
 * of a request's origin.
 */
final class FormGuard {

    static final String COOKIE = "XSRF-TOKEN";
    static final String FIELD = "_csrf";

    private final SecureRandom random;
    private final byte[] key = new byte[32];

    FormGuard(SecureRandom random) {
        this.random = random;
        random.nextBytes(key);
    }

    /** The cookie that the browser has, or a new one. */
    String cookie(TokenRequest request) {
        return request.cookie(COOKIE)
                .filter(text -> text.matches("[A-Za-z0-9_-]{43}"))
                .orElseGet(() -> RandomText.letters(random, 32));
    }

    /** What a form has to say beside {@code cookie}. */
    String proof(String cookie) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Srp.hmac(key, cookie.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether {@code form} is one of ours, sent from a page of {@code door}'s site. */
    boolean isOurs(TokenRequest request, FormBody form, Door door) {
        Optional<String> cookie = request.cookie(COOKIE);
        boolean proven = cookie.isPresent()
                && SecretComparison.same(proof(cookie.get()), form.value(FIELD).orElse(""));
        boolean fromHere = request.header("Origin")
                .map(origin ->
                        PoolOrigins.of(door.base()).filter(origin::equals).isPresent())
                .orElse(true);
        boolean sameSite = request.header("Sec-Fetch-Site")
                .map(site -> site.equals("same-origin"))
                .orElse(true);
        return proven && fromHere && sameSite && !request.repeats("Origin");
    }
}
