package dev.tollgate.tfvars;

import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;

/**
 * The lexer with the two things its grammar cannot say: where a heredoc ends, and that a stray {@code }} ends nothing.
 */
final class TfvarsScanner extends TfvarsLexer {

    private final Deque<String> heredocMarkers = new ArrayDeque<>();

    TfvarsScanner(CharStream text) {
        super(text);
        removeErrorListeners();
    }

    @Override
    public int popMode() {
        return _modeStack.isEmpty() ? _mode : super.popMode();
    }

    @Override
    public Token emit() {
        if (getType() == HEREDOC_BEGIN) {
            heredocMarkers.push(Heredoc.markerOf(getText()));
        } else if (getType() == TEXT && _mode == HEREDOC && endsHeredoc()) {
            setType(HEREDOC_END);
            heredocMarkers.pop();
            popMode();
        }
        return super.emit();
    }

    /** Terraform wants the marker alone on its line and that line ended: a file may not stop right after it. */
    private boolean endsHeredoc() {
        boolean lineEnds = _input.LA(1) == '\n' || (_input.LA(1) == '\r' && _input.LA(2) == '\n');
        return lineEnds
                && _tokenStartCharPositionInLine == 0
                && Heredoc.trim(getText()).equals(heredocMarkers.peek());
    }
}
