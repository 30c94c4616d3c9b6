package dev.tollgate.gateway.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Python's joserfc, which comes with the AWS emulator and shares no code with what is tested. */
public final class Jose {

    private static final Path SCRIPT = Path.of("src", "test", "resources", "tokens", "jose.py");

    private Jose() {}

    /** The header and claims of {@code tokens}, once that library has verified them. */
    public static JsonNode verified(ObjectNode jwks, List<String> tokens) {
        ObjectNode question = new ObjectMapper().createObjectNode();
        ObjectNode verify = question.putObject("verify");
        verify.set("jwks", jwks);
        tokens.forEach(verify.withArray("tokens")::add);
        return asked(question);
    }

    /** A token of {@code claims} by a new key called {@code kid}, and the JWKS of that key. */
    public static JsonNode signed(String kid, ObjectNode claims) {
        ObjectNode question = new ObjectMapper().createObjectNode();
        question.putObject("sign").put("kid", kid).set("claims", claims);
        return asked(question);
    }

    private static JsonNode asked(ObjectNode question) {
        RequiredTool.orSkip("python3");
        try {
            Process process = new ProcessBuilder("python3", SCRIPT.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (OutputStream input = process.getOutputStream()) {
                input.write(question.toString().getBytes(StandardCharsets.UTF_8));
            }
            byte[] output = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new AssertionError("joserfc did not take it");
            }
            return new ObjectMapper().readTree(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
