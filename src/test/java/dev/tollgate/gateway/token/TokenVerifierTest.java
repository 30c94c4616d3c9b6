package dev.tollgate.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.tollgate.gateway.signin.Pools;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Good tokens of others, and everything that is no good token. */
class TokenVerifierTest {

    private static final String ISSUER = "https://issuer.example.com/";
    private static final long NOW = Pools.START.getEpochSecond();

    /** Made once: they take longer than all tests. */
    private static final RSAKey KEY = key("k1");

    private static final RSAKey FOREIGN = key("k1");

    private static RSAKey key(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void verifiesWhatAnIndependentLibrarySigned() {
        ObjectNode claims = claims("{'sub': 'someone', 'aud': ['a', 'b'], 'scp': ['x', 'y z']}");
        JsonNode signed = Jose.signed("other", claims);
        RemoteKeys keys = new RemoteKeys(
                ISSUER,
                address -> address.getPath().endsWith("configuration")
                        ? ("{\"issuer\":\"" + ISSUER + "\",\"jwks_uri\":\"https://issuer.example.com/keys\"}")
                                .getBytes(StandardCharsets.UTF_8)
                        : signed.path("jwks").toString().getBytes(StandardCharsets.UTF_8),
                clock());

        assertThat(new TokenVerifier(new TreeMap<>(Map.of(ISSUER, keys)), clock())
                        .verify(signed.path("token").asText()))
                .isInstanceOfSatisfying(Verification.Verified.class, verified -> {
                    assertThat(verified.issuer()).isEqualTo(ISSUER);
                    assertThat(verified.claims().json()).hasToString(claims.toString());
                    assertThat(verified.claims().texts("aud")).containsExactly("a", "b");
                    assertThat(verified.claims().scopes()).containsExactly("x", "y", "z");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'exp': 1767323046}                     | -",
                "{'exp': 1767323046.5, 'iat': 1.5e9}     | -",
                "{'iat': 1767323045, 'nbf': 1767323045}  | -",
                "{'exp': 1767323045}                     | EXPIRED",
                "{'exp': 1767323045.9}                   | -",
                "{'exp': 0}                              | EXPIRED",
                "{'exp': -1}                             | EXPIRED",
                "{'exp': null}                           | CLAIMS",
                "{'exp': '9999999999'}                   | CLAIMS",
                "{'exp': 1e999999999}                    | -",
                "{'exp': -1e999999999}                   | EXPIRED",
                "{'nbf': 1767323046}                     | NOT_YET_VALID",
                "{'nbf': 'soon'}                         | CLAIMS",
                "{'iat': 1767323046}                     | ISSUED_IN_FUTURE",
                "{'iat': null}                           | CLAIMS",
                "{'iss': 'https://issuer.example.com'}   | ISSUER",
                "{'iss': ['https://issuer.example.com/']} | ISSUER",
                "{'iss': null}                           | ISSUER"
            })
    void judgesClaims(String claims, String reason) {
        assertThat(reason(signed("{'alg': 'RS256', 'kid': 'k1'}", claims(claims), KEY)))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'alg': 'RS256', 'kid': 'k1', 'typ': 'JWT'}        | -",
                "{'alg': 'RS256', 'kid': 'k1', 'cty': 'x', 'x': {}} | -",
                "{'alg': 'none', 'kid': 'k1'}                       | ALGORITHM",
                "{'alg': 'NONE', 'kid': 'k1'}                       | ALGORITHM",
                "{'alg': 'rs256', 'kid': 'k1'}                      | ALGORITHM",
                "{'alg': ['RS256'], 'kid': 'k1'}                    | ALGORITHM",
                "{'alg': 'RS512', 'kid': 'k1'}                      | ALGORITHM",
                "{'alg': 'ES256', 'kid': 'k1'}                      | ALGORITHM",
                "{'kid': 'k1'}                                      | ALGORITHM",
                "{'alg': 'RS256'}                                   | UNKNOWN_KEY",
                "{'alg': 'RS256', 'kid': ''}                        | UNKNOWN_KEY",
                "{'alg': 'RS256', 'kid': 1}                         | UNKNOWN_KEY",
                "{'alg': 'RS256', 'kid': 'K1'}                      | UNKNOWN_KEY",
                "{'alg': 'RS256', 'kid': '../../../../dev/null'}    | UNKNOWN_KEY",
                "{'alg': 'RS256', 'kid': 'k1\\u0000'}               | UNKNOWN_KEY",
                "{'alg': 'RS256', 'kid': '%27 OR 1=1 --'}         | UNKNOWN_KEY",
                "{'alg': 'RS256', 'kid': 'k1', 'crit': ['exp']}     | CRITICAL",
                "{'alg': 'RS256', 'kid': 'k1', 'crit': []}          | CRITICAL",
                "{'alg': 'RS256', 'kid': 'k1', 'crit': 'b64', 'b64': false} | CRITICAL",
                "{'alg': 'RS256', 'kid': 'k1', 'b64': false}        | CRITICAL",
                "{'alg': 'RS256', 'kid': 'k1', 'alg': 'RS256'}      | MALFORMED"
            })
    void judgesHeaders(String header, String reason) {
        assertThat(reason(signed(header, claims("{}"), KEY))).isEqualTo(reason);
    }

    @Test
    void neverLooksAtTheKeyATokenBrings() {
        String brought =
                "{'alg': 'RS256', 'kid': 'k1', 'jwk': " + FOREIGN.toPublicJWK().toJSONString()
                        + ", 'jku': 'http://127.0.0.1:1/keys', 'x5u': 'http://127.0.0.1:1/cert', 'x5c': ['AAAA']}";

        assertThat(reason(signed(brought, claims("{}"), FOREIGN))).isEqualTo("SIGNATURE");
        assertThat(reason(signed(brought, claims("{}"), KEY))).isEqualTo("-");
    }

    @Test
    void refusesHmacWithThePublicKey() throws JOSEException {
        RSAPublicKey known = KEY.toRSAPublicKey();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(known.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        for (byte[] secret : new byte[][] {pem.getBytes(StandardCharsets.US_ASCII), known.getEncoded()}) {
            JWSSigner signer = new MACSigner(secret);
            String token = token("{'alg': 'HS256', 'kid': 'k1'}", claims("{}").toString(), signer, JWSAlgorithm.HS256);

            assertThat(reason(token)).isEqualTo("ALGORITHM");
            String relabelled =
                    token("{'alg': 'RS256', 'kid': 'k1'}", claims("{}").toString(), signer, JWSAlgorithm.HS256);
            assertThat(reason(relabelled)).isEqualTo("SIGNATURE");
        }
    }

    @Test
    void refusesWhatWasChangedAfterSigning() {
        String good = signed("{'alg': 'RS256', 'kid': 'k1'}", claims("{'scope': 'a'}"), KEY);
        String other = signed("{'alg': 'RS256', 'kid': 'k1'}", claims("{'scope': 'b'}"), KEY);
        String[] parts = good.split("\\.", -1);
        String[] others = other.split("\\.", -1);

        assertThat(reason(good)).isEqualTo("-");
        assertThat(reason(parts[0] + "." + others[1] + "." + parts[2])).isEqualTo("SIGNATURE");
        assertThat(reason(parts[0] + "." + parts[1] + ".")).isEqualTo("SIGNATURE");
        assertThat(reason(parts[0] + "." + parts[1] + ".AAAA")).isEqualTo("SIGNATURE");
        assertThat(reason(signed("{'alg': 'RS256', 'kid': 'k1'}", claims("{}"), FOREIGN)))
                .isEqualTo("SIGNATURE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                | SEGMENTS",
                "garbage           | SEGMENTS",
                "a.b               | SEGMENTS",
                "a.b.c.d           | SEGMENTS",
                "a.b.c.d.e         | SEGMENTS",
                "..                | MALFORMED",
                "a.b.c             | MALFORMED",
                "e30.e30.e30=      | MALFORMED",
                "e30.e30.e3 0      | MALFORMED",
                "e30.e30.e3+/      | MALFORMED",
                "W10.e30.e30       | MALFORMED",
                "e30.bnVsbA.e30    | MALFORMED",
                "e30.e314.e30      | MALFORMED",
                "e30.gICA.e30      | MALFORMED",
                "Bearer e30.e30.   | MALFORMED",
                "e30.e30.          | ALGORITHM"
            })
    void refusesWhatIsNoToken(String text, String reason) {
        assertThat(reason(text)).isEqualTo(reason);
    }

    @Test
    void refusesClaimsThatSayAThingTwice() {
        String twice = claims("{}").toString().replaceFirst("\\{", "{\"iss\":\"https://evil.example.com\",");

        assertThat(reason(token("{'alg': 'RS256', 'kid': 'k1'}", twice, rsa(KEY), JWSAlgorithm.RS256)))
                .isEqualTo("MALFORMED");
    }

    @Test
    void refusesAGoodTokenWithAnyOneCharacterChanged() {
        String good = signed("{'alg': 'RS256', 'kid': 'k1'}", claims("{}"), KEY);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ %\u0000";
        Random random = new Random(1);

        assertThat(reason(good)).isEqualTo("-");
        for (int at = 0; at < good.length(); at++) {
            char other = alphabet.charAt(random.nextInt(alphabet.length()));
            if (other != good.charAt(at)) {
                String changed = good.substring(0, at) + other + good.substring(at + 1);
                assertThat(reason(changed)).as(changed).isNotEqualTo("-");
            }
        }
        for (int last = 0; last < alphabet.length(); last++) {
            String changed = good.substring(0, good.length() - 1) + alphabet.charAt(last);
            assertThat(reason(changed).equals("-")).isEqualTo(changed.equals(good));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10_241, 5_000_000})
    void refusesHugeTokensUnread(int length) {
        assertThat(reason("a".repeat(length))).isEqualTo("TOO_LARGE");
        assertThat(reason(".".repeat(length))).isEqualTo("TOO_LARGE");
    }

    @Test
    void refusesDeepJsonWithoutFallingOver() {
        String deep = "{'x': " + "[".repeat(3000) + "]".repeat(3000) + "}";

        assertThat(reason(token(deep, "{}", rsa(KEY), JWSAlgorithm.RS256))).isEqualTo("MALFORMED");
    }

    @Test
    void showsTheClaimsOfARefusedTokenToTheLog() {
        Verification refused = verifier().verify(signed("{'alg': 'RS256', 'kid': 'k1'}", claims("{'exp': 1}"), KEY));

        assertThat(((Verification.Refused) refused).claims().flatMap(claims -> claims.text("iss")))
                .hasValue(ISSUER);
        assertThat(verifier().verify("x")).isEqualTo(new Verification.Refused(Reason.SEGMENTS, Optional.empty()));
    }

    private String reason(String token) {
        Verification verification = verifier().verify(token);
        return verification instanceof Verification.Refused refused
                ? refused.reason().name()
                : "-";
    }

    private TokenVerifier verifier() {
        KeySource keys = kid -> {
            try {
                return kid.equals("k1")
                        ? new KeySource.Lookup.Found(KEY.toRSAPublicKey())
                        : new KeySource.Lookup.Unknown();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        };
        return new TokenVerifier(new TreeMap<>(Map.of(ISSUER, keys)), clock());
    }

    private static Clock clock() {
        return Clock.fixed(Pools.START, ZoneOffset.UTC);
    }

    /** Good claims with {@code overrides}, written with single quotes, on top. */
    private static ObjectNode claims(String overrides) {
        ObjectNode claims = new ObjectMapper()
                .createObjectNode()
                .put("iss", ISSUER)
                .put("exp", NOW + 60)
                .put("iat", NOW);
        claims.setAll((ObjectNode) tree(overrides));
        return claims;
    }

    private static JsonNode tree(String text) {
        try {
            return new ObjectMapper()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(String header, ObjectNode claims, RSAKey key) {
        return token(header, claims.toString(), rsa(key), JWSAlgorithm.RS256);
    }

    private static JWSSigner rsa(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(String header, String claims, JWSSigner signer, JWSAlgorithm algorithm) {
        String signed = encoded(header.replace('\'', '"')) + "." + encoded(claims);
        return signed + "." + sign(signer, algorithm, signed.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sign(JWSSigner signer, JWSAlgorithm algorithm, byte[] text) {
        try {
            return signer.sign(new JWSHeader(algorithm), text).toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
