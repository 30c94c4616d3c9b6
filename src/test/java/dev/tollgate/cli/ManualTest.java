package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.cli.text.Terminal;
import dev.tollgate.testing.Golden;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an installation has beside the program, through the programs that read it. */
class ManualTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void installs() {
        StringWriter out = new StringWriter();
        Terminal terminal = Terminal.of(new PrintWriter(out), new PrintWriter(out), Map.of(), false);

        assertThat(new Tollgate(terminal).run("generate-manual", share().toString()))
                .as(out.toString())
                .isZero();
    }

    private Path share() {
        return folder.resolve("share");
    }

    private String said(int exit, String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("MANWIDTH", "80");
        builder.redirectInput(Path.of("/dev/null").toFile());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(exit);
        return said;
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(share().resolve("man/man1"))) {
            return pages.sorted().toList();
        }
    }

    @Test
    void hasAPageForEveryCommandThatHelpShows() throws IOException {
        StringWriter out = new StringWriter();
        new Tollgate(Terminal.of(new PrintWriter(out), new PrintWriter(out), Map.of(), false)).run("--help");
        List<String> commands = Arrays.stream(out.toString().split("\n", -1))
                .dropWhile(line -> !line.equals("Commands:"))
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.matches("  \\S.*"))
                .map(line -> "tollgate-" + line.strip().split(" ", 2)[0] + ".1")
                .sorted()
                .toList();

        assertThat(pages().stream().map(page -> page.getFileName().toString()))
                .containsAll(commands)
                .hasSize(commands.size() + 1);
        Golden.hold(
                Path.of("src", "test", "resources", "cli", "tollgate-diff.1"),
                Files.readString(share().resolve("man/man1/tollgate-diff.1")));
    }

    @Test
    void writesPagesThatManShowsWithoutAWarning() throws Exception {
        RequiredTool.orSkip("man");
        for (Path page : pages()) {
            assertThat(said(0, "man", "--warnings", "-l", page.toString()))
                    .contains("SYNOPSIS")
                    .contains("EXIT STATUS")
                    .doesNotContain("warning:")
                    .doesNotContain("ignoring")
                    .doesNotContain("\\");
        }
        assertThat(said(
                        0,
                        "man",
                        "-l",
                        share().resolve("man/man1/tollgate-doctor.1").toString()))
                .contains("--timeout SECONDS");
    }

    @Test
    void writesPagesThatMandocFindsNothingWrongWith() throws Exception {
        RequiredTool.orSkip("mandoc");
        List<String> command = new ArrayList<>(List.of("mandoc", "-T", "lint", "-W", "warning"));
        pages().forEach(page -> command.add(page.toString()));

        assertThat(said(0, command.toArray(String[]::new))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "di                           | diff",
                "do                           | doctor",
                "validate --fail-on w         | warning",
                "diff                         | dev prod",
                "synth -e p                   | prod",
                "generate-completion          | bash fish zsh",
                "init --from-openapi doc      | document.yaml",
                "init --kin                   | --kind"
            })
    void completesInFish(String typed, String offered) throws Exception {
        RequiredTool.orSkip("fish");
        project();
        String said = said(
                0,
                "fish",
                "--no-config",
                "-c",
                "source share/fish/vendor_completions.d/tollgate.fish; complete -C 'tollgate "
                        + (typed.contains(" ") || typed.length() == 2 ? typed : typed + " ") + "'");

        assertThat(Arrays.stream(said.strip().split("\n", -1)).map(line -> line.split("\t", 2)[0]))
                .containsExactly(offered.split(" ", -1));
    }

    private void project() throws IOException {
        Files.createDirectories(folder.resolve("environments/deep"));
        for (String file : List.of(
                "environments/dev.tfvars",
                "environments/deep/prod.tfvars.json",
                "environments/common.tfvars",
                "document.yaml")) {
            Files.writeString(folder.resolve(file), "");
        }
    }

    @Test
    void completesInBash() throws Exception {
        RequiredTool.orSkip("bash");

        String said = said(
                0,
                "bash",
                "--norc",
                "-c",
                "source share/bash-completion/completions/tollgate; COMP_WORDS=(tollgate do); COMP_CWORD=1;"
                        + " COMP_LINE='tollgate do'; _complete_tollgate 2>/dev/null; echo \"${COMPREPLY[@]}\"");

        assertThat(said.strip()).isEqualTo("doctor");
    }

    /** zsh completes on a terminal only; it is given one of its own making. */
    @ParameterizedTest
    @ValueSource(strings = {"fpath=(share/zsh/site-functions $fpath)", "# nothing in fpath"})
    void completesInZsh(String fpath) throws Exception {
        RequiredTool.orSkip("zsh");
        String load = fpath.startsWith("#") ? "source share/bash-completion/completions/tollgate" : ":";
        Files.writeString(folder.resolve("try.zsh"), """
                zmodload zsh/zpty
                zpty -b shell zsh -f -i
                ask() { zpty -w shell "$1"; }
                ask "PS1=; cd %s; %s"
                ask "autoload -U compinit && compinit -u -d dump; %s"
                ask "bindkey '^I' complete-word; stty -echo; print ready"
                zpty -r shell line '*ready*ready*'
                zpty -w -n shell $'tollgate do\\t'
                zpty -w -n shell $'\\C-a: <\\C-e>\\n'
                repeat 200; do zpty -r -t shell line; [[ $line == *doctor* ]] && print found && exit; sleep 0.05; done
                print "not completed: $line"
                """.formatted(folder, fpath, load));

        assertThat(said(0, "zsh", "-f", "try.zsh")).contains("found");
    }

    @ParameterizedTest
    @CsvSource({"bash, complete -F _complete_tollgate", "zsh, bashcompinit", "fish, complete -c tollgate"})
    void printsTheScriptForAShell(String shell, String said) {
        StringWriter out = new StringWriter();
        int exit = new Tollgate(Terminal.of(new PrintWriter(out), new PrintWriter(out), Map.of(), false))
                .run("generate-completion", shell);

        assertThat(exit).isZero();
        assertThat(out.toString()).contains(said);
    }
}
