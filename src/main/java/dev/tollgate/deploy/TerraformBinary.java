package dev.tollgate.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.TerraformRelease;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code terraform} program that {@code PATH} leads to, of a version that can read what synth emits. */
public final class TerraformBinary {

    /** What every stack needs; Terraform itself says which one needs more. */
    static final String OLDEST = TerraformRelease.EVERY_STACK.version();

    private static final Pattern VERSION = Pattern.compile("(?:\"terraform_version\": *\"|Terraform v)([^\"\\s]+)");
    private static final String INSTALL = "install Terraform " + OLDEST
            + " or later (https://developer.hashicorp.com/terraform/install) and put it on PATH";

    private final Map<String, String> environment;
    private final List<String> program;
    private final boolean heardApart;
    private final List<String> style;

    private TerraformBinary(
            Map<String, String> environment, List<String> program, boolean heardApart, List<String> style) {
        this.environment = environment;
        this.program = program;
        this.heardApart = heardApart;
        this.style = style;
    }

    /** The program that the {@code PATH} of {@code environment} leads to; it runs in that environment. */
    public static TerraformBinary find(Map<String, String> environment) {
        Map<String, String> own = new TreeMap<>(environment);
        // Its advice names a plan file that is ours and gone by then.
        own.putIfAbsent("TF_IN_AUTOMATION", "1");
        Path terraform = onPath("terraform", environment)
                .orElseThrow(() -> new UserError(UserError.Exit.ENVIRONMENT, "`terraform` is missing", INSTALL));
        List<String> program = new ArrayList<>(apart(environment));
        boolean heardApart = !program.isEmpty();
        program.add(terraform.toString());
        TerraformBinary found = new TerraformBinary(own, program, heardApart, List.of());
        found.mustNotBeOlder(terraform);
        return found;
    }

    /** The same program, whose text has no colours; by itself it has, wherever it goes. */
    public TerraformBinary withoutColours() {
        return new TerraformBinary(environment, program, heardApart, List.of("-no-color"));
    }

    private static Optional<Path> onPath(String program, Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program).toAbsolutePath())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /**
     * What starts a program where a terminal's Ctrl-C does not reach it, so that our own word is the only one it hears;
     * nothing where the machine has neither. Then the terminal's is.
     */
    private static List<String> apart(Map<String, String> environment) {
        return onPath("setsid", environment)
                .map(setsid -> List.of(setsid.toString()))
                .or(() -> onPath("perl", environment)
                        .map(perl ->
                                List.of(perl.toString(), "-e", "setpgrp(0, 0); exec { $ARGV[0] } @ARGV or exit 127")))
                .orElse(List.of());
    }

    private void mustNotBeOlder(Path terraform) {
        String version = version(Path.of("").toAbsolutePath());
        if (isOlder(version, OLDEST)) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT, "`" + terraform + "` is Terraform " + version + ", too old", INSTALL);
        }
    }

    private static boolean isOlder(String version, String oldest) {
        int[] one = numbers(version);
        int[] other = numbers(oldest);
        return Arrays.compare(one, other) < 0;
    }

    /** A pre-release such as 1.4.0-rc1 counts as the release. */
    private static int[] numbers(String version) {
        return Arrays.stream(version.split("-", 2)[0].split("\\.", -1))
                .mapToInt(part -> part.matches("\\d{1,9}") ? Integer.parseInt(part) : 0)
                .toArray();
    }

    /** Terraform's version. */
    String version(Path folder) {
        String text = versions(folder);
        Matcher version = VERSION.matcher(text);
        if (!version.find()) {
            throw new UserError(UserError.Exit.ENVIRONMENT, "`terraform version` did not print a version", INSTALL);
        }
        return version.group(1);
    }

    /** The providers that are selected in {@code folder}, and their versions. */
    SortedMap<String, String> providers(Path folder) {
        SortedMap<String, String> providers = new TreeMap<>();
        JsonNode selections = TerraformJson.of(versions(folder)).path("provider_selections");
        selections
                .properties()
                .forEach(one -> providers.put(one.getKey(), one.getValue().asText()));
        return providers;
    }

    private String versions(Path folder) {
        TerraformRun run = process(folder, "version", "-json").held();
        return run.exit() == 0 ? new String(run.output(), StandardCharsets.UTF_8) : run.text();
    }

    /** The plan in {@code file} as JSON; Terraform reads it in the folder that it was made in. */
    public byte[] show(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return ask(absolute.resolveSibling("").normalize(), "show", "-json", absolute.toString());
    }

    /** What Terraform answers on standard output. */
    byte[] ask(Path folder, String... arguments) {
        TerraformRun run = process(folder, arguments).held();
        if (run.exit() != 0) {
            throw new TerraformFailure(arguments[0], run.exit(), run.text());
        }
        return run.output();
    }

    /** Has Terraform do something; its exit code, one of {@code fine}. */
    int tell(Path folder, Voice voice, List<Integer> fine, String... arguments) {
        List<String> styled = new ArrayList<>(List.of(arguments[0]));
        styled.addAll(style);
        styled.addAll(Arrays.asList(arguments).subList(1, arguments.length));
        TerraformProcess process = process(folder, styled.toArray(String[]::new));
        TerraformRun run =
                switch (voice) {
                    case SHOWN -> new TerraformRun(process.shown(), new byte[0], "");
                    case HELD -> process.held();
                };
        if (!fine.contains(run.exit())) {
            throw new TerraformFailure(arguments[0], run.exit(), run.text());
        }
        return run.exit();
    }

    /** Where Terraform keeps what it installed for {@code folder}. */
    Path dataFolder(Path folder) {
        return folder.resolve(environment.getOrDefault("TF_DATA_DIR", ".terraform"));
    }

    private TerraformProcess process(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(Arrays.asList(arguments));
        return new TerraformProcess(folder, command, environment, heardApart);
    }
}
