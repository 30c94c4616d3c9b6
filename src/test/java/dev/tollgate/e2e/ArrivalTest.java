package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every change of the file arrives on AWS: in an order that nobody who calls the API notices, without a call that AWS
 * refuses, with nothing left open and nothing lost. The changes of a folder follow each other in one account; at its
 * end the first file is applied again, and the account is as it was; {@code no-way-back} says why where it is not.
 * Where a folder has {@code destroyed}, all of it goes after that, in the order that this file gives.
 */
@Execution(ExecutionMode.CONCURRENT)
class ArrivalTest {

    private static final Path CASES = Path.of("src", "test", "resources", "arrivals");

    /** One of the folders, while it is worked on. */
    private static final String ONLY = System.getProperty("arrivals", ".*");

    @BeforeAll
    static void tools() {
        RequiredTool.orSkip("terraform");
        RequiredTool.orSkip("moto_server");
    }

    @TestFactory
    Stream<DynamicTest> arrives() {
        return sorted(CASES).stream()
                .filter(folder -> folder.getFileName().toString().matches(ONLY))
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                    try (Emulator emulator = Emulator.start()) {
                        new Account(folder, emulator).livesThrough();
                    }
                }));
    }

    private static final class Account {
        private final Path folder;
        private final Emulator emulator;
        private final TempProject project;
        private final String before;
        private final Stack stack;

        Account(Path folder, Emulator emulator) {
            this.folder = folder;
            this.emulator = emulator;
            this.before = TempProject.text(folder.resolve("before.tfvars"));
            this.project = TempProject.named("arrival-" + folder.getFileName());
            project.environment("shop", before);
            this.stack = new Stack(project.synthesized().resolve("shop"), emulator).init();
        }

        void livesThrough() {
            emulator.prepare(TempProject.text(folder.resolve("account")).strip().split(" "));
            JsonNode untouched = emulator.account();
            stack.apply().succeeded();
            JsonNode fresh = emulator.account();
            List<String> differences = new ArrayList<>();
            for (Path file : sorted(folder)) {
                if (file.toString().endsWith(".change")) {
                    differences.addAll(arrives(ArrivalCase.read(file)));
                }
            }
            if (!Files.exists(folder.resolve("no-way-back"))) {
                emit("again", before);
                emulator.releaseDomainNames();
                stack.apply().succeeded();
                differences.addAll(Differences.between(fresh, emulator.account()));
            }
            Run plan = stack.plan();
            assertThat(plan.exit()).as(plan.output()).isZero();
            Path destroyed = folder.resolve("destroyed");
            if (Files.exists(destroyed)) {
                differences.addAll(isDestroyed(ArrivalCase.read(destroyed), untouched));
            }
            assertThat(differences).isEmpty();
        }

        private List<String> isDestroyed(ArrivalCase end, JsonNode untouched) {
            emulator.clearCalls();
            stack.destroy().succeeded();
            List<AccountCall> calls = emulator.calls();
            List<String> differences = new ArrayList<>(refusals(end, calls));
            differences.addAll(new Expected(end).missingFrom(calls));
            differences.addAll(Differences.between(untouched, emulator.account()));
            return differences;
        }

        private static List<String> refusals(ArrivalCase one, List<AccountCall> calls) {
            return calls.stream()
                    .filter(call -> call.status() >= 400)
                    .map(call -> one.name() + ": AWS refuses " + call)
                    .toList();
        }

        private List<String> arrives(ArrivalCase one) {
            emit(one.name(), one.edited(before));
            emulator.clearCalls();
            emulator.releaseDomainNames();
            one.lines("step").forEach(step -> stack.terraform(step.split(" ")).succeeded());
            Run apply = stack.apply();
            if (!one.lines("refused").isEmpty()) {
                return refused(one, apply);
            }
            List<AccountCall> calls = emulator.calls();
            List<String> differences = new ArrayList<>();
            if (apply.exit() != 0) {
                return List.of(one.name() + ": " + apply.output(), String.valueOf(calls));
            }
            differences.addAll(refusals(one, calls));
            Expected expected = new Expected(one);
            differences.addAll(expected.missingFrom(calls));
            differences.addAll(expected.differencesFrom(emulator.account()));
            if (!one.lines("answers").isEmpty()) {
                differences.addAll(expected.differencesFrom(
                        emulator.answers(told(one, "name", "shop"), told(one, "stage", "$default"))));
            }
            return differences;
        }

        private List<String> refused(ArrivalCase one, Run apply) {
            List<String> differences = new ArrayList<>();
            String said = apply.output().replaceAll("[│\\s]+", " ");
            one.lines("refused").stream()
                    .filter(text -> apply.exit() != 1 || !said.contains(text))
                    .forEach(text -> differences.add(one.name() + ": does not say `" + text + "`: " + said));
            emulator.calls().forEach(call -> differences.add(one.name() + ": is refused after " + call));
            if (!one.lines("hint").isEmpty()) {
                Run plan = new Launched(project, emulator).run("plan", "-e", "shop");
                one.lines("hint").stream()
                        .filter(text -> !plan.output().contains(text))
                        .forEach(text -> differences.add(
                                one.name() + ": `tollgate plan` does not say `" + text + "`: " + plan.output()));
            }
            return differences;
        }

        /** What the file says of {@code key}. */
        private String told(ArrivalCase one, String key, String otherwise) {
            return one.edited(before)
                    .lines()
                    .filter(line -> line.startsWith(key + " "))
                    .map(line -> line.replaceAll(".*\"(.*)\".*", "$1"))
                    .findFirst()
                    .orElse(otherwise);
        }

        private void emit(String name, String text) {
            project.environment("shop", text);
            Path out = project.folder().resolve("out-" + name);
            Synthesis.of(project.folder(), out);
            stack.replaceWith(out.resolve("stacks").resolve("shop"));
        }
    }

    private static List<Path> sorted(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
