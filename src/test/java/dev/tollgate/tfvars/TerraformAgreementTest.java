package dev.tollgate.tfvars;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.finding.Finding;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every case is read by us and by the real Terraform, one process each; both must say the same. */
final class TerraformAgreementTest {

    private static final int CONSOLES = 2;
    private static final int GENERATED = 300;
    private static final int MUTATED = 300;

    /** What TfvarsReader's documentation says it refuses beyond Terraform. */
    private static final Pattern STRICTER = Pattern.compile(
            "the text is not UTF-8|half a surrogate pair .*|.* is out of range, .*|the value is nested deeper than .*");

    private final BlockingQueue<TerraformConsole> consoles = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CONSOLES);

    @BeforeEach
    void openConsoles(@TempDir Path folder) throws IOException {
        Path terraform = RequiredTool.orSkip("terraform");
        for (int i = 0; i < CONSOLES; i++) {
            consoles.add(new TerraformConsole(terraform, folder.resolve("console" + i)));
        }
    }

    @AfterEach
    void closeConsoles() {
        threads.shutdownNow();
    }

    @Test
    void bothAcceptTheValidFilesWithTheSameValues() throws Exception {
        assertThat(disagreements(Corpus.files("valid"), this::bothAcceptTheSame))
                .isEmpty();
    }

    @Test
    void bothRefuseTheInvalidFiles() throws Exception {
        assertThat(disagreements(Corpus.files("invalid"), (ours, theirs) -> !accepts(ours) && theirs.isEmpty()))
                .isEmpty();
    }

    @Test
    void onlyWeRefuseTheStricterFiles() throws Exception {
        assertThat(disagreements(
                        Corpus.files("stricter"),
                        (ours, theirs) -> !accepts(ours) && isDocumented(ours) && theirs.isPresent()))
                .isEmpty();
    }

    @Test
    void bothReadGeneratedFilesAlike(@TempDir Path folder) throws Exception {
        Random random = new Random(20250101);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < GENERATED; i++) {
            boolean json = i % 4 == 3;
            TfvarsValue.Entries tree = new GeneratedTree(random).file();
            String text = new TreePrinter(random, json).file(tree);
            files.add(write(folder, i, json, text.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(disagreements(files, this::bothAcceptTheSame)).isEmpty();
    }

    @Test
    void bothAgreeOnSpoiledFiles(@TempDir Path folder) throws Exception {
        Random random = new Random(20250102);
        List<Path> originals = Corpus.files("valid").stream()
                .filter(file -> file.toFile().length() < 2000)
                .toList();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < MUTATED; i++) {
            Path original = originals.get(random.nextInt(originals.size()));
            byte[] spoiled = new Mutation(random).of(Files.readAllBytes(original));
            files.add(write(folder, i, original.toString().endsWith(".json"), spoiled));
        }
        assertThat(disagreements(files, this::agreeButForWhatIsStricter)).isEmpty();
    }

    private static Path write(Path folder, int number, boolean json, byte[] content) throws IOException {
        return Files.write(folder.resolve(number + (json ? ".tfvars.json" : ".tfvars")), content);
    }

    private boolean bothAcceptTheSame(Parsed ours, Optional<JsonNode> theirs) {
        return accepts(ours) && theirs.isPresent() && SameValue.ofFile(ours.entries(), theirs.get());
    }

    private boolean agreeButForWhatIsStricter(Parsed ours, Optional<JsonNode> theirs) {
        if (theirs.isEmpty()) {
            return !accepts(ours);
        }
        return accepts(ours) ? SameValue.ofFile(ours.entries(), theirs.get()) : isDocumented(ours);
    }

    private static boolean accepts(Parsed parsed) {
        return parsed.findings().isEmpty();
    }

    private static boolean isDocumented(Parsed parsed) {
        return parsed.findings().stream()
                .allMatch(finding -> !finding.rule().equals("syntax-error")
                        || STRICTER.matcher(finding.message()).matches());
    }

    private interface Agreement {
        boolean holds(Parsed ours, Optional<JsonNode> theirs);
    }

    private List<String> disagreements(List<Path> files, Agreement agreement) throws Exception {
        List<Callable<Optional<String>>> questions = files.stream()
                .<Callable<Optional<String>>>map(file -> () -> disagreement(file, agreement))
                .toList();
        List<String> disagreements = new ArrayList<>();
        for (Future<Optional<String>> answer : threads.invokeAll(questions)) {
            answer.get().ifPresent(disagreements::add);
        }
        return disagreements;
    }

    private Optional<String> disagreement(Path file, Agreement agreement) throws Exception {
        TerraformConsole console = consoles.take();
        try {
            Optional<JsonNode> theirs = console.read(file.toAbsolutePath());
            Parsed ours = Corpus.parse(file);
            return agreement.holds(ours, theirs) ? Optional.empty() : Optional.of(describe(file, ours, theirs));
        } finally {
            consoles.add(console);
        }
    }

    private static String describe(Path file, Parsed ours, Optional<JsonNode> theirs) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        List<String> findings = ours.findings().stream().map(Finding::message).toList();
        String values = theirs.map(JsonNode::toString).orElse("refused");
        return file.getFileName() + "\n" + text + "\n  ours: " + findings + " " + ours.entries() + "\n  terraform: "
                + values;
    }
}
