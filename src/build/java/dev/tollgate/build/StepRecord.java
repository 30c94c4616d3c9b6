package dev.tollgate.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What a step was made from and what it made: its first line is the inputs' digest, each other an output's. */
final class StepRecord {

    private final Path file;

    StepRecord(Path file) {
        this.file = file;
    }

    /** A digest of the referenced modules, of which bindings these are, and of the program that does the step. */
    static String digest(Collection<String> modules, Path bindings, Path program) throws IOException {
        MessageDigest digest = sha256();
        digest.update(String.join("\n", modules).getBytes(StandardCharsets.UTF_8));
        digest.update((bindings.getFileName() + "\n" + Files.size(bindings) + "\n"
                        + Files.getLastModifiedTime(bindings).toMillis())
                .getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> walk = Files.walk(program)) {
            for (Path part : walk.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(Files.readAllBytes(part));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether the outputs are those of {@code inputs}, and as they were written. */
    boolean says(String inputs) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.get(0).equals(inputs)) {
            return false;
        }
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", 2);
            Path output = Path.of(words[words.length - 1]);
            if (!Files.isRegularFile(output) || !digest(output).equals(words[0])) {
                return false;
            }
        }
        return true;
    }

    /** Remembers {@code outputs}. */
    void write(String inputs, List<Path> outputs) throws IOException {
        List<String> lines = new ArrayList<>(List.of(inputs));
        for (Path output : outputs) {
            lines.add(digest(output) + " " + output);
        }
        Files.write(file, lines);
    }

    private static String digest(Path output) throws IOException {
        return HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(output)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
