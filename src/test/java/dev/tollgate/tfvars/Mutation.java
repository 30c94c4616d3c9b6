package dev.tollgate.tfvars;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Spoils a file a little, by one to three deletions, doublings, swaps or insertions. */
final class Mutation {

    private static final List<String> TOKENS = List.of(
            "{", "}", "[", "]", "(", ")", ",", "=", ":", "\"", "\n", "\r", "\r\n", "<<E\n", "\nE\n", "${", "%{", "$$",
            "\\", "\\u", "-", "+", "*", "!", "?", ".", "..", "...", "=>", "::", "1", ".5", "1e", "e5", "null", "true",
            "for", "in", "x", "x.y", "f(", "#", "//", "/*", "*/", "'", ";", " ", "\t", "\u00a0", "é", "\u0301",
            "\ufeff", "\0", "~}", "<", "&&");

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    byte[] of(byte[] original) {
        byte[] mutated = original;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            mutated = once(mutated);
        }
        return mutated;
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(4));
        int kind = random.nextInt(4);
        byte[] inserted = kind == 2 ? token() : new byte[0];
        ByteArrayOutputStream mutated = new ByteArrayOutputStream();
        mutated.write(bytes, 0, at);
        if (kind == 0) {
            mutated.write(bytes, at, length);
        } else if (kind == 1) {
            int swapped = Math.min(length, bytes.length - at - length);
            mutated.write(bytes, at + length, swapped);
            mutated.write(bytes, at, length);
            mutated.write(bytes, at + length + swapped, bytes.length - at - length - swapped);
            return mutated.toByteArray();
        }
        mutated.writeBytes(inserted);
        int rest = kind == 3 ? at + length : at;
        mutated.write(bytes, rest, bytes.length - rest);
        return mutated.toByteArray();
    }

    /** Up to {@code most} tokens in no order at all. */
    byte[] soup(int most) {
        ByteArrayOutputStream soup = new ByteArrayOutputStream();
        for (int i = random.nextInt(most); i > 0; i--) {
            soup.writeBytes(random.nextInt(20) == 0 ? new byte[] {(byte) random.nextInt(256)} : token());
        }
        return soup.toByteArray();
    }

    private byte[] token() {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }
}
