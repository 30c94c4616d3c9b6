package dev.tollgate.tfvars;

import dev.tollgate.finding.Location;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random values for a tfvars file; the same for the same random numbers. */
final class GeneratedTree {

    private static final Location NOWHERE = Location.startOf("generated");
    private static final List<String> PIECES = List.of(
            "x",
            "Books",
            " ",
            "\t",
            "\"",
            "\\",
            "$",
            "%",
            "${",
            "%{",
            "$${",
            "é",
            "😀",
            "ß",
            "{",
            "}",
            "[",
            "]",
            "#",
            "//",
            "/*",
            "*/",
            "=",
            ":",
            ",",
            "'",
            "`",
            "<<EOT",
            "\u2028",
            "\u0001",
            "\r",
            "null",
            "0",
            "GET /books",
            "\u212b");

    private final Random random;

    GeneratedTree(Random random) {
        this.random = random;
    }

    /** A file of up to five keys. */
    TfvarsValue.Entries file() {
        List<TfvarsValue.Entry> entries = new ArrayList<>();
        for (String key : List.of("a", "b", "c", "d", "e").subList(0, 1 + random.nextInt(5))) {
            entries.add(new TfvarsValue.Entry(NOWHERE, key, value(3)));
        }
        return new TfvarsValue.Entries(NOWHERE, entries);
    }

    private TfvarsValue value(int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 10)) {
            case 0 -> new TfvarsValue.Bool(NOWHERE, random.nextBoolean());
            case 1 -> new TfvarsValue.Null(NOWHERE);
            case 2, 3 -> new TfvarsValue.Num(NOWHERE, number());
            case 4, 5 -> new TfvarsValue.Text(NOWHERE, text());
            case 6, 7 -> new TfvarsValue.Items(NOWHERE, items(depth - 1));
            default -> new TfvarsValue.Entries(NOWHERE, entries(depth - 1));
        };
    }

    private BigDecimal number() {
        BigInteger digits = new BigInteger(random.nextInt(3) == 0 ? 200 : 12, random);
        BigDecimal number = new BigDecimal(digits, random.nextInt(21) - 10);
        return random.nextBoolean() ? number : number.negate();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(random.nextInt(6) == 0 ? "\n" : PIECES.get(random.nextInt(PIECES.size())));
        }
        return StringReader.normalize(text.toString());
    }

    private List<TfvarsValue> items(int depth) {
        List<TfvarsValue> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(value(depth));
        }
        return items;
    }

    private List<TfvarsValue.Entry> entries(int depth) {
        Map<String, TfvarsValue.Entry> entries = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String key = random.nextBoolean() ? text() : "key" + random.nextInt(20);
            entries.put(key, new TfvarsValue.Entry(NOWHERE, key, value(depth)));
        }
        return List.copyOf(entries.values());
    }
}
