package dev.tollgate.pipeline;

import dev.tollgate.finding.Suggestion;
import dev.tollgate.finding.UserError;
import dev.tollgate.tfvars.EnvironmentReader;
import dev.tollgate.tfvars.Parsed;
import dev.tollgate.tfvars.Reading;
import dev.tollgate.tfvars.TfvarsReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The environment files of a project: {@code environments/<name>.tfvars} or {@code .tfvars.json}, in folders too. A
 * {@code common.tfvars} comes first for the files beside it.
 */
public final class EnvironmentFiles {

    private static final String FOLDER = "environments";
    private static final List<String> ENDINGS = List.of(".tfvars", ".tfvars.json");
    private static final String COMMON = "common";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Some hundred times what AWS lets one API and its functions have. */
    private static final long LARGEST = 8L << 20;

    private final Path project;
    private final SortedMap<String, Path> files = new TreeMap<>();
    /** What is wrong with a file's name: it stops whoever asks for that environment, or for all. */
    private final SortedMap<String, UserError> misnamed = new TreeMap<>();

    private EnvironmentFiles(Path project) {
        this.project = project;
    }

    /** The environment files under {@code project}; none where there is no folder for them yet. */
    static EnvironmentFiles orNone(Path project) {
        return Files.isDirectory(project.resolve(FOLDER)) ? in(project) : new EnvironmentFiles(project);
    }

    /** The environment files under {@code project}. */
    public static EnvironmentFiles in(Path project) {
        Path folder = project.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "there is no `" + FOLDER + "` folder here",
                    "run Tollgate in the project folder, or name it with `--project`");
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            EnvironmentFiles files = new EnvironmentFiles(project);
            for (Path file : walk.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                files.add(file);
            }
            return files;
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read the folder `" + FOLDER + "`: " + e.getMessage(),
                    "check its permissions",
                    e);
        }
    }

    private void add(Path file) {
        String name = nameOf(file);
        if (name.isEmpty() || name.equals(COMMON)) {
            return;
        }
        if (!NAME.matcher(name).matches()) {
            misnamed.put(
                    name,
                    new UserError(
                            UserError.Exit.ENVIRONMENT,
                            "`" + shown(project, file)
                                    + "` cannot be an environment: its name becomes the stack's and the stage's",
                            "name the file with 1 to 64 letters, digits, `_` and `-`"));
            return;
        }
        Path other = files.putIfAbsent(name, file);
        if (other != null) {
            misnamed.put(
                    name,
                    new UserError(
                            UserError.Exit.ENVIRONMENT,
                            "two files are the environment `" + name + "`: `" + shown(project, other) + "` and `"
                                    + shown(project, file) + "`",
                            "rename one of them"));
        }
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return ENDINGS.stream()
                .filter(name::endsWith)
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .orElse("");
    }

    /** The environments' names, sorted. */
    public List<String> names() {
        if (!misnamed.isEmpty()) {
            throw misnamed.get(misnamed.firstKey());
        }
        return List.copyOf(files.keySet());
    }

    /** The files that make the environment {@code name}, in the order in which the later override the earlier. */
    public List<Path> varFiles(String name) {
        if (misnamed.containsKey(name)) {
            throw misnamed.get(name);
        }
        Path file = files.get(name);
        if (file == null) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "unknown environment `" + name + "`",
                    Suggestion.nearest(name, files.keySet())
                            .map(word -> "did you mean `" + word + "`?")
                            .orElse("there are " + String.join(", ", files.keySet())));
        }
        List<Path> varFiles = common(file);
        varFiles.add(file);
        return varFiles;
    }

    /** Reads {@code text} as if it stood in the file of the new environment {@code name}. */
    Reading readNew(String name, String text) {
        Path file = newFile(name);
        Map<String, byte[]> contents = new LinkedHashMap<>();
        common(file).forEach(common -> contents.put(shown(project, common), content(common)));
        contents.put(shown(project, file), text.getBytes(StandardCharsets.UTF_8));
        return read(name, contents);
    }

    /** Where the new environment {@code name} will be; refuses a name that is taken or cannot be one. */
    Path newFile(String name) {
        Path taken = files.get(name);
        if (taken != null) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "environment `" + name + "` exists already: `" + shown(project, taken) + "`",
                    "choose another name; Tollgate never overwrites a file");
        }
        if (!NAME.matcher(name).matches() || name.equals(COMMON)) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`" + name + "` cannot be an environment: its name becomes the file's, the stack's and the stage's",
                    "choose 1 to 64 letters, digits, `_` and `-`; `" + COMMON + "` is taken");
        }
        return project.resolve(FOLDER).resolve(name + ENDINGS.get(0));
    }

    private List<Path> common(Path file) {
        List<Path> varFiles = new ArrayList<>();
        for (String ending : ENDINGS) {
            Path common = file.resolveSibling(COMMON + ending);
            if (Files.isRegularFile(common)) {
                varFiles.add(common);
            }
        }
        return varFiles;
    }

    /** What the files hold that the environment {@code name} is read from, in the order in which they are read. */
    public Map<String, byte[]> contents(String name) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        varFiles(name).forEach(file -> contents.put(shown(project, file), content(file)));
        return contents;
    }

    /** Reads the environment {@code name}. */
    public Reading read(String name) {
        return read(name, contents(name));
    }

    /** Reads the environment {@code name} from {@code contents}, its {@code common.tfvars} underneath. */
    public static Reading read(String name, Map<String, byte[]> contents) {
        List<Parsed> parsed = new ArrayList<>();
        contents.forEach((file, content) -> parsed.add(TfvarsReader.parse(file, content)));
        return EnvironmentReader.read(name, parsed);
    }

    private byte[] content(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UserError(
                        UserError.Exit.ENVIRONMENT,
                        "`" + shown(project, file) + "` is " + (Files.size(file) >> 20)
                                + " MB; an environment file has at most " + (LARGEST >> 20) + " MB",
                        "put what is so large beside it: the items of a table are a file of their own");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read `" + shown(project, file) + "`: " + e.getMessage(),
                    "check its permissions",
                    e);
        }
    }

    private static String shown(Path project, Path file) {
        return project.relativize(file).toString().replace('\\', '/');
    }
}
