package dev.tollgate.cli.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Results for machines. */
public final class Json {

    private Json() {}

    /**
     * {@code value} as JSON that a terminal can show: JSON itself leaves some characters as they are that steer one.
     */
    public static String text(Object value) {
        StringBuilder text = new StringBuilder();
        json(value).codePoints().forEach(c -> {
            if (c == '\n' || !Text.steers(c)) {
                text.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    text.append(String.format("\\u%04X", (int) unit));
                }
            }
        });
        return text.toString();
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(value)
                    .replace(System.lineSeparator(), "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain data always has a JSON form", e);
        }
    }
}
