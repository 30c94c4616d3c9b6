package dev.tollgate.tfvars;

import java.util.Random;
import java.util.stream.Collectors;

/** Writes a tree as a tfvars file, in one of the many ways it may be written; random numbers choose between them. */
final class TreePrinter {

    private final Random random;
    private final boolean json;

    TreePrinter(Random random, boolean json) {
        this.random = random;
        this.json = json;
    }

    String file(TfvarsValue.Entries file) {
        if (json) {
            return value(file);
        }
        String lineEnd = random.nextInt(4) == 0 ? "\r\n" : "\n";
        return file.entries().stream()
                .map(entry -> entry.key() + blank() + "=" + blank() + value(entry.value()) + comment() + lineEnd)
                .collect(Collectors.joining());
    }

    private String value(TfvarsValue value) {
        if (!json && random.nextInt(12) == 0) {
            return "(" + gap() + value(value) + gap() + ")";
        }
        if (value instanceof TfvarsValue.Text text) {
            return !json && isHeredoc(text.text()) ? heredoc(text.text()) : quoted(text.text());
        }
        if (value instanceof TfvarsValue.Num number) {
            return random.nextBoolean()
                    ? number.number().toString()
                    : number.number().toPlainString();
        }
        if (value instanceof TfvarsValue.Bool bool) {
            return String.valueOf(bool.truth());
        }
        if (value instanceof TfvarsValue.Items items) {
            String comma = !json && !items.items().isEmpty() && random.nextBoolean() ? gap() + "," : "";
            return items.items().stream()
                    .map(item -> gap() + value(item))
                    .collect(Collectors.joining(gap() + ",", "[", comma + gap() + "]"));
        }
        return value instanceof TfvarsValue.Entries entries ? object(entries) : "null";
    }

    private String object(TfvarsValue.Entries object) {
        String separator = json || random.nextBoolean() ? "," : "\n";
        String end = !json && !object.entries().isEmpty() && random.nextBoolean() ? separator : "";
        return object.entries().stream()
                .map(entry -> blank() + key(entry.key()) + blank() + colon() + blank() + value(entry.value()))
                .collect(Collectors.joining(separator + (json ? "" : gap()), "{" + gap(), end + blank() + "}"));
    }

    private String key(String key) {
        return !json && key.startsWith("key") && random.nextBoolean() ? key : quoted(key);
    }

    private String colon() {
        return json || random.nextInt(4) == 0 ? ":" : "=";
    }

    private String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> quoted.append(character(c)));
        String body = quoted.append('"').toString();
        return json ? body : body.replace("${", "$${").replace("%{", "%%{");
    }

    private String character(int codePoint) {
        if (codePoint == '"' || codePoint == '\\') {
            return "\\" + Character.toString(codePoint);
        }
        if (codePoint == '\n') {
            return "\\n";
        }
        boolean escape = codePoint < ' ' || (codePoint > '~' && codePoint < 0x10000 && random.nextBoolean());
        return escape ? String.format("\\u%04x", codePoint) : Character.toString(codePoint);
    }

    /** Whole lines, none of which ends the heredoc; a carriage return may not stand alone in one. */
    private boolean isHeredoc(String text) {
        return text.endsWith("\n") && !text.contains("\r") && random.nextBoolean();
    }

    private String heredoc(String text) {
        // Wrapped, because the line end after the marker would end an attribute or an object's key.
        return "(<<MARK\n" + text.replace("${", "$${").replace("%{", "%%{") + "  MARK\n)";
    }

    private String blank() {
        return random.nextInt(3) == 0 ? "" : random.nextInt(6) == 0 && !json ? " /* x */ " : " ";
    }

    private String gap() {
        return random.nextInt(4) == 0 ? "\n" : random.nextInt(8) == 0 && !json ? " # x\n\n" : blank();
    }

    private String comment() {
        return random.nextInt(4) == 0 ? " // x" : "";
    }
}
