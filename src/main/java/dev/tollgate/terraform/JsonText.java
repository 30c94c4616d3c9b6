package dev.tollgate.terraform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern MARK = Pattern.compile("\uE000([0-9]{1,6})\uE001");
    private static final Pattern FORGED = Pattern.compile("[\uE000\uE001]");

    private JsonText() {}

    /** {@code text} as a value; empty when it is no JSON. */
    public static Optional<Value> read(String text) {
        try {
            return Optional.of(value(JSON.readValue(text, Object.class)));
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
        // Each unknown part becomes a mark that JSON leaves alone, and is put back where the mark comes out.
        StringBuilder marked = new StringBuilder();
        List<Value> parts = new ArrayList<>();
        for (Value part : template.parts()) {
            if (part.text().isPresent()) {
                marked.append(FORGED.matcher(part.text().get()).replaceAll(""));
            } else {
                marked.append('\uE000').append(parts.size()).append('\uE001');
                parts.add(part);
            }
        }
        return read(marked.toString()).map(read -> restored(read, parts));
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
        if (at == 0) {
            return value;
        }
        joined.add(Value.of(text.substring(at)));
        List<Value> written = joined.stream().filter(part -> !part.is("")).toList();
        return written.size() == 1 ? written.get(0) : Templates.join(written);
    }

    /** {@code value} as Terraform's {@code jsonencode} writes it; empty when not all of it is known. */
    static Optional<Value> of(Value value) {
        if (!value.isCertain()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Value.of(JSON.writeValueAsString(plain(value))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain data always has a JSON form", e);
        }
    }

    private static @org.jspecify.annotations.Nullable Object plain(Value value) {
        if (value instanceof Value.Sequence sequence) {
            List<Object> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(plain(item)));
            return items;
        }
        if (value instanceof Value.Mapping mapping) {
            Map<String, Object> members = new TreeMap<>();
            mapping.members().forEach((key, member) -> members.put(key, plain(member)));
            return members;
        }
        return value instanceof Value.Scalar scalar ? scalar.value() : null;
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
