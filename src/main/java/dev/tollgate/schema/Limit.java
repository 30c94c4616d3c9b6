package dev.tollgate.schema;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What AWS, or Tollgate, lets a value be; one case a kind of bound. */
public sealed interface Limit {

    /** What is allowed, as the end of a sentence: {@code 128 to 10240 MB}. */
    String allowed();

    /** The page of AWS's documentation that says so; empty for a bound of Tollgate's own. */
    String source();

    /** Whether {@code value} keeps to the bound; a value of another kind than the bound speaks of does. */
    boolean admits(Object value);

    /** One of a closed set of words. */
    record OneOf(List<String> words, String source) implements Limit {

        public OneOf {
            words = List.copyOf(words);
        }

        @Override
        public String allowed() {
            return words.stream().map(w -> "`" + w + "`").collect(java.util.stream.Collectors.joining(", "));
        }

        @Override
        public boolean admits(Object value) {
            if (value instanceof BigDecimal number) {
                return words.contains(number.stripTrailingZeros().toPlainString());
            }
            return !(value instanceof String text) || words.contains(text);
        }
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    record Between(long least, long most, String unit, String source) implements Limit {
        @Override
        public String allowed() {
            return "a whole number, " + least + " to " + most + (unit.isEmpty() ? "" : " " + unit);
        }

        @Override
        public boolean admits(Object value) {
            return !(value instanceof BigDecimal number)
                    || (number.stripTrailingZeros().scale() <= 0
                            && number.compareTo(BigDecimal.valueOf(least)) >= 0
                            && number.compareTo(BigDecimal.valueOf(most)) <= 0);
        }
    }

    /** Text that matches {@code pattern} as a whole; {@code meaning} says the pattern in words. */
    record Matching(Pattern pattern, String meaning, String source) implements Limit {
        @Override
        public String allowed() {
            return meaning;
        }

        @Override
        public boolean admits(Object value) {
            return !(value instanceof String text) || pattern.matcher(text).matches();
        }
    }

    /** A day of the calendar. */
    record Day() implements Limit {

        /** Whether {@code text} is one. */
        public static boolean isDay(String text) {
            try {
                LocalDate.parse(text);
                return true;
            } catch (DateTimeParseException e) {
                return false;
            }
        }

        @Override
        public String allowed() {
            return "a day such as `2027-01-31`";
        }

        @Override
        public String source() {
            return "";
        }

        @Override
        public boolean admits(Object value) {
            return !(value instanceof String text) || isDay(text);
        }
    }

    /** At most {@code most} items, or entries. */
    record Count(int most, String what, String source) implements Limit {
        @Override
        public String allowed() {
            return "at most " + most + " " + what;
        }

        @Override
        public boolean admits(Object value) {
            if (value instanceof List<?> list) {
                return list.size() <= most;
            }
            return !(value instanceof java.util.Map<?, ?> map) || map.size() <= most;
        }
    }

    /** The bound that every key of a map, or item of a list, keeps to; {@code count} bounds how many there are. */
    record Each(Optional<Limit> keys, Optional<Limit> items, Optional<Count> count) implements Limit {
        @Override
        public String allowed() {
            return first().map(Limit::allowed).orElse("");
        }

        @Override
        public String source() {
            return first().map(Limit::source).orElse("");
        }

        private Optional<? extends Limit> first() {
            return count.isPresent() ? count : keys.isPresent() ? keys : items;
        }

        @Override
        public boolean admits(Object value) {
            return count.map(c -> c.admits(value)).orElse(true);
        }
    }

    static Limit oneOf(String source, String... words) {
        return new OneOf(List.of(words), source);
    }

    static Limit between(long least, long most, String unit, String source) {
        return new Between(least, most, unit, source);
    }

    static Limit matching(String pattern, String meaning, String source) {
        return new Matching(Pattern.compile(pattern), meaning, source);
    }

    static Each keys(Limit limit) {
        return new Each(Optional.of(limit), Optional.empty(), Optional.empty());
    }

    static Each items(Limit limit) {
        return new Each(Optional.empty(), Optional.of(limit), Optional.empty());
    }

    static Count atMost(int most, String what, String source) {
        return new Count(most, what, source);
    }
}
