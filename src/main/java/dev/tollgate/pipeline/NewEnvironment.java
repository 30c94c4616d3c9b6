package dev.tollgate.pipeline;

import dev.tollgate.check.rule.FileJudge;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.UserError;
import dev.tollgate.init.Answers;
import dev.tollgate.init.EnvironmentText;
import dev.tollgate.init.Function;
import dev.tollgate.synth.StackResources;
import dev.tollgate.tfvars.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes an environment file and the starters it names: all of it, or nothing; never over something. */
public final class NewEnvironment {

    private final Path project;
    private final LocalDate today;

    /** @param today the day that suppressions expire by */
    public NewEnvironment(Path project, LocalDate today) {
        this.project = project;
        this.today = today;
    }

    /** Refuses {@code id} when it cannot be a new environment's. */
    public void requireFree(String id) {
        Path file = EnvironmentFiles.orNone(project).newFile(id);
        if (Files.exists(file)) {
            throw exists(file);
        }
    }

    /** What {@code answers} come to, judged as if it were there. */
    public DraftEnvironment draft(Answers answers) {
        SortedMap<String, String> starters = starters(answers);
        DraftEnvironment draft = judged(answers, starters);
        List<Answers.Accepted> accepted = new ArrayList<>(answers.accepted());
        answers.document().ifPresent(document -> draft.findings().stream()
                .filter(finding -> finding.rule().equals("any-token-accepted"))
                .map(finding -> new Answers.Accepted(
                        finding.rule(), finding.subject(), document + " requires a token here, and no scope"))
                .forEach(accepted::add));
        return accepted.size() == answers.accepted().size() ? draft : judged(answers.accepting(accepted), starters);
    }

    private DraftEnvironment judged(Answers answers, SortedMap<String, String> starters) {
        String text = EnvironmentText.of(answers);
        Reading reading = EnvironmentFiles.orNone(project).readNew(answers.id(), text);
        FilesToBe files = new FilesToBe(new DiskFiles(project), starters);
        List<Finding> findings = reading.environment()
                .map(read -> FileJudge.judge(
                        read,
                        reading.origins(),
                        files,
                        reading.findings(),
                        today,
                        StackResources::names,
                        Catalogue.REVIEWS))
                .orElse(reading.findings());
        return new DraftEnvironment(answers.id(), text, starters, findings);
    }

    private SortedMap<String, String> starters(Answers answers) {
        SortedMap<String, String> starters = new TreeMap<>();
        for (Function function : answers.functions()) {
            if (function instanceof Function.Source source && !Files.exists(project.resolve(source.folder()))) {
                starters.put(
                        source.folder() + "/" + source.language().file(),
                        new String(source.language().starter(), StandardCharsets.UTF_8));
            }
        }
        return starters;
    }

    /** What {@link #write} adds to an existing {@code .gitignore}. */
    public List<String> newlyIgnored() {
        Path ignore = project.resolve(Unversioned.FILE);
        try {
            return Files.exists(ignore) ? Unversioned.missingIn(ignore) : List.of();
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read `" + Unversioned.FILE + "`: " + e.getMessage(),
                    "make it a text file that can be read",
                    e);
        }
    }

    /** Writes {@code draft} and returns what was written, from the project's folder; on failure nothing of it stays. */
    public List<Path> write(DraftEnvironment draft) {
        Path file = EnvironmentFiles.orNone(project).newFile(draft.id());
        Deque<Path> made = new ArrayDeque<>();
        List<Path> written = new ArrayList<>();
        Path ignore = project.resolve(Unversioned.FILE);
        try {
            List<String> missing = newlyIgnored();
            if (!Files.exists(ignore)) {
                written.add(write(ignore, Unversioned.text(), made));
            }
            for (Map.Entry<String, String> starter : draft.starters().entrySet()) {
                written.add(write(project.resolve(starter.getKey()), starter.getValue(), made));
            }
            // Last, as it is what makes the environment be there.
            written.add(0, write(file, draft.text(), made));
            if (!missing.isEmpty()) {
                Unversioned.add(ignore, missing);
                written.add(ignore);
            }
            return written.stream().map(project::relativize).toList();
        } catch (IOException e) {
            remove(made);
            if (e instanceof FileAlreadyExistsException) {
                throw exists(file);
            }
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot write `" + project.relativize(file) + "`: " + e.getMessage(),
                    "check that the folder is writable; nothing was written",
                    e);
        }
    }

    /** Writes beside {@code file} and puts it there whole: a link, unlike a move, never replaces what is there. */
    private static Path write(Path file, String text, Deque<Path> made) throws IOException {
        Path folder = file.toAbsolutePath().normalize().resolveSibling(".").normalize();
        makeFolders(folder, made);
        Path aside = Files.createTempDirectory(folder, ".tollgate-");
        Path whole = aside.resolve("whole.tmp");
        try {
            Files.writeString(whole, text);
            put(whole, file);
            made.push(file);
            return file;
        } finally {
            Files.deleteIfExists(whole);
            Files.delete(aside);
        }
    }

    private static void put(Path whole, Path file) throws IOException {
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            // A file system without links: a copy does not replace anything either, it is only not there all at once.
            Files.copy(whole, file);
        }
    }

    private static void makeFolders(Path folder, Deque<Path> made) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
            missing.push(at);
        }
        for (Path one : missing) {
            Files.createDirectory(one);
            made.push(one);
        }
    }

    private static void remove(Deque<Path> made) {
        for (Path path : made) {
            if (!isGone(path)) {
                return;
            }
        }
    }

    /** A folder in which somebody else put something meanwhile stays, and so do those around it. */
    private static boolean isGone(Path path) {
        try {
            return Files.deleteIfExists(path) || !Files.exists(path);
        } catch (IOException e) {
            return false;
        }
    }

    private UserError exists(Path file) {
        return new UserError(
                UserError.Exit.USAGE,
                "`" + project.relativize(file) + "` or a file it needs exists already",
                "choose another name; Tollgate never overwrites a file");
    }
}
