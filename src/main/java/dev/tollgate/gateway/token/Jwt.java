package dev.tollgate.gateway.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** What is written in a token, read strictly and believed by nobody: nothing of it has been verified. */
public sealed interface Jwt {

    /** API Gateway takes 10,240 bytes for all headers together. */
    int MAX_LENGTH = 10_240;

    /** A token that can be read; {@code signed} is what {@code signature}, in base64url, is over. */
    record Decoded(ObjectNode header, Claims claims, String signed, String signature) implements Jwt {}

    /** Text that is no token. */
    record Undecodable(Reason reason) implements Jwt {}

    /** Reads {@code token}, without its {@code Bearer}. */
    static Jwt read(String token) {
        return Reading.read(token);
    }

    /** The strict reading: canonical alphabet, valid UTF-8, JSON objects that say nothing twice. */
    final class Reading {

        private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]+");
        private static final ObjectMapper JSON = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();

        private Reading() {}

        private static Jwt read(String token) {
            if (token.length() > MAX_LENGTH) {
                return new Undecodable(Reason.TOO_LARGE);
            }
            String[] segments = token.split("\\.", -1);
            if (segments.length != 3) {
                return new Undecodable(Reason.SEGMENTS);
            }
            try {
                ObjectNode header = object(segments[0]);
                ObjectNode claims = object(segments[1]);
                // Unsigned tokens end in a dot; what is wrong with them is their algorithm.
                if (!segments[2].isEmpty()) {
                    bytes(segments[2]);
                }
                return new Decoded(header, new Claims(claims), segments[0] + "." + segments[1], segments[2]);
            } catch (IllegalArgumentException | JsonProcessingException | CharacterCodingException e) {
                return new Undecodable(Reason.MALFORMED);
            }
        }

        private static ObjectNode object(String segment) throws JsonProcessingException, CharacterCodingException {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(segment)))
                    .toString();
            JsonNode node = JSON.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new IllegalArgumentException("not a JSON object");
        }

        private static byte[] bytes(String segment) {
            if (!BASE64URL.matcher(segment).matches()) {
                throw new IllegalArgumentException("not base64url");
            }
            return Base64.getUrlDecoder().decode(segment);
        }
    }
}
