package dev.tollgate.tfvars;

import dev.tollgate.finding.Finding;
import dev.tollgate.tfvars.TfvarsParser.HeredocContext;
import dev.tollgate.tfvars.TfvarsParser.PartContext;
import dev.tollgate.tfvars.TfvarsParser.StringContext;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Resolves the escapes of strings and the indentation of heredocs; the result is in normal form C, as Terraform's. */
final class StringReader {

    private final String file;
    private final List<Finding> findings;
    private boolean badByteReported;

    StringReader(String file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    static String normalize(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    String quoted(StringContext string, String path) {
        StringBuilder text = new StringBuilder();
        for (PartContext part : string.part()) {
            text.append(text(part, path));
        }
        return normalize(text.toString());
    }

    String heredoc(HeredocContext heredoc, String path) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (PartContext part : heredoc.part()) {
            line.append(text(part, path));
            if (part.HEREDOC_NEWLINE() != null) {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        boolean indented = Heredoc.isIndented(heredoc.HEREDOC_BEGIN().getText());
        return normalize(indented ? Heredoc.withoutIndentation(lines) : String.join("", lines));
    }

    private String text(PartContext part, String path) {
        Token token = part.getStart();
        return switch (token.getType()) {
            case TfvarsParser.ESCAPE -> escape(token, path);
            // `$${` and `%%{` stand for what would otherwise begin a template.
            case TfvarsParser.TEMPLATE_ESCAPE -> token.getText().substring(1);
            case TfvarsParser.TEMPLATE_BEGIN -> refuse(NotALiteral.template(part.template(), file, path));
            case TfvarsParser.BAD_ESCAPE -> refuse(WrongCharacter.escape(token, file, path));
            case TfvarsParser.BAD_BYTE -> badByte(token, path);
            default -> token.getText();
        };
    }

    private String escape(Token token, String path) {
        String escape = token.getText();
        return switch (escape.charAt(1)) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'u', 'U' -> codePoint(token, path);
            default -> escape.substring(1);
        };
    }

    private String codePoint(Token token, String path) {
        long codePoint = Long.parseLong(token.getText().substring(2), 16);
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        if (surrogate || codePoint > Character.MAX_CODE_POINT) {
            return refuse(WrongCharacter.noCharacter(token, file, path));
        }
        return Character.toString((int) codePoint);
    }

    /** Once a file: one wrong encoding makes every letter with an accent wrong. */
    private String badByte(Token token, String path) {
        if (!badByteReported) {
            badByteReported = true;
            refuse(WrongCharacter.badByte(path, LexerTokens.locationOf(file, token)));
        }
        return "";
    }

    private String refuse(Finding finding) {
        findings.add(finding);
        return "";
    }
}
