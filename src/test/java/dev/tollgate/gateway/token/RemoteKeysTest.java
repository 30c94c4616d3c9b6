package dev.tollgate.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.tollgate.gateway.signin.Pools;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An issuer elsewhere: fetched seldom, believed carefully. */
class RemoteKeysTest {

    private static final String ISSUER = "https://issuer.example.com/tenant";
    private static final String CONFIGURATION = ISSUER + "/.well-known/openid-configuration";
    private static final String JWKS = "https://keys.example.com/jwks";
    private static final RSAKey KEY = rsa("good", 2048);

    private final Pools pools = new Pools();
    private final Map<String, String> documents = new TreeMap<>();
    private final List<URI> fetched = new ArrayList<>();
    private final RemoteKeys keys = new RemoteKeys(ISSUER, this::fetch, pools.clock);

    private byte[] fetch(URI address) throws IOException {
        fetched.add(address);
        String document = documents.get(address.toString());
        if (document == null) {
            throw new IOException("status 404");
        }
        return document.getBytes(StandardCharsets.UTF_8);
    }

    private static RSAKey rsa(String kid, int bits) {
        try {
            return new RSAKeyGenerator(bits, true).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(JWK... set) {
        documents.put(CONFIGURATION, "{\"issuer\":\"" + ISSUER + "\",\"jwks_uri\":\"" + JWKS + "\"}");
        documents.put(
                JWKS,
                new ObjectMapper()
                        .valueToTree(new JWKSet(List.of(set)).toJSONObject(true))
                        .toString());
    }

    @Test
    void keepsKeysForTwoHoursWhateverStrangersAskFor() {
        serve(KEY);

        assertThat(keys.find("good")).isInstanceOf(KeySource.Lookup.Found.class);
        assertThat(keys.find("other")).isInstanceOf(KeySource.Lookup.Unknown.class);
        pools.now = Pools.START.plusSeconds(7199);
        assertThat(keys.find("other")).isInstanceOf(KeySource.Lookup.Unknown.class);
        assertThat(fetched).containsExactly(URI.create(CONFIGURATION), URI.create(JWKS));

        serve(new RSAKey.Builder(KEY).keyID("other").build());
        pools.now = Pools.START.plusSeconds(7200);
        assertThat(keys.find("other")).isInstanceOf(KeySource.Lookup.Found.class);
        assertThat(keys.find("good")).isInstanceOf(KeySource.Lookup.Unknown.class);
        assertThat(fetched).hasSize(4);
    }

    @Test
    void asksAgainSoonAfterAFailure() {
        assertThat(keys.find("good"))
                .isEqualTo(new KeySource.Lookup.Unreachable("issuer `" + ISSUER + "`: status 404"));
        serve(KEY);
        assertThat(keys.find("good")).isInstanceOf(KeySource.Lookup.Unreachable.class);
        assertThat(fetched).hasSize(1);

        pools.now = Pools.START.plusSeconds(10);
        assertThat(keys.find("good")).isInstanceOf(KeySource.Lookup.Found.class);
    }

    @Test
    void takesOnlyKeysThatMaySignRs256() throws JOSEException {
        serve(
                KEY,
                rsa("small", 1024),
                new RSAKey.Builder(KEY)
                        .keyID("encrypts")
                        .keyUse(KeyUse.ENCRYPTION)
                        .build(),
                new RSAKey.Builder(KEY)
                        .keyID("rs512")
                        .algorithm(new Algorithm("RS512"))
                        .build(),
                new RSAKey.Builder(KEY).keyID(null).build(),
                new ECKeyGenerator(Curve.P_256).keyID("ec").generate(),
                new RSAKey.Builder(KEY).keyID("twice").build(),
                new RSAKey.Builder(KEY).keyID("twice").build());

        assertThat(keys.find("good")).isInstanceOf(KeySource.Lookup.Found.class);
        assertThat(List.of("small", "encrypts", "rs512", "ec", "twice", "", "null"))
                .allSatisfy(kid -> assertThat(keys.find(kid)).isInstanceOf(KeySource.Lookup.Unknown.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no JSON                                                          | {}",
                "[]                                                               | {}",
                "{\"jwks_uri\":\"https://keys.example.com/jwks\"}                 | {\"keys\":[]}",
                "{\"issuer\":\"https://issuer.example.com/tenant/\",\"jwks_uri\":\"https://keys.example.com/jwks\"}"
                        + " | {\"keys\":[]}",
                "{\"issuer\":\"https://issuer.example.com/tenant\"}               | {\"keys\":[]}",
                "{\"issuer\":\"https://issuer.example.com/tenant\",\"jwks_uri\":\"http://keys.example.com/jwks\"}"
                        + " | {\"keys\":[]}",
                "{\"issuer\":\"https://issuer.example.com/tenant\",\"jwks_uri\":\"file:///etc/passwd\"} | {\"keys\":[]}",
                "{\"issuer\":\"https://issuer.example.com/tenant\",\"jwks_uri\":\"https://keys.example.com/jwks\"}"
                        + " | no JSON",
                "{\"issuer\":\"https://issuer.example.com/tenant\",\"jwks_uri\":\"https://keys.example.com/jwks\"}"
                        + " | {\"keys\":{}}"
            })
    void believesNothingThatIsNotTheIssuers(String configuration, String jwks) {
        documents.put(CONFIGURATION, configuration);
        documents.put(JWKS, jwks);

        assertThat(keys.find("good")).isInstanceOf(KeySource.Lookup.Unreachable.class);
        assertThat(fetched).allSatisfy(address -> assertThat(address).hasScheme("https"));
        assertThat(new TokenVerifier(new TreeMap<>(Map.of(ISSUER, keys)), pools.clock)
                        .verify("eyJhbGciOiJSUzI1NiIsImtpZCI6ImEifQ"
                                + ".eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlLmNvbS90ZW5hbnQifQ.AA"))
                .isInstanceOfSatisfying(Verification.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.KEYS_UNREACHABLE));
    }
}
