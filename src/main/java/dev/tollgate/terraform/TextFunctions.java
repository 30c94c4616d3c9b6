package dev.tollgate.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Terraform's functions of strings. https://developer.hashicorp.com/terraform/language/functions */
final class TextFunctions {

    private static final Pattern VERB = Pattern.compile("%(?:%|[sdv]|q)");

    private TextFunctions() {}

    /** What {@code name} makes of {@code arguments}; empty when it is not known, or none of these. */
    static Optional<Value> call(String name, Arguments arguments) {
        return switch (name) {
            case "lower" -> of(arguments, text -> text.toLowerCase(Locale.ROOT));
            case "upper" -> of(arguments, text -> text.toUpperCase(Locale.ROOT));
            case "title" -> of(arguments, TextFunctions::titled);
            case "trimspace" -> of(arguments, String::strip);
            case "chomp" -> of(arguments, text -> text.replaceFirst("[\\r\\n]++$", ""));
            case "strrev" ->
                of(arguments, text -> new StringBuilder(text).reverse().toString());
            case "trimsuffix" ->
                of(
                        arguments,
                        (text, end) -> text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text);
            case "trimprefix" ->
                of(arguments, (text, start) -> text.startsWith(start) ? text.substring(start.length()) : text);
            case "trim" -> of(arguments, TextFunctions::trimmed);
            case "startswith" -> test(arguments, String::startsWith);
            case "endswith" -> test(arguments, String::endsWith);
            case "strcontains" -> test(arguments, String::contains);
            case "replace" -> replaced(arguments);
            case "substr" -> part(arguments);
            case "split" -> split(arguments);
            case "join" -> joined(arguments);
            case "format" -> formatted(arguments.all());
            case "formatlist" -> formattedEach(arguments);
            case "indent" -> indented(arguments);
            default -> Optional.empty();
        };
    }

    private static Optional<Value> of(Arguments arguments, UnaryOperator<String> function) {
        return arguments.count() == 1 ? arguments.text(0).map(function).map(Value::of) : Optional.empty();
    }

    private static Optional<Value> of(Arguments arguments, BiFunction<String, String, String> function) {
        return two(arguments, function).map(Value::of);
    }

    private static Optional<Value> test(Arguments arguments, BiFunction<String, String, Boolean> function) {
        return two(arguments, function).map(Value::scalar);
    }

    private static <T> Optional<T> two(Arguments arguments, BiFunction<String, String, T> function) {
        return arguments.count() == 2
                ? arguments.text(0).flatMap(a -> arguments.text(1).map(b -> function.apply(a, b)))
                : Optional.empty();
    }

    private static String titled(String text) {
        return Pattern.compile("(?<![\\p{L}\\p{N}_'])\\p{L}").matcher(text).replaceAll(letter -> letter.group()
                .toUpperCase(Locale.ROOT));
    }

