package dev.tollgate.srp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SRP against numbers that an independent program computed. */
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
                                "secret block".getBytes(StandardCharsets.UTF_8),
                                "Sat Nov 8 09:03:07 UTC 2026")))
                .isEqualTo("wpnvcgCyrWenYCOekxbdNeS+zvs1X+OggDuig4KHjr4=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xyz", "0", "00"})
    void takesNoNumberThatProvesAnything(String hex) {
        assertThat(Srp.number(hex)).isEmpty();
        assertThat(Srp.number(Srp.N.shiftLeft(1).toString(16))).isEmpty();
    }
}
