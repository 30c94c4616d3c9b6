package dev.tollgate.gateway.engine;

import java.util.List;
import java.util.Locale;

/** Media types of a REST API whose bodies are bytes: {@code image/png}, {@code image/*}, or all of them. */
final class BinaryTypes {

    private BinaryTypes() {}

    /**
     * Whether the caller of {@code call} is answered with bytes: the first type of {@code Accept} counts, as in
     * https://docs.aws.amazon.com/apigateway/latest/developerguide/lambda-proxy-binary-media.html
     */
    static boolean accepted(List<String> types, Call call) {
        return match(types, call.header("Accept").orElse("application/json").split(",", 2)[0]);
    }

    /** Whether {@code contentType} is one of {@code types}. */
    static boolean match(List<String> types, String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return types.stream().anyMatch(one -> {
            String binary = one.toLowerCase(Locale.ROOT);
            return binary.equals("*/*")
                    || binary.equals(type)
                    || (binary.endsWith("/*") && type.startsWith(binary.substring(0, binary.length() - 1)));
        });
    }
}
