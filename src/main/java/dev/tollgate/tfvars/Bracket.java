package dev.tollgate.tfvars;

import static dev.tollgate.tfvars.TfvarsLexer.LBRACE;
import static dev.tollgate.tfvars.TfvarsLexer.LBRACK;
import static dev.tollgate.tfvars.TfvarsLexer.LPAREN;
import static dev.tollgate.tfvars.TfvarsLexer.RBRACE;
import static dev.tollgate.tfvars.TfvarsLexer.RBRACK;
import static dev.tollgate.tfvars.TfvarsLexer.RPAREN;
import static dev.tollgate.tfvars.TfvarsLexer.TEMPLATE_BEGIN;
import static dev.tollgate.tfvars.TfvarsLexer.TRIM_RBRACE;

import org.antlr.v4.runtime.Token;

/** The tokens that come in pairs: <code>( )</code>, <code>[ ]</code>, <code>{ }</code> and <code>${ }</code>. */
final class Bracket {

    private Bracket() {}

    static boolean opens(Token token) {
        int type = token.getType();
        return type == LPAREN || type == LBRACK || type == LBRACE || type == TEMPLATE_BEGIN;
    }

    static boolean closes(Token token) {
        int type = token.getType();
        return type == RPAREN || type == RBRACK || type == RBRACE || type == TRIM_RBRACE;
    }

    /** What closes {@code opener}, as the user writes it. */
    static String closerOf(Token opener) {
        if (opener.getType() == LPAREN) {
            return ")";
        }
        return opener.getType() == LBRACK ? "]" : "}";
    }
}
