package dev.tollgate.tfvars;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CodePointBuffer;
import org.antlr.v4.runtime.CodePointCharStream;

/**
 * A file as text. A byte that is no UTF-8 is kept as the lone surrogate U+DC00 + byte, which no UTF-8 text can hold: in
 * a comment Terraform takes it, anywhere else it is reported where it stands.
 */
record SourceText(String file, String text) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static SourceText of(String file, byte[] content) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer chars = CharBuffer.allocate(content.length);
        CoderResult result = decoder.decode(bytes, chars, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                chars.put((char) (0xDC00 + (bytes.get() & 0xFF)));
            }
            result = decoder.reset().decode(bytes, chars, true);
        }
        return new SourceText(file, chars.flip().toString());
    }

    boolean hasByteOrderMark() {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    }

    SourceText withoutByteOrderMark() {
        return hasByteOrderMark() ? new SourceText(file, text.substring(1)) : this;
    }

    /** Counts columns in code points, so that a location is one, too. */
    CharStream codePoints() {
        return CodePointCharStream.fromBuffer(
                CodePointBuffer.withInts(IntBuffer.wrap(text.codePoints().toArray())), file);
    }

    /** Where the first byte stands that is no UTF-8, counted in chars. */
    OptionalInt firstBadByte() {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (isBadByte(text.codePointAt(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isBadByte(int codePoint) {
        return codePoint >= 0xDC80 && codePoint <= 0xDCFF;
    }
}
