package dev.tollgate.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.srp.Srp;
import java.math.BigInteger;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Signing in by SRP, with a client's arithmetic. */
class SrpProofsTest {

    private static final BigInteger A = new BigInteger("1".repeat(64), 16);

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
