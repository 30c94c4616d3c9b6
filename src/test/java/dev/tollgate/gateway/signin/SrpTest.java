package dev.tollgate.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** SRP against numbers that an independent program computed, and against a client's arithmetic. */
class SrpTest {

    private static final BigInteger SALT = new BigInteger("9f8e7d6c5b4a39281706f5e4d3c2b1a0", 16);
    private static final BigInteger A = new BigInteger("1".repeat(64), 16);
    private static final BigInteger B = new BigInteger("2".repeat(64), 16);

    @Test
    void agreesWithAnIndependentProgram() {
        BigInteger x = Srp.x(SALT, "AbCdEf123", "alice", "Passw0rd-12x");
        BigInteger verifier = Srp.verifier(x);
        BigInteger server = Srp.publicValue(verifier, B);
        byte[] key = Srp.key(verifier, B, Srp.G.modPow(A, Srp.N), server);

        assertThat(Srp.K.toString(16)).isEqualTo("538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6");
        assertThat(x.toString(16)).isEqualTo("b667dd2a3710ed76a25a544d100f866e3fbc18032363e49c812081c99592cfc8");
        assertThat(HexFormat.of().formatHex(key)).isEqualTo("674e9b0c471e7eb729a32510332a9a98");
        assertThat(Srp.clientKey(x, A, server)).isEqualTo(key);
        assertThat(Base64.getEncoder()
                        .encodeToString(Srp.signature(
                                key,
                                "AbCdEf123",
                                "alice",
                                "secret block".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                "Sat Nov 8 09:03:07 UTC 2026")))
                .isEqualTo("wpnvcgCyrWenYCOekxbdNeS+zvs1X+OggDuig4KHjr4=");
    }

    private final Pools pools = new Pools(Shop.pool());

    private JsonNode answered(String password, String time) {
        JsonNode asked = Shop.call(
                        pools,
                        "InitiateAuth",
                        "{'AuthFlow':'USER_SRP_AUTH','ClientId':'web','AuthParameters':{'USERNAME':'ada@shop.example','SRP_A':'"
                                + Srp.G.modPow(A, Srp.N).toString(16) + "'}}")
                .path("ChallengeParameters");
        String user = asked.path("USER_ID_FOR_SRP").asText();
        BigInteger x = Srp.x(new BigInteger(asked.path("SALT").asText(), 16), "Shop12345", user, password);
        byte[] key = Srp.clientKey(x, A, new BigInteger(asked.path("SRP_B").asText(), 16));
        String block = asked.path("SECRET_BLOCK").asText();
        String signature = Base64.getEncoder()
                .encodeToString(Srp.signature(
                        key, "Shop12345", user, Base64.getDecoder().decode(block), time));
        String answer =
                "{'ChallengeName':'PASSWORD_VERIFIER','ClientId':'web','ChallengeResponses':{'USERNAME':'" + user
                        + "','PASSWORD_CLAIM_SECRET_BLOCK':'" + block + "','PASSWORD_CLAIM_SIGNATURE':'" + signature
                        + "','TIMESTAMP':'" + time + "'}}";
        JsonNode first = Shop.call(pools, "RespondToAuthChallenge", answer);
        assertThat(Shop.call(pools, "RespondToAuthChallenge", answer)
                        .path("__type")
                        .asText())
                .as("an answer is good once")
                .isEqualTo("NotAuthorizedException");
        return first;
    }

    @Test
    void signsInWithoutEverSeeingThePassword() {
        assertThat(answered(Shop.PASSWORD, "Fri Jan 2 03:04:05 UTC 2026")
                        .path("AuthenticationResult")
                        .has("AccessToken"))
                .isTrue();
        assertThat(answered("wrong", "Fri Jan 2 03:04:05 UTC 2026")
                        .path("message")
                        .asText())
                .isEqualTo("Incorrect username or password.");
        assertThat(answered(Shop.PASSWORD, "Fri Jan 2 02:04:05 UTC 2026")
                        .path("message")
                        .asText())
                .as("an hour late")
                .isEqualTo("Incorrect username or password.");
    }
}
