package dev.tollgate.gateway.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs the {@code keytool} of the Java that runs here. */
final class Keytool {

    private Keytool() {}

    /**
     * Makes a key and its own certificate, for servers that are called one of {@code names}, in the new {@code store}.
     */
    static void make(Path store, String alias, String password, Duration life, List<String> names)
            throws IOException, InterruptedException {
        List<String> alternatives = names.stream()
                .map(name -> (name.matches("[0-9.]+|[0-9a-fA-F:]+") ? "ip:" : "dns:") + name)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        // It lives for half a second, and for a whole one with both compilers.
                        "-J-XX:TieredStopAtLevel=1",
                        "-J-XX:+UseSerialGC",
                        "-genkeypair",
                        "-alias",
                        alias,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        String.valueOf(life.toDays()),
                        "-dname",
                        "CN=tollgate serve on this machine",
                        "-ext",
                        "san=" + String.join(",", alternatives),
                        "-ext",
                        "eku=serverAuth",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass:env",
                        "TOLLGATE_STORE")
                .redirectErrorStream(true);
        builder.environment().put("TOLLGATE_STORE", password);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said.strip());
        }
    }
}
