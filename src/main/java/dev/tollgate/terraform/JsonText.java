package dev.tollgate.terraform;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON inside strings: policies, access log formats, seed items. */
public final class JsonText {

    private static final Pattern MARK = Pattern.compile("\uE000([0-9]{1,6})\uE001");
    private static final Pattern FORGED = Pattern.compile("[\uE000\uE001]");

    private JsonText() {}

    /** {@code text} as a value; empty when it is no JSON. */
    public static Optional<Value> read(String text) {
        try {
            return Optional.of(value(PlainJson.read(text)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * JSON in a string that may hold references, as a policy does: what is not known stands inside the strings it was
     * written in.
     */
    public static Optional<Value> read(Value value) {
        if (value.text().isPresent()) {
            return read(value.text().get());
        }
        if (!(value instanceof Value.Template template)) {
            return Optional.empty();
        }
        List<Value> parts = new ArrayList<>();
        return read(marked(template, parts)).map(read -> restored(read, parts));
    }

    /** Each unknown part as a mark that JSON leaves alone, and that it is put back for where the mark comes out. */
    private static String marked(Value value, List<Value> parts) {
        StringBuilder marked = new StringBuilder();
        for (Value part : value instanceof Value.Template template ? template.parts() : List.of(value)) {
            if (part.text().isPresent()) {
                marked.append(FORGED.matcher(part.text().get()).replaceAll(""));
            } else {
                marked.append('\uE000').append(parts.size()).append('\uE001');
                parts.add(part);
            }
        }
        return marked.toString();
    }

    private static Value restored(Value value, List<Value> parts) {
        if (value instanceof Value.Sequence sequence) {
            return new Value.Sequence(
                    sequence.items().stream().map(item -> restored(item, parts)).toList());
        }
        if (value instanceof Value.Mapping mapping) {
            TreeMap<String, Value> members = new TreeMap<>();
            mapping.members().forEach((key, member) -> members.put(key, restored(member, parts)));
            return new Value.Mapping(members);
        }
        String text = value.text().orElse("");
        return MARK.matcher(text).find() ? joined(text, parts) : value;
    }

    /** {@code text} with what its marks stand for. */
    private static Value joined(String text, List<Value> parts) {
        List<Value> joined = new ArrayList<>();
        int at = 0;
        for (Matcher mark = MARK.matcher(text); mark.find(); ) {
            int part = Integer.parseInt(mark.group(1));
            // JSON's own escapes can write a mark that nobody made.
            if (part < parts.size()) {
                joined.add(Value.of(text.substring(at, mark.start())));
                joined.add(parts.get(part));
                at = mark.end();
            }
        }
        joined.add(Value.of(text.substring(at)));
        List<Value> written = joined.stream().filter(part -> !part.is("")).toList();
        return written.size() == 1 ? written.get(0) : Templates.join(written);
    }

    /**
     * {@code value} as Terraform's {@code jsonencode} writes it; what is not known stands in the text as a part of it.
     * Empty when nothing is known but that it is there, or something in it must not be shown.
     */
    static Optional<Value> of(Value value) {
        if (value instanceof Value.Unknown || value instanceof Value.Reference || hides(value)) {
            return Optional.empty();
        }
        List<Value> parts = new ArrayList<>();
        String text = escaped(PlainJson.write(plain(value.isCertain() ? value : withoutMarks(value), parts)));
        return Optional.of(parts.isEmpty() ? Value.of(text) : joined(text, parts));
    }

    /** Terraform writes it so that it can stand in HTML. */
    private static String escaped(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private static Value withoutMarks(Value value) {
        if (value instanceof Value.Sequence sequence) {
            return new Value.Sequence(
                    sequence.items().stream().map(JsonText::withoutMarks).toList());
        }
        if (value instanceof Value.Mapping mapping) {
            TreeMap<String, Value> members = new TreeMap<>();
            mapping.members().forEach((key, member) -> members.put(key, withoutMarks(member)));
            return new Value.Mapping(members);
        }
        return value instanceof Value.Scalar scalar && scalar.value() instanceof String text
                ? Value.of(FORGED.matcher(text).replaceAll(""))
                : value;
    }

    private static boolean hides(Value value) {
        if (value instanceof Value.Sequence sequence) {
            return sequence.items().stream().anyMatch(JsonText::hides);
        }
        if (value instanceof Value.Mapping mapping) {
            return mapping.members().values().stream().anyMatch(JsonText::hides);
        }
        return value instanceof Value.Sensitive;
    }

    private static @org.jspecify.annotations.Nullable Object plain(Value value, List<Value> parts) {
        if (value instanceof Value.Sequence sequence) {
            List<Object> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(plain(item, parts)));
            return items;
        }
        if (value instanceof Value.Mapping mapping) {
            Map<String, Object> members = new TreeMap<>();
            mapping.members().forEach((key, member) -> members.put(key, plain(member, parts)));
            return members;
        }
        if (value instanceof Value.Scalar scalar) {
            return scalar.value() instanceof BigDecimal number ? shortest(number) : scalar.value();
        }
        return value.isAbsent() ? null : marked(value, parts);
    }

    private static BigDecimal shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Jackson's maps, lists and scalars as a value. */
    static Value value(@org.jspecify.annotations.Nullable Object json) {
        if (json instanceof Map<?, ?> map) {
            TreeMap<String, Value> members = new TreeMap<>();
            map.forEach((key, member) -> members.put(String.valueOf(key), value(member)));
            return new Value.Mapping(members);
        }
        if (json instanceof List<?> list) {
            List<Value> items = new ArrayList<>();
            list.forEach(item -> items.add(value(item)));
            return new Value.Sequence(items);
        }
        if (json instanceof Number number) {
            return Value.scalar(new BigDecimal(number.toString()));
        }
        return json == null ? Value.absent() : new Value.Scalar(json);
    }
}
