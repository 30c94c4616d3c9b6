package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Definition;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Label;
import dev.tollgate.testing.GeneratedEnvironment;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One environment in one account, and the files that it had one after the other. */
final class AccountHistory implements AutoCloseable {

    private final ApiKind kind;
    private final Definition definition;
    private final TempProject project;
    private final Emulator emulator = Emulator.start();
    private final Stack stack;
    private boolean isInitialised;

    AccountHistory(String name, ApiKind kind, Definition definition) {
        this.kind = kind;
        this.definition = definition;
        this.project = TempProject.named(name);
        this.stack = new Stack(project.folder().resolve("cdktf.out/stacks/shop"), emulator);
    }

    private static final String CLIENT = "aws_cognito_user_pool_client.";

    private Optional<GeneratedEnvironment> last = Optional.empty();

    /** Applies {@code environment} in an account that has nothing else, and says what there is then. */
    JsonNode alone(GeneratedEnvironment environment) {
        emulator.reset();
        List<String> needs = new ArrayList<>(Appliable.NEEDS);
        needs.addAll(List.of("--region", Appliable.region(kind)));
        emulator.prepare(needs.toArray(String[]::new));
        try {
            Files.deleteIfExists(project.folder().resolve("terraform.shop.tfstate"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return applied(environment);
    }

    /** Applies {@code environment} after what was applied last, and says what there is then. */
    JsonNode then(GeneratedEnvironment environment) {
        // CloudFront's hour; that a name is held for it, other tests show.
        emulator.releaseDomainNames();
        applied(environment);
        if (kind == ApiKind.REST && definition == Definition.RESOURCES) {
            // Terraform deploys before it deletes methods, so what has left the file is answered until the API is
            // deployed once more.
            stack.terraform(
                            "apply",
                            "-input=false",
                            "-no-color",
                            "-auto-approve",
                            "-replace=aws_api_gateway_deployment.api")
                    .succeeded();
        }
        answers(environment);
        return emulator.account();
    }

    /** What the stage answers is what the file says, whatever was applied before. */
    private void answers(GeneratedEnvironment generated) {
        Environment environment = generated.environment();
        if (kind != ApiKind.NONE) {
            assertThat(StageTable.of(emulator.answers("shop", environment.stage())))
                    .as(generated.text())
                    .isEqualTo(StageTable.of(environment));
        }
    }

    private JsonNode applied(GeneratedEnvironment environment) {
        emit(environment);
        Run apply = stack.apply();
        if (apply.output().contains("Error: Cycle")) {
            firstOfTwoSteps(environment);
            emit(environment);
            apply = stack.apply();
        }
        assertThat(apply.exit())
                .as("%s%n%s", environment.text(), apply.output())
                .isZero();
        last = Optional.of(environment);
        return emulator.account();
    }

    private void emit(GeneratedEnvironment environment) {
        project.environment("shop", environment.text());
        Path out = project.folder().resolve("out");
        Synthesis.of(project.folder(), out);
        stack.replaceWith(out.resolve("stacks").resolve("shop"));
        if (!isInitialised) {
            stack.init();
            isInitialised = true;
        }
    }

    /**
     * What {@code tollgate plan} says: the clients of the cycle change in an apply of their own, or functions. ADR 36.
     */
    private void firstOfTwoSteps(GeneratedEnvironment environment) {
        List<String> inCycle = stack.cycle().orElseThrow().deleted().stream()
                .filter(address -> address.startsWith(CLIENT))
                .map(address -> address.substring(CLIENT.length()))
                .toList();
        assertThat(inCycle)
                .as("a cycle without a client: %s", environment.text())
                .isNotEmpty();
        GeneratedEnvironment before = last.orElseThrow();
        GeneratedEnvironment step = Stream.of(
                        secrets(before, environment, inCycle),
                        with("clients", environment, before, inCycle),
                        with("clients", before, environment, inCycle))
                .filter(one -> !one.equals(before))
                .filter(GeneratedEnvironment::isValid)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no first step is valid: " + environment.text()));
        emit(step);
        Run apply = stack.apply();
        assertThat(apply.exit()).as("%s%n%s", step.text(), apply.output()).isZero();
    }

    /** {@code environment} whose clients of these labels have a secret where {@code other} has one. */
    @SuppressWarnings("unchecked")
    private static GeneratedEnvironment secrets(
            GeneratedEnvironment environment, GeneratedEnvironment other, List<String> labels) {
        SortedMap<String, Object> clients = new TreeMap<>(objects("clients", environment));
        objects("clients", other)
                .forEach((key, client) -> clients.computeIfPresent(key, (same, before) -> {
                    SortedMap<String, Object> changed = new TreeMap<>((Map<String, Object>) before);
                    changed.put("secret", ((Map<String, Object>) client).getOrDefault("secret", false));
                    return labels.contains(Label.ofKey(key)) ? changed : before;
                }));
        return environment.with("clients", clients);
    }

    /** {@code environment} with what has one of these labels in {@code section} as {@code other} has it. */
    private static GeneratedEnvironment with(
            String section, GeneratedEnvironment environment, GeneratedEnvironment other, List<String> labels) {
        SortedMap<String, Object> objects = new TreeMap<>(objects(section, environment));
        objects.keySet().removeIf(key -> labels.contains(Label.ofKey(key)));
        objects(section, other).forEach((key, object) -> {
            if (labels.contains(Label.ofKey(key))) {
                objects.put(key, object);
            }
        });
        return environment.with(section, objects);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> objects(String section, GeneratedEnvironment environment) {
        return (Map<String, Object>) environment.values().getOrDefault(section, Map.of());
    }

    /** Nothing is left to do. */
    void settles() {
        Run again = stack.plan();
        assertThat(again.exit()).as(again.output()).isZero();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
