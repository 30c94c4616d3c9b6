package dev.tollgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.finding.UserError;
import dev.tollgate.hcl.HclParser;
import dev.tollgate.hcl.HclPositions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Spoils HCL: whatever comes of it is read or refused with its place, never a crash, never without end.
 * {@code -Dfuzz=20000} does all of it, and reads as many with the real parser; the ordinary run does a tenth, of which
 * it reads every tenth.
 */
class HclFuzzTest {

    private static final int DOCUMENTS = Integer.getInteger("fuzz", 2_000);
    private static final int READ_ONE_IN = Integer.getInteger("fuzz") == null ? 10 : 1;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final List<String> INTRUDERS = List.of(
            "\"",
            "${",
            "}",
            "{",
            "[",
            "]",
            "(",
            "<<EOF\n",
            "<<-EOT\n x\n EOT\n",
            "/*",
            "#",
            "\n",
            " = ",
            "dynamic \"x\" {\n for_each = var.x\n content {}\n}\n",
            "for_each = { for k, v in local.a : k => v }\n",
            "count = 1e9\n",
            "local.a",
            "${local.b}${local.b}",
            "range(0, 100000000)",
            "[for a in range(5000) : [for b in range(5000) : [for c in range(5000) : a]]]",
            "jsonencode(aws_lambda_function.x[*])",
            "\\u0000",
            "😀",
            "null",
            "each.value",
            "module.api[\"x\"].y",
            "%{ for x in y }",
            "try(var.a.b.c[0], null)",
            "(".repeat(300),
            "a".repeat(3000));

    @Test
    void readsOrRefusesWhateverItIsGiven() throws IOException {
        List<String> originals = originals();
        Random random = new Random(20261129);
        int read = 0;
        try (HclParser parser = HclParser.waiting()) {
            for (int i = 0; i < DOCUMENTS; i++) {
                String text = spoiled(originals.get(random.nextInt(originals.size())), random);
                long start = System.nanoTime();
                boolean parsed = i % READ_ONE_IN == 0 ? isRead(text, parser) : isPlaced(text);
                read += parsed && i % READ_ONE_IN == 0 ? 1 : 0;
                // Nothing to do with speed: it tells a text that never ends from one that is read.
                assertThat(Duration.ofNanos(System.nanoTime() - start)).as(text).isLessThan(LONGEST);
            }
        }
        assertThat(read).as("texts that were HCL still").isGreaterThan(DOCUMENTS / READ_ONE_IN / 20);
    }

    private static boolean isPlaced(String text) {
        try {
            HclPositions.of("main.tf", text);
            return true;
        } catch (UserError refused) {
            assertThat(refused.getMessage()).startsWith("main.tf:");
            return false;
        } catch (RuntimeException | StackOverflowError crash) {
            throw new AssertionError("no crash over:\n" + text, crash);
        }
    }

    private static boolean isRead(String text, HclParser parser) {
        try {
            ConfigurationReader.read(List.of(new ConfigurationFile("main.tf", text)), new TreeMap<>(), parser);
            return true;
        } catch (UserError refused) {
            assertThat(refused.getMessage()).contains("main.tf");
            return false;
        } catch (RuntimeException | StackOverflowError crash) {
            throw new AssertionError("no crash over:\n" + text, crash);
        }
    }

    private static List<String> originals() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/hcl"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".tf")).sorted().toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    private static String spoiled(String text, Random random) {
        StringBuilder spoiled = new StringBuilder(text);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(spoiled.length());
            int end = Math.min(spoiled.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(8)) {
                case 0 -> spoiled.delete(at, end);
                case 1 -> spoiled.insert(at, spoiled.substring(at, end));
                case 2 -> spoiled.insert(at, INTRUDERS.get(random.nextInt(INTRUDERS.size())));
                default -> replaceValue(spoiled, at, INTRUDERS.get(random.nextInt(INTRUDERS.size())));
            }
        }
        return spoiled.toString();
    }

    /** Replaces the value after the next equals sign, so that the text often stays HCL. */
    private static void replaceValue(StringBuilder text, int from, String by) {
        int equals = text.indexOf(" = ", from);
        int end = equals < 0 ? -1 : text.indexOf("\n", equals);
        if (end > 0) {
            text.replace(equals + 3, end, by);
        }
    }
}
