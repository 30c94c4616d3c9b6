package dev.tollgate.grant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.finding.UserError;
import dev.tollgate.srp.Srp;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/** Proves to Cognito that somebody's password is known, without sending it. */
final class SrpProof {

    private static final int SECRET_BITS = 256;

    private final BigInteger secret;

    SrpProof(SecureRandom random) {
        this.secret = new BigInteger(SECRET_BITS, random).setBit(SECRET_BITS - 1);
    }

    String publicValue() {
        return Srp.G.modPow(secret, Srp.N).toString(16);
    }

    /** The answers to the challenge {@code asked}. */
    ObjectNode answer(JsonNode asked, String pool, String password, Instant now) {
        String user = asked.path("USER_ID_FOR_SRP").asText("");
        String block = asked.path("SECRET_BLOCK").asText("");
        BigInteger server = number(asked, "SRP_B");
        BigInteger x = Srp.x(number(asked, "SALT"), pool, user, password);
        String time = Srp.STAMP.format(now);
        byte[] signature = Srp.signature(Srp.clientKey(x, secret, server), pool, user, bytes(block), time);
        return JsonNodeFactory.instance
                .objectNode()
                .put("USERNAME", user)
                .put("PASSWORD_CLAIM_SECRET_BLOCK", block)
                .put("PASSWORD_CLAIM_SIGNATURE", Base64.getEncoder().encodeToString(signature))
                .put("TIMESTAMP", time);
    }

    private static BigInteger number(JsonNode asked, String name) {
        return Srp.number(asked.path(name).asText("")).orElseThrow(SrpProof::notCognito);
    }

    private static byte[] bytes(String block) {
        try {
            return Base64.getDecoder().decode(block);
        } catch (IllegalArgumentException e) {
            throw notCognito();
        }
    }

    private static UserError notCognito() {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                "what was asked for the password is not what Cognito asks",
                "check `--target`");
    }
}
