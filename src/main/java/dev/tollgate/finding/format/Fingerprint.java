package dev.tollgate.finding.format;

import dev.tollgate.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What tells one finding from all others of a run, and stays the same while the file is reformatted or its parts change
 * places: the rule, the file and the subject, never the line.
 */
final class Fingerprint {

    private Fingerprint() {}

    /** The fingerprint of each of {@code findings}; several of one rule about one subject are counted through. */
    static Map<Finding, String> of(List<Finding> findings) {
        Map<List<String>, Integer> seen = new HashMap<>();
        Map<Finding, String> fingerprints = new HashMap<>();
        findings.stream()
                .sorted(Comparator.comparing(Finding::message).thenComparing(Finding::location))
                .forEach(finding -> {
                    List<String> what =
                            List.of(finding.rule(), finding.location().file(), finding.subject());
                    int number = seen.merge(what, 1, Integer::sum);
                    fingerprints.put(finding, digest(what, number));
                });
        return fingerprints;
    }

    private static String digest(List<String> what, int number) {
        List<String> parts = new ArrayList<>(what);
        parts.add(String.valueOf(number));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
