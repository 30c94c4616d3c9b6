package dev.tollgate.tfvars;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Location;
import dev.tollgate.tfvars.TfvarsParser.ExpressionContext;
import java.util.Optional;

/** The name an object's key stands for: Terraform takes a string, a number or a bool, and nothing else. */
final class ObjectKey {

    private ObjectKey() {}

    static Optional<String> of(TfvarsValue key) {
        if (key instanceof TfvarsValue.Text text) {
            return Optional.of(text.text());
        }
        if (key instanceof TfvarsValue.Num number) {
            return Optional.of(Numbers.asKey(number.number()));
        }
        return key instanceof TfvarsValue.Bool bool ? Optional.of(String.valueOf(bool.truth())) : Optional.empty();
    }

    /** A word and {@code .b} or {@code [0]}: Terraform cannot tell a reference from a name without quotes. */
    static boolean isAmbiguous(ExpressionContext key) {
        return key.getChildCount() == 1
                && key.operand(0).getStart().getType() == TfvarsParser.IDENT
                && !key.operand(0).access().isEmpty();
    }

    static Finding ambiguous(ExpressionContext key, String path, Location location) {
        String message = "key " + LexerTokens.source(key) + " is not in quotes";
        return Finding.error("syntax-error", path, location, message, "put it in quotes");
    }

    static Finding mistake(ExpressionContext key, String path, Location location) {
        String message = LexerTokens.source(key) + " cannot be a key, only a name, a string, a number or a bool can";
        return Finding.error("syntax-error", path, location, message, "name the key");
    }
}
