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
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A pool's two keys, each made when it is first needed: one signs ID tokens, the other access tokens, as in Cognito.
 */
public final class PoolKeys implements KeySource {

    private static final int BITS = 2048;

    private final Key id;
    private final Key access;

    private PoolKeys(Key id, Key access) {
        this.id = id;
        this.access = access;
    }

    /** A new pair. */
    public static PoolKeys generate(SecureRandom random) {
        return new PoolKeys(new Key(random), new Key(random));
    }

    /** The pair that {@link #written()} wrote. */
    public static PoolKeys of(JsonNode written) {
        try {
            return new PoolKeys(
                    new Key(RSAKey.parse(written.path("id").toString())),
                    new Key(RSAKey.parse(written.path("access").toString())));
        } catch (ParseException e) {
            throw new IllegalArgumentException("no keys: " + e.getMessage(), e);
        }
    }

    /** Both keys, with their private halves. */
    public ObjectNode written() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("id", new ObjectMapper().valueToTree(id.rsa().toJSONObject()));
        json.set("access", new ObjectMapper().valueToTree(access.rsa().toJSONObject()));
        return json;
    }

    /** To make one takes a tenth of a second and more, and many are never used. */
    private static final class Key {

        private final String kid;
        private final Supplier<RSAKey> maker;
        private Optional<RSAKey> made = Optional.empty();

        Key(SecureRandom random) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            this.kid = Base64.getEncoder().encodeToString(bytes);
            this.maker = () -> make(kid, random);
        }

        Key(RSAKey known) {
            this.kid = known.getKeyID();
            this.maker = () -> known;
        }

        synchronized RSAKey rsa() {
            if (made.isEmpty()) {
                made = Optional.of(maker.get());
            }
            return made.get();
        }

        private static RSAKey make(String kid, SecureRandom random) {
            try {
                return new RSAKeyGenerator(BITS)
                        .secureRandom(random)
                        .keyID(kid)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(new Algorithm("RS256"))
                        .generate();
            } catch (JOSEException e) {
                throw new IllegalStateException("every JDK creates RSA keys", e);
            }
        }
    }

    @Override
    public Lookup find(String kid) {
        try {
            for (Key key : List.of(id, access)) {
                if (key.kid.equals(kid)) {
                    return new Lookup.Found(key.rsa().toRSAPublicKey());
                }
            }
            return new Lookup.Unknown();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK knows RSA keys", e);
        }
    }

    /** The public halves, as {@code /.well-known/jwks.json} answers. */
    public ObjectNode jwks() {
        return new ObjectMapper().valueToTree(new JWKSet(List.of(id.rsa(), access.rsa())).toJSONObject(true));
    }

    String signId(ObjectNode claims) {
        return sign(id.rsa(), claims);
    }

    String signAccess(ObjectNode claims) {
        return sign(access.rsa(), claims);
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
