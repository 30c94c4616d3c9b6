package dev.tollgate.terraform;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** Terraform's functions that read files of the configuration. */
final class FileFunctions {

    private FileFunctions() {}

    /** What {@code name} makes of {@code arguments}; empty when it is none of these, or the file cannot be read. */
    static Optional<Value> call(String name, Arguments arguments, EvaluationScope scope) {
        Optional<String> path = arguments.text(0);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        return switch (name) {
            case "file" -> read(path.get(), scope, bytes -> new String(bytes, StandardCharsets.UTF_8));
            case "filebase64" -> read(path.get(), scope, EncodingFunctions::base64);
            case "filemd5" -> read(path.get(), scope, bytes -> EncodingFunctions.hex("MD5", bytes));
            case "filesha1" -> read(path.get(), scope, bytes -> EncodingFunctions.hex("SHA-1", bytes));
            case "filesha256" -> read(path.get(), scope, bytes -> EncodingFunctions.hex("SHA-256", bytes));
            case "filesha512" -> read(path.get(), scope, bytes -> EncodingFunctions.hex("SHA-512", bytes));
            case "filebase64sha256" -> read(path.get(), scope, bytes -> EncodingFunctions.base64("SHA-256", bytes));
            case "filebase64sha512" -> read(path.get(), scope, bytes -> EncodingFunctions.base64("SHA-512", bytes));
            case "templatefile" -> template(path.get(), arguments, scope);
            case "basename" ->
                Optional.of(Value.of(path.get().substring(path.get().lastIndexOf('/') + 1)));
            case "dirname" -> Optional.of(Value.of(folder(path.get())));
            default -> Optional.empty();
        };
    }

    private static Optional<Value> read(String path, EvaluationScope scope, Function<byte[], String> as) {
        return scope.names().file(path).map(as).map(Value::of);
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash);
    }

    private static Optional<Value> template(String path, Arguments arguments, EvaluationScope scope) {
        Optional<String> text = scope.names().file(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        if (text.isEmpty() || arguments.map(1).isEmpty()) {
            return Optional.empty();
        }
        EvaluationScope names =
                EvaluationScope.nothing(scope.effort()).with(arguments.map(1).get());
        return Optional.of(Expressions.evaluate(text.get(), names));
    }
}
