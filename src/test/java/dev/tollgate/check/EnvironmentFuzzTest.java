package dev.tollgate.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.check.rule.FileJudge;
import dev.tollgate.finding.Finding;
import dev.tollgate.pipeline.DiskFiles;
import dev.tollgate.synth.StackResources;
import dev.tollgate.tfvars.EnvironmentReader;
import dev.tollgate.tfvars.Reading;
import dev.tollgate.tfvars.TfvarsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Spoils the project's own environments, a token here and there: whatever comes of it is judged, never a crash. */
class EnvironmentFuzzTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static final int FILES = Integer.getInteger("fuzz", 5_000);
    private static final Pattern TOKEN = Pattern.compile("\"[^\"\\n]*\"|[A-Za-z_][A-Za-z0-9_-]*|[0-9]+|\\s+|.");
    private static final List<String> INTRUDERS = List.of(
            "null",
            "[]",
            "{}",
            "[null]",
            "{ a = null }",
            "-1",
            "0",
            "1.5",
            "1e9",
            "true",
            "\"\"",
            "\"*\"",
            "\"${\"",
            "\"$${x}\"",
            "\"GET /{a}/{a}\"",
            "\"$default\"",
            "\"ANY /{proxy+}\"",
            "\"http\"",
            "\"none\"",
            "\"..\"",
            "\"/\"",
            "\"client_credentials\"",
            "\"openid\"",
            "\"\\u0000\"",
            "\"\\u001b[31m\"",
            "\"" + "a".repeat(300) + "\"");

    @Test
    void judgesWhateverIsLeftOfSpoiledEnvironments() {
        List<String> originals = originals();
        Random random = new Random(20261120);
        DiskFiles disk = new DiskFiles(Path.of(""));
        int judged = 0;
        for (int i = 0; i < FILES; i++) {
            String text = spoiled(originals.get(i % originals.size()), random);
            Reading reading = EnvironmentReader.read(
                    "fuzz",
                    List.of(TfvarsReader.parse("environments/fuzz.tfvars", text.getBytes(StandardCharsets.UTF_8))));
            List<Finding> findings = reading.environment()
                    .map(read -> FileJudge.judge(
                            read,
                            reading.origins(),
                            disk,
                            reading.findings(),
                            TODAY,
                            StackResources::names,
                            OtherRules.NONE))
                    .orElse(reading.findings());
            judged += reading.environment().isPresent() ? 1 : 0;
            for (Finding finding : findings) {
                assertThat(finding.message()).as(text).isNotBlank().doesNotEndWith(".");
                assertThat(finding.location().file()).isEqualTo("environments/fuzz.tfvars");
            }
        }
        assertThat(judged).as("files that were whole enough to be judged").isGreaterThan(FILES / 5);
    }

    private static List<String> originals() {
        try (Stream<Path> files = Files.walk(Path.of("environments"))) {
            List<String> texts = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".tfvars")).sorted().toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String spoiled(String text, Random random) {
        List<String> tokens = new ArrayList<>();
        for (Matcher matcher = TOKEN.matcher(text); matcher.find(); ) {
            tokens.add(matcher.group());
        }
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(tokens.size());
            switch (random.nextInt(4)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.set(at, INTRUDERS.get(random.nextInt(INTRUDERS.size())));
                case 2 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
                default -> replaceValue(tokens, at, random);
            }
        }
        return String.join("", tokens);
    }

    /** Replaces the next string or number, so that the file stays one. */
    private static void replaceValue(List<String> tokens, int from, Random random) {
        for (int at = from; at < tokens.size(); at++) {
            if (tokens.get(at).startsWith("\"")
                    || Character.isDigit(tokens.get(at).charAt(0))) {
                tokens.set(at, INTRUDERS.get(random.nextInt(INTRUDERS.size())));
                return;
            }
        }
    }
}
