package dev.tollgate.schema;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What AWS, or Tollgate, lets a value be; one case a kind of bound. */
public sealed interface Limit {

    /** What is allowed, as the end of a sentence: {@code 128 to 10240 MB}. */
    String allowed();

    /** The page of AWS's documentation that says so; empty for a bound of Tollgate's own. */
    String source();

    /** Whether {@code value} keeps to the bound; a value of another kind than the bound speaks of does. */
    boolean admits(Object value);

    /**
     * The same question as an expression of Terraform's, for a value that a var file brings: {@code ref} is not null.
     */
    String condition(String ref);

    /** One of a closed set of words; those that are {@code outgoing} are taken, and suggested to nobody. */
    record OneOf(List<String> words, List<String> outgoing, String source) implements Limit {

        public OneOf {
            words = List.copyOf(words);
            outgoing = List.copyOf(outgoing);
        }

        /** The same, and {@code more} on their way out. */
        OneOf takingStill(String... more) {
            return new OneOf(words, List.of(more), source);
        }

        private boolean has(String word) {
            return words.contains(word) || outgoing.contains(word);
        }

        @Override
        public String allowed() {
            return words.stream().map(w -> "`" + w + "`").collect(java.util.stream.Collectors.joining(", "));
        }

        @Override
        public boolean admits(Object value) {
            if (value instanceof BigDecimal number) {
                return has(number.stripTrailingZeros().toPlainString());
            }
            return !(value instanceof String text) || has(text);
        }

        @Override
        public String condition(String ref) {
            List<String> all = new ArrayList<>(words);
            all.addAll(outgoing);
            return "contains(" + Literal.of(all) + ", tostring(" + ref + "))";
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

        @Override
        public String condition(String ref) {
            return ref + " >= " + least + " && " + ref + " <= " + most + " && floor(" + ref + ") == " + ref;
        }
    }

    /**
     * Text that matches {@code pattern} as a whole, and has nothing that matches {@code never}; {@code meaning} says it
     * in words. Terraform reads both too: its RE2 has no look-around, and repeats at most 1,000 times.
     */
    record Matching(Pattern pattern, Optional<Pattern> never, String meaning, String source) implements Limit {
        @Override
        public String allowed() {
            return meaning;
        }

        @Override
        public boolean admits(Object value) {
            return !(value instanceof String text)
                    || (pattern.matcher(text).matches()
                            && never.filter(part -> part.matcher(text).find()).isEmpty());
        }

        @Override
        public String condition(String ref) {
            String whole = "can(regex(" + Literal.of("^(?:" + pattern + ")$") + ", " + ref + "))";
            return never.map(part -> whole + " && !can(regex(" + Literal.of(part.toString()) + ", " + ref + "))")
                    .orElse(whole);
        }

        /** The same, with {@code part} nowhere in it. */
        Matching without(String part) {
            return new Matching(pattern, Optional.of(Pattern.compile(part)), meaning, source);
        }
    }

    /** Text of at most {@code most} characters. */
    record Length(int most, String source) implements Limit {
        @Override
        public String allowed() {
            return "at most " + most + " characters";
        }

        @Override
        public boolean admits(Object value) {
            return !(value instanceof String text) || text.codePointCount(0, text.length()) <= most;
        }

        @Override
        public String condition(String ref) {
            return "length(" + ref + ") <= " + most;
        }
    }

    /** Any of several; {@code meaning} says them in words. */
    record Either(List<Limit> bounds, String meaning, String source) implements Limit {

        public Either {
            bounds = List.copyOf(bounds);
        }

        @Override
        public String allowed() {
            return meaning;
        }

        @Override
        public boolean admits(Object value) {
            return bounds.stream().anyMatch(bound -> bound.admits(value));
        }

        @Override
        public String condition(String ref) {
            return bounds.stream()
                    .map(bound -> bound.condition(ref))
                    .collect(java.util.stream.Collectors.joining(" || ", "(", ")"));
        }
    }

    /** All of several; a value is held to each, and told which it breaks. */
    record All(List<Limit> bounds) implements Limit {

        public All {
            bounds = List.copyOf(bounds);
        }

        @Override
        public String allowed() {
            return bounds.stream().map(Limit::allowed).collect(java.util.stream.Collectors.joining("; "));
        }

        @Override
        public String source() {
            return bounds.get(0).source();
        }

        @Override
        public boolean admits(Object value) {
            return bounds.stream().allMatch(bound -> bound.admits(value));
        }

        @Override
        public String condition(String ref) {
            return bounds.stream()
                    .map(bound -> bound.condition(ref))
                    .collect(java.util.stream.Collectors.joining(" && "));
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

        @Override
        public String condition(String ref) {
            return "can(formatdate(\"YYYY\", \"${" + ref + "}T00:00:00Z\"))";
        }
    }

    /** At least {@code least} and at most {@code most} items, or entries. */
    record Count(int least, int most, String what, String source) implements Limit {
        @Override
        public String allowed() {
            return least == 0 ? "at most " + most + " " + what : "at least " + least + " of them";
        }

