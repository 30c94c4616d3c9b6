package dev.tollgate.review;

import dev.tollgate.terraform.Value;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** Conditions of statements, compared by what they let through. */
final class StatementConditions {

    private StatementConditions() {}

    /** Whether whatever meets {@code narrow} meets {@code wide}; false where that is not known. */
    static boolean include(Value wide, Value narrow) {
        if (wide.isAbsent() || wide.equals(narrow)) {
            return true;
        }
        return wide instanceof Value.Mapping operators
                && operators.members().entrySet().stream()
                        .allMatch(operator -> operator(operator.getKey(), operator.getValue(), narrow));
    }

    /**
     * Every condition on the wide side has to be on the narrow one, and to let through all that is let through there.
     */
    private static boolean operator(String operator, Value keys, Value narrow) {
        return keys instanceof Value.Mapping mapping
                && mapping.members().entrySet().stream()
                        .allMatch(key -> values(
                                operator, key.getValue(), narrow.get(operator).get(key.getKey())));
    }

    private static boolean values(String operator, Value wide, Value narrow) {
        if (narrow.isAbsent() || !wide.isCertain() || !narrow.isCertain()) {
            return false;
        }
        List<String> outer = texts(wide);
        return wide.equals(narrow)
                || switch (operator) {
                    case "IpAddress" ->
                        texts(narrow).stream().allMatch(one -> outer.stream().anyMatch(block -> contains(block, one)));
                    case "StringLike", "ArnLike", "ArnEquals" ->
                        texts(narrow).stream()
                                .allMatch(one -> outer.stream().anyMatch(pattern -> PolicyGrant.covers(pattern, one)));
                    case "StringEquals", "Bool" -> outer.containsAll(texts(narrow));
                    default -> false;
                };
    }

    private static List<String> texts(Value list) {
        return list.items().stream().flatMap(item -> item.text().stream()).toList();
    }

    private static boolean contains(String outer, String inner) {
        Optional<Block> wide = Block.of(outer);
        Optional<Block> narrow = Block.of(inner);
        return wide.isPresent() && narrow.isPresent() && wide.get().contains(narrow.get());
    }

    /** A block of addresses: {@code 203.0.113.0/24}; one address is a block of its own. */
    private record Block(BigInteger address, int bits, int prefix) {

        private static Optional<Block> of(String text) {
            String[] parts = text.split("/", -1);
            // Digits and colons alone, so that no name is ever looked up.
            if (parts.length > 2 || !parts[0].matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
                return Optional.empty();
            }
            try {
                byte[] bytes = InetAddress.getAllByName(parts[0])[0].getAddress();
                int bits = bytes.length * 8;
                int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
                return prefix < 0 || prefix > bits
                        ? Optional.empty()
                        : Optional.of(new Block(new BigInteger(1, bytes), bits, prefix));
            } catch (UnknownHostException | NumberFormatException e) {
                return Optional.empty();
            }
        }

        private boolean contains(Block other) {
            return bits == other.bits
                    && prefix <= other.prefix
                    && address.shiftRight(bits - prefix).equals(other.address.shiftRight(bits - prefix));
        }
    }
}
