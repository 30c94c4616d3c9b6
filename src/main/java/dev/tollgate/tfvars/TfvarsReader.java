package dev.tollgate.tfvars;

/**
 * Reads a {@code .tfvars} or {@code .tfvars.json} file as strictly as Terraform does, tried against Terraform 1.11.
 *
 * <p>It is stricter than Terraform in these and no other cases, all kept in the test corpus under {@code stricter/}:
 *
 * <ul>
 *   <li>what Terraform would compute from constants (rule {@code not-a-literal}): operators, conditionals, {@code for},
 *       indexes, attributes, splats, templates in strings and heredocs, a minus before anything but a number;
 *   <li>the same key twice in one object (rule {@code duplicate-key}), where Terraform silently takes the last;
 *   <li>bytes in a string that are no UTF-8 and, in JSON, half a surrogate pair (rule {@code syntax-error}), where
 *       Terraform silently puts U+FFFD;
 *   <li>more than {@value SignificantTokens#DEEPEST} brackets in each other, numbers of more than
 *       {@value Numbers#MOST_DIGITS} digits or beyond 10^±{@value Numbers#LARGEST_EXPONENT} (rule
 *       {@code syntax-error}).
 * </ul>
 *
 * <p>As in Terraform, strings and the keys of objects are in Unicode's normal form C, and a {@code .tfvars.json} holds
 * no templates: a dollar and a brace are text there. Columns count code points; Terraform's own messages count grapheme
 * clusters.
 */
public final class TfvarsReader {

    private TfvarsReader() {}

    /**
     * Reads the whole file, and reports every mistake it can tell from the consequence of another.
     *
     * @param fileName as the user would name it; it is JSON when it ends in {@code .json}, as Terraform decides
     */
    public static Parsed parse(String fileName, byte[] content) {
        SourceText source = SourceText.of(fileName, content);
        if (fileName.endsWith(".json")) {
            return new TfvarsJsonReader(source).read();
        }
        return new HclReader(source.withoutByteOrderMark()).read();
    }
}
