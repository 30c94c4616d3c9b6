package dev.tollgate.terraform;

import org.antlr.v4.runtime.tree.ParseTree;

/** The literal text of a template. */
final class TemplateText {

    private TemplateText() {}

    /** What an escape in a quoted string stands for. */
    static String unescaped(String escape) {
        return switch (escape.charAt(1)) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'u', 'U' -> character(Integer.parseUnsignedInt(escape.substring(2), 16));
            default -> escape.substring(1);
        };
    }

    private static String character(int codePoint) {
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "\uFFFD";
    }

    /** The text of {@code part}, without the spaces that a {@code ~} beside it takes away. */
    static String plain(ExpressionParser.PartContext part) {
        String text = part.getText();
        ParseTree around = part.getParent();
        for (int i = 0; i < around.getChildCount(); i++) {
            if (around.getChild(i) == part) {
                boolean left = i > 0 && around.getChild(i - 1).getText().endsWith("~}");
                boolean right = i + 1 < around.getChildCount()
                        && around.getChild(i + 1).getText().matches("(?s)[$%]\\{~.*");
                text = left ? text.stripLeading() : text;
                text = right ? text.stripTrailing() : text;
            }
        }
        return text;
    }
}