    private static String trimmed(String text, String characters) {
        int start = 0;
        int end = text.length();
        while (start < end && characters.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Not by a regular expression, which {@code /…/} is: Java's may take without end. */
    private static Optional<Value> replaced(Arguments arguments) {
        Optional<String> text = arguments.text(0);
        Optional<String> what = arguments.text(1);
        Optional<String> by = arguments.text(2);
        if (text.isEmpty() || what.isEmpty() || by.isEmpty() || what.get().matches("(?s)/.*/")) {
            return Optional.empty();
        }
        long longest = (long) (text.get().length() + 1) * (by.get().length() + 1);
        return longest > Weight.LARGEST
                ? Optional.empty()
                : Optional.of(Value.of(text.get().replace(what.get(), by.get())));
    }

    private static Optional<Value> part(Arguments arguments) {
        Optional<String> text = arguments.text(0);
        Optional<Integer> offset = arguments.whole(1);
        Optional<Integer> length = arguments.whole(2);
        if (text.isEmpty() || offset.isEmpty() || length.isEmpty()) {
            return Optional.empty();
        }
        int[] characters = text.get().codePoints().toArray();
        int from = offset.get() < 0 ? characters.length + offset.get() : Math.min(offset.get(), characters.length);
        if (from < 0) {
            return Optional.empty();
        }
        int left = characters.length - from;
        int taken = length.get() < 0 ? left : Math.min(length.get(), left);
        return Optional.of(Value.of(new String(characters, from, taken)));
    }

    private static Optional<Value> split(Arguments arguments) {
        return two(arguments, (separator, text) -> {
            List<Value> parts = new ArrayList<>();
            if (separator.isEmpty()) {
                text.codePoints().forEach(character -> parts.add(Value.of(Character.toString(character))));
            } else {
                for (String part : text.split(Pattern.quote(separator), -1)) {
                    parts.add(Value.of(part));
                }
            }
            return new Value.Sequence(parts);
        });
    }

    private static Optional<Value> joined(Arguments arguments) {
        Optional<String> separator = arguments.text(0);
        if (separator.isEmpty() || arguments.count() < 2) {
            return Optional.empty();
        }
        List<Value> parts = new ArrayList<>();
        for (int i = 1; i < arguments.count(); i++) {
            Optional<List<Value>> list = arguments.list(i);
            if (list.isEmpty()) {
                return Optional.empty();
            }
            for (Value item : list.get()) {
                if (!parts.isEmpty()) {
                    parts.add(Value.of(separator.get()));
                }
                parts.add(item);
            }
        }
        return Optional.of(Templates.join(parts));
    }

    /** {@code %s}, {@code %d}, {@code %v} and {@code %q} of what is known; the first three of what is not, too. */
    private static Optional<Value> formatted(List<Value> arguments) {
        Optional<String> pattern =
                arguments.isEmpty() ? Optional.empty() : arguments.get(0).text();
        if (pattern.isEmpty() || VERB.matcher(pattern.get()).replaceAll("").contains("%")) {
            return Optional.empty();
        }
        List<Value> parts = new ArrayList<>();
        int next = 1;
        int end = 0;
        for (Matcher verb = VERB.matcher(pattern.get()); verb.find(); ) {
            parts.add(Value.of(pattern.get().substring(end, verb.start())));
            end = verb.end();
            if (verb.group().equals("%%")) {
                parts.add(Value.of("%"));
                continue;
            }
            Optional<Value> shown =
                    next < arguments.size() ? shown(verb.group(), arguments.get(next)) : Optional.empty();
            if (shown.isEmpty()) {
                return Optional.empty();
            }
            parts.add(shown.get());
            next++;
        }
        parts.add(Value.of(pattern.get().substring(end)));
        return next == arguments.size() ? Optional.of(Templates.join(parts)) : Optional.empty();
    }

    private static Optional<Value> shown(String verb, Value value) {
        boolean isPart = value instanceof Value.Sequence || value instanceof Value.Mapping;
        if (verb.equals("%v") && isPart) {
            return JsonText.of(value);
        }
        if (verb.equals("%q")) {
            return value.text().flatMap(text -> JsonText.of(Value.of(text)));
        }
        return isPart || value.isAbsent() ? Optional.empty() : Optional.of(value);
    }

    private static Optional<Value> formattedEach(Arguments arguments) {
        int size = -1;
        for (Value argument : arguments.all()) {
            if (argument instanceof Value.Sequence sequence) {
                if (size >= 0 && size != sequence.items().size()) {
                    return Optional.empty();
                }
                size = sequence.items().size();
            }
        }
        List<Value> all = new ArrayList<>();
        int length = 0;
        for (int i = 0; i < size; i++) {
            int at = i;
            Optional<Value> one = formatted(arguments.all().stream()
                    .map(argument -> argument instanceof Value.Sequence sequence
                            ? sequence.items().get(at)
                            : argument)
                    .toList());
            length += one.flatMap(Value::text).map(String::length).orElse(0);
            if (one.isEmpty() || length > Weight.LARGEST) {
                return Optional.empty();
            }
            all.add(one.get());
        }
        return size < 0 ? Optional.empty() : Optional.of(new Value.Sequence(all));
    }

    private static Optional<Value> indented(Arguments arguments) {
        return arguments.whole(0).filter(spaces -> spaces >= 0 && spaces < 100).flatMap(spaces -> arguments
                .text(1)
                .map(text -> Value.of(text.replace("\n", "\n" + " ".repeat(spaces)))));
    }
}
