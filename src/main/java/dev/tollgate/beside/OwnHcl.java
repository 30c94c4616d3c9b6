package dev.tollgate.beside;

import dev.tollgate.hcl.HclText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what blocks and arguments a text in Terraform's own language has, and where. It never fails: what Terraform
 * would refuse is passed over, for Terraform says that better.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
final class OwnHcl {

    /** Deeper than anybody writes; what is deeper is passed over as a whole. */
    private static final int DEEPEST = 60;

    private final HclText text;
    private Optional<OwnBody.Broken> unclosed = Optional.empty();
    private boolean closed;
    private int at;

    private OwnHcl(String file, String text) {
        this.text = new HclText(file, text);
    }

    /** The body of {@code file}, which holds {@code text}. */
    static OwnBody read(String file, String text) {
        OwnHcl reader = new OwnHcl(file, text);
        OwnBody body = reader.body(0);
        return new OwnBody(body.attributes(), body.blocks(), reader.unclosed);
    }

    /** Up to the brace that ends it, or the end of the text. */
    private OwnBody body(int depth) {
        List<OwnAttribute> attributes = new ArrayList<>();
        List<OwnBlock> blocks = new ArrayList<>();
        while (!text.ends(at)) {
            int next = text.afterBlanks(at);
            if (text.isUnclosedComment(next)) {
                broken(next, "this comment is never closed");
                at = text.length();
            } else if (next > at) {
                at = next;
            } else if (text.is(at, '}') && depth > 0) {
                at++;
                closed = true;
                return new OwnBody(attributes, blocks, Optional.empty());
            } else if (text.startsName(at)) {
                named(depth, attributes, blocks);
            } else {
                pass();
            }
        }
        closed = false;
        return new OwnBody(attributes, blocks, Optional.empty());
    }

    /** A name begins here: of an argument or of a block. */
    private void named(int depth, List<OwnAttribute> attributes, List<OwnBlock> blocks) {
        int start = at;
        String name = word();
        List<String> labels = new ArrayList<>();
        while (!text.ends(at)) {
            at = text.afterSpaces(at);
            if (text.is(at, '=') && !text.is(at + 1, '=') && labels.isEmpty()) {
                at++;
                attributes.add(new OwnAttribute(name, text.location(start), expression()));
                return;
            }
            if (text.is(at, '{')) {
                blocks.add(block(depth, start, name, labels));
                return;
            }
            if (text.is(at, '"')) {
                int end = text.afterQuoted(at);
                labels.add(text.between(at + 1, Math.max(at + 1, end - 1)));
                at = end;
            } else if (text.startsName(at)) {
                labels.add(word());
            } else {
                return;
            }
        }
    }

    private OwnBlock block(int depth, int start, String type, List<String> labels) {
        int brace = at;
        OwnBody inner;
        if (depth < DEEPEST) {
            at++;
            inner = body(depth + 1);
        } else {
            at = text.afterBracketed(at);
            closed = text.is(at - 1, '}');
            inner = new OwnBody(List.of(), List.of(), Optional.empty());
        }
        if (!closed) {
            broken(brace, "this `{` is never closed");
        }
        String all = depth == 0 ? text.squeezed(start, at) : "";
        return new OwnBlock(type, labels, text.location(start), inner, all);
    }

    private String expression() {
        int start = text.afterSpaces(at);
        int depth = 0;
        at = start;
        while (!text.ends(at)) {
            if (depth == 0 && (text.is(at, '\n') || text.is(at, '}'))) {
                break;
            }
            depth += text.is(at, '{') || text.is(at, '(') || text.is(at, '[') ? 1 : 0;
            depth -= (text.is(at, '}') || text.is(at, ')') || text.is(at, ']')) && depth > 0 ? 1 : 0;
            pass();
        }
        if (depth > 0) {
            broken(start, "a bracket in this expression is never closed");
        }
        return text.squeezed(start, at).strip();
    }

    /** Past one thing that cannot be looked into: a string, a heredoc, a comment or a character. */
    private void pass() {
        if (text.isHeredoc(at)) {
            int end = text.afterHeredoc(at);
            if (end < 0) {
                broken(at, "this heredoc is never closed");
                end = text.length();
            }
            at = end;
        } else if (text.isUnclosedComment(at)) {
            broken(at, "this comment is never closed");
            at = text.length();
        } else if (text.isComment(at)) {
            at = text.afterComment(at);
        } else if (text.is(at, '"')) {
            at = text.afterQuoted(at);
        } else {
            at++;
        }
    }

    private String word() {
        int start = at;
        at = text.afterName(at);
        return text.between(start, at);
    }

    private void broken(int index, String message) {
        if (unclosed.isEmpty()) {
            unclosed = Optional.of(new OwnBody.Broken(text.location(index), message));
        }
    }
}
