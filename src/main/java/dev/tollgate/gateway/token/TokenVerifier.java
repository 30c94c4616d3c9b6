package dev.tollgate.gateway.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Verifies tokens of the issuers it trusts: RS256 alone, keys from the issuer alone, no allowance for clocks that
 * differ. A key or an address that a token brings along is never looked at.
 */
public final class TokenVerifier {

    private final SortedMap<String, KeySource> issuers;
    private final Clock clock;
    private final UnaryOperator<String> canonical;

    /** Trusts {@code issuers}: what {@code iss} must be, to where that issuer's keys are. */
    public TokenVerifier(SortedMap<String, KeySource> issuers, Clock clock) {
        this(issuers, clock, UnaryOperator.identity());
    }

    private TokenVerifier(SortedMap<String, KeySource> issuers, Clock clock, UnaryOperator<String> canonical) {
        this.issuers = Collections.unmodifiableSortedMap(new TreeMap<>(issuers));
        this.clock = clock;
        this.canonical = canonical;
    }

    /** The same, which takes another name of an issuer for the one that {@code other} gives it. */
    public TokenVerifier knowing(UnaryOperator<String> other) {
        return new TokenVerifier(issuers, clock, other);
    }

    /** Judges {@code token}, without its {@code Bearer}. */
    public Verification verify(String token) {
        Jwt read = Jwt.read(token);
        if (!(read instanceof Jwt.Decoded jwt)) {
            return new Verification.Refused(((Jwt.Undecodable) read).reason(), Optional.empty());
        }
        String issuer = canonical.apply(jwt.claims().text("iss").orElse(""));
        Optional<Reason> reason = header(jwt).or(() -> signature(jwt, issuer)).or(() -> times(jwt.claims()));
        return reason.<Verification>map(why -> new Verification.Refused(why, Optional.of(jwt.claims())))
                .orElseGet(() -> new Verification.Verified(issuer, named(jwt.claims(), issuer)));
    }

    /** What the token says, with its issuer by the name that everybody knows. */
    private static Claims named(Claims claims, String issuer) {
        return claims.text("iss").filter(issuer::equals).isPresent()
                ? claims
                : new Claims(claims.json().put("iss", issuer));
    }

    private static Optional<Reason> header(Jwt.Decoded jwt) {
        JsonNode header = jwt.header();
        if (!JWSAlgorithm.RS256.getName().equals(header.path("alg").textValue())) {
            return Optional.of(Reason.ALGORITHM);
        }
        if (header.has("crit") || header.has("b64")) {
            return Optional.of(Reason.CRITICAL);
        }
        return header.path("kid").isTextual() ? Optional.empty() : Optional.of(Reason.UNKNOWN_KEY);
    }

    private Optional<Reason> signature(Jwt.Decoded jwt, String issuer) {
        KeySource keys = issuers.get(issuer);
        if (keys == null) {
            return Optional.of(Reason.ISSUER);
        }
        KeySource.Lookup lookup = keys.find(jwt.header().path("kid").textValue());
        if (lookup instanceof KeySource.Lookup.Unreachable) {
            return Optional.of(Reason.KEYS_UNREACHABLE);
        }
        if (lookup instanceof KeySource.Lookup.Found found) {
            return isSignedBy(found.key(), jwt) ? Optional.empty() : Optional.of(Reason.SIGNATURE);
        }
        return Optional.of(Reason.UNKNOWN_KEY);
    }

    private static boolean isSignedBy(RSAPublicKey key, Jwt.Decoded jwt) {
        try {
            // A header of our own: nothing that the token's says can change how it is verified.
            return new RSASSAVerifier(key)
                    .verify(
                            new JWSHeader(JWSAlgorithm.RS256),
                            jwt.signed().getBytes(StandardCharsets.US_ASCII),
                            new Base64URL(jwt.signature()));
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK verifies RS256", e);
        }
    }

    private Optional<Reason> times(Claims claims) {
        BigDecimal now = BigDecimal.valueOf(clock.instant().getEpochSecond());
        if (isNoNumber(claims, "nbf") || isNoNumber(claims, "iat")) {
            return Optional.of(Reason.CLAIMS);
        }
        Optional<BigDecimal> expires = claims.seconds("exp");
        if (expires.isEmpty()) {
            return Optional.of(Reason.CLAIMS);
        }
        if (expires.get().compareTo(now) <= 0) {
            return Optional.of(Reason.EXPIRED);
        }
        if (claims.seconds("nbf").filter(from -> from.compareTo(now) > 0).isPresent()) {
            return Optional.of(Reason.NOT_YET_VALID);
        }
        return claims.seconds("iat").filter(issued -> issued.compareTo(now) > 0).map(issued -> Reason.ISSUED_IN_FUTURE);
    }

    private static boolean isNoNumber(Claims claims, String name) {
        return claims.json().has(name) && claims.seconds(name).isEmpty();
    }
}
