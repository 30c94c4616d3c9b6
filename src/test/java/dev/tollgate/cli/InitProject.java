package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.cli.text.Terminal;
import dev.tollgate.model.Environment;
import dev.tollgate.pipeline.Judged;
import dev.tollgate.pipeline.Pipeline;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A project in which {@code tollgate init} is run. */
record InitProject(Path folder) {

    private CommandOutcome run(UnaryOperator<Terminal> terminal, String... args) {
        return CommandOutcome.of(
                Map.of(),
                terminal,
                Stream.concat(Stream.of(args), Stream.of("--project", folder.toString()))
                        .toList());
    }

    CommandOutcome run(String... args) {
        return run(terminal -> terminal, args);
    }

    /** The same where {@code typed} answers what is asked. */
    CommandOutcome asked(String typed, String... args) {
        return run(terminal -> terminal.asking(new BufferedReader(new StringReader(typed))), args);
    }

    /** Begins the environment {@code id}. */
    CommandOutcome with(String id, String... more) {
        List<String> args = new ArrayList<>(List.of("init", id, "--region", "eu-west-1"));
        args.addAll(Arrays.asList(more));
        return run(args.toArray(String[]::new));
    }

    /** The environment {@code id}, which has no errors. */
    Environment environment(String id) {
        Judged judged = new Pipeline(folder, LocalDate.of(2026, 11, 21))
                .validate(List.of(id))
                .get(0);
        assertThat(judged.blocks()).as(judged.findings().toString()).isFalse();
        return judged.environment().orElseThrow();
    }

    /** Every file and folder that there is. */
    List<String> files() {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> !file.equals(folder))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