        @Override
        public boolean admits(Object value) {
            if (value instanceof Collection<?> list) {
                return list.size() >= least && list.size() <= most;
            }
            return !(value instanceof Map<?, ?> map) || (map.size() >= least && map.size() <= most);
        }

        @Override
        public String condition(String ref) {
            String bounded = "length(" + ref + ") <= " + most;
            return least == 0 ? bounded : "length(" + ref + ") >= " + least + " && " + bounded;
        }
    }

    /** Names that differ by more than case: {@code what} says of what, and who takes them for one. */
    record Distinct(String what, String source) implements Limit {
        @Override
        public String allowed() {
            return what;
        }

        @Override
        public boolean admits(Object value) {
            return !(value instanceof Map<?, ?> map) || repeated(map).isEmpty();
        }

        /** The names that are there already but for their case. */
        public List<String> repeated(Map<?, ?> map) {
            Set<String> seen = new HashSet<>();
            return map.keySet().stream()
                    .map(String::valueOf)
                    .filter(name -> !seen.add(name.toLowerCase(Locale.ROOT)))
                    .toList();
        }

        @Override
        public String condition(String ref) {
            return "length(distinct([for k in keys(" + ref + ") : lower(k)])) == length(" + ref + ")";
        }
    }

    /** The bounds that every key of a map, or item of a list, keeps to, and those of the {@code whole}. */
    record Each(Optional<Limit> keys, Optional<Limit> items, List<Limit> whole) implements Limit {

        public Each {
            whole = List.copyOf(whole);
        }

        @Override
        public String allowed() {
            return first().map(Limit::allowed).orElse("");
        }

        @Override
        public String source() {
            return first().map(Limit::source).orElse("");
        }

        private Optional<Limit> first() {
            return whole.isEmpty() ? keys.or(() -> items) : Optional.of(whole.get(0));
        }

        @Override
        public boolean admits(Object value) {
            if (value instanceof Map<?, ?> map) {
                return whole.stream().allMatch(bound -> bound.admits(value))
                        && map.keySet().stream()
                                .allMatch(name -> keys.isEmpty() || keys.get().admits(name))
                        && map.values().stream().allMatch(this::admitsItem);
            }
            return whole.stream().allMatch(bound -> bound.admits(value))
                    && (!(value instanceof List<?> list) || list.stream().allMatch(this::admitsItem));
        }

        private boolean admitsItem(Object item) {
            return items.isEmpty() || items.get().admits(item);
        }

        @Override
        public String condition(String ref) {
            List<String> conditions = new ArrayList<>();
            whole.forEach(bound -> conditions.add(bound.condition(ref)));
            keys.ifPresent(
                    bound -> conditions.add("alltrue([for k in keys(" + ref + ") : " + bound.condition("k") + "])"));
            items.ifPresent(bound -> conditions.add("alltrue([for v in " + ref + " : " + bound.condition("v") + "])"));
            return String.join(" && ", conditions);
        }

        /** The same, and the whole within {@code bounds}. */
        Each and(Limit... bounds) {
            List<Limit> all = new ArrayList<>(whole);
            all.addAll(List.of(bounds));
            return new Each(keys, items, all);
        }
    }

    /** At least one item where the list at {@code sibling} has one of {@code words}. */
    record Beside(Key sibling, List<String> words, String allowed) implements Limit {

        public Beside {
            words = List.copyOf(words);
        }

        @Override
        public String source() {
            return "";
        }

        /** Only a value with its siblings can break it. */
        @Override
        public boolean admits(Object value) {
            return true;
        }

        @Override
        public String condition(String ref) {
            String beside = ref.substring(0, ref.lastIndexOf('.') + 1) + sibling.word();
            return "length(" + ref + ") > 0 || length(setintersection(" + beside + ", " + Literal.of(words) + ")) == 0";
        }
    }

    static OneOf oneOf(String source, String... words) {
        return new OneOf(List.of(words), List.of(), source);
    }

    static Limit between(long least, long most, String unit, String source) {
        return new Between(least, most, unit, source);
    }

    static Matching matching(String pattern, String meaning, String source) {
        return new Matching(Pattern.compile(pattern), Optional.empty(), meaning, source);
    }

    static Limit all(Limit... bounds) {
        return new All(List.of(bounds));
    }

    static Each keys(Limit limit) {
        return new Each(Optional.of(limit), Optional.empty(), List.of());
    }

    static Each items(Limit limit) {
        return new Each(Optional.empty(), Optional.of(limit), List.of());
    }

    static Each entries(Limit keys, Limit items) {
        return new Each(Optional.of(keys), Optional.of(items), List.of());
    }

    static Count atMost(int most, String what, String source) {
        return new Count(0, most, what, source);
    }

    static Count atLeast(int least, String source) {
        return new Count(least, Integer.MAX_VALUE, "", source);
    }
}
