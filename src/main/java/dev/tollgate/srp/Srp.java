package dev.tollgate.srp;

import dev.tollgate.archive.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cognito's Secure Remote Password: the 3072-bit group of RFC 5054, SHA-256, and a key by HKDF. Nobody's password is
 * needed for it, only its verifier.
 */
public final class Srp {

    /** The prime of RFC 5054, group 3072. */
    public static final BigInteger N = new BigInteger(
            "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
                    + "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
                    + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
                    + "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
                    + "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
                    + "15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
                    + "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C"
                    + "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
            16);
    /** The generator. */
    public static final BigInteger G = BigInteger.TWO;
    /** The multiplier. */
    static final BigInteger K = new BigInteger(1, hash(padded(N), padded(G)));

    /** How the time of a proof is written. */
    public static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(
                    "EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.US)
            .withZone(ZoneOffset.UTC);

    private static final String HMAC = "HmacSHA256";
    private static final byte[] INFO = "Caldera Derived Key\u0001".getBytes(StandardCharsets.UTF_8);

    private Srp() {}

    /**
     * A public value of the other side: none where it is not a number, or one that anybody could prove anything with.
     */
    public static Optional<BigInteger> number(String hex) {
        return Optional.of(hex)
                .filter(text -> text.matches("[0-9A-Fa-f]{1,1024}"))
                .map(text -> new BigInteger(text, 16))
                .filter(number -> number.mod(N).signum() != 0);
    }

    /** What follows from a password, and is not it. */
    public static BigInteger x(BigInteger salt, String pool, String user, String password) {
        byte[] identity = hash((pool + user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new BigInteger(1, hash(padded(salt), identity));
    }

    /** What is kept of a password. */
    public static BigInteger verifier(BigInteger x) {
        return G.modPow(x, N);
    }

    /** The server's public value for its secret {@code b}. */
    public static BigInteger publicValue(BigInteger verifier, BigInteger b) {
        return K.multiply(verifier).add(G.modPow(b, N)).mod(N);
    }

    /** The key that both sides have: the server's arithmetic. */
    public static byte[] key(BigInteger verifier, BigInteger b, BigInteger theirs, BigInteger ours) {
        BigInteger u = scrambling(theirs, ours);
        return derived(theirs.multiply(verifier.modPow(u, N)).modPow(b, N), u);
    }

    /** The same: the client's arithmetic, with its secret {@code a}. */
    public static byte[] clientKey(BigInteger x, BigInteger a, BigInteger server) {
        BigInteger u = scrambling(G.modPow(a, N), server);
        BigInteger base = server.subtract(K.multiply(G.modPow(x, N))).mod(N);
        return derived(base.modPow(a.add(u.multiply(x)), N), u);
    }

    private static BigInteger scrambling(BigInteger client, BigInteger server) {
        return new BigInteger(1, hash(padded(client), padded(server)));
    }

    private static byte[] derived(BigInteger secret, BigInteger salt) {
        return Arrays.copyOf(hmac(hmac(padded(salt), padded(secret)), INFO), 16);
    }

    /** What proves that somebody has the key. */
    public static byte[] signature(byte[] key, String pool, String user, byte[] block, String time) {
        byte[] names = (pool + user).getBytes(StandardCharsets.UTF_8);
        byte[] stamp = time.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(names, names.length + block.length + stamp.length);
        System.arraycopy(block, 0, all, names.length, block.length);
        System.arraycopy(stamp, 0, all, names.length + block.length, stamp.length);
        return hmac(key, all);
    }

    /** HMAC-SHA256. */
    public static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    /** Bytes of even length whose first bit is never set: as clients write numbers before they hash them. */
    private static byte[] padded(BigInteger number) {
        String hex = number.toString(16);
        String even = hex.length() % 2 == 1 ? "0" + hex : hex;
        return HexFormat.of().parseHex("89abcdef".indexOf(even.charAt(0)) >= 0 ? "00" + even : even);
    }

    private static byte[] hash(byte[]... parts) {
        MessageDigest digest = Sha256.algorithm();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
