package dev.tollgate.gateway.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;

/** A pool's two keys, made at start: one signs ID tokens, the other access tokens, as in Cognito. */
public final class PoolKeys implements KeySource {

    private static final int BITS = 2048;

    private final RSAKey id;
    private final RSAKey access;

    private PoolKeys(RSAKey id, RSAKey access) {
        this.id = id;
        this.access = access;
    }

    /** Makes a new pair. */
    public static PoolKeys generate(SecureRandom random) {
        return new PoolKeys(key(random), key(random));
    }

    /** The pair that {@link #written()} wrote. */
    public static PoolKeys of(JsonNode written) {
        try {
            return new PoolKeys(
                    RSAKey.parse(written.path("id").toString()),
                    RSAKey.parse(written.path("access").toString()));
        } catch (ParseException e) {
            throw new IllegalArgumentException("no keys: " + e.getMessage(), e);
        }
    }

    /** Both keys, with their private halves. */
    public ObjectNode written() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("id", new ObjectMapper().valueToTree(id.toJSONObject()));
        json.set("access", new ObjectMapper().valueToTree(access.toJSONObject()));
        return json;
    }

    private static RSAKey key(SecureRandom random) {
        byte[] kid = new byte[32];
        random.nextBytes(kid);
        try {
            return new RSAKeyGenerator(BITS)
                    .secureRandom(random)
                    .keyID(Base64.getEncoder().encodeToString(kid))
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(new Algorithm("RS256"))
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK creates RSA keys", e);
        }
    }

    @Override
    public Lookup find(String kid) {
        try {
            for (RSAKey key : List.of(id, access)) {
                if (key.getKeyID().equals(kid)) {
                    return new Lookup.Found(key.toRSAPublicKey());
                }
            }
            return new Lookup.Unknown();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK knows RSA keys", e);
        }
    }

    /** The public halves, as {@code /.well-known/jwks.json} answers. */
    public ObjectNode jwks() {
        return new ObjectMapper().valueToTree(new JWKSet(List.of(id, access)).toJSONObject(true));
    }

    String signId(ObjectNode claims) {
        return sign(id, claims);
    }

    String signAccess(ObjectNode claims) {
        return sign(access, claims);
    }

    private static String sign(RSAKey key, ObjectNode claims) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            JWSObject token = new JWSObject(header, new Payload(claims.toString()));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK signs RS256", e);
        }
    }
}
