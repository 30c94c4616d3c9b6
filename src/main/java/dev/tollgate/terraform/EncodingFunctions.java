package dev.tollgate.terraform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Terraform's functions that write data down: JSON, base64, digests. */
final class EncodingFunctions {

    private EncodingFunctions() {}

    /** What {@code name} makes of {@code arguments}; empty when it is not known, or none of these. */
    static Optional<Value> call(String name, Arguments arguments) {
        return switch (name) {
            case "jsonencode" ->
                arguments.count() == 1 && Weight.isBearable(arguments.at(0))
                        ? JsonText.of(arguments.at(0))
                        : Optional.empty();
            case "jsondecode" -> arguments.text(0).flatMap(JsonText::read);
            case "yamldecode" -> arguments.text(0).flatMap(YamlText::read);
            case "urlencode" -> of(arguments, EncodingFunctions::url);
            case "base64encode" -> of(arguments, text -> base64(bytes(text)));
            case "base64decode" -> arguments.text(0).flatMap(EncodingFunctions::decoded);
            case "base64sha256" -> of(arguments, text -> base64("SHA-256", bytes(text)));
            case "base64sha512" -> of(arguments, text -> base64("SHA-512", bytes(text)));
            case "md5" -> of(arguments, text -> hex("MD5", bytes(text)));
            case "sha1" -> of(arguments, text -> hex("SHA-1", bytes(text)));
            case "sha256" -> of(arguments, text -> hex("SHA-256", bytes(text)));
            case "sha512" -> of(arguments, text -> hex("SHA-512", bytes(text)));
            default -> Optional.empty();
        };
    }

    private static Optional<Value> of(Arguments arguments, UnaryOperator<String> function) {
        return arguments.text(0).map(function).map(Value::of);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The digest in base64. */
    static String base64(String algorithm, byte[] bytes) {
        return base64(digest(algorithm, bytes));
    }

    /** The digest in hexadecimal digits. */
    static String hex(String algorithm, byte[] bytes) {
        return HexFormat.of().formatHex(digest(algorithm, bytes));
    }

    private static Optional<Value> decoded(String text) {
        try {
            return Optional.of(Value.of(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
