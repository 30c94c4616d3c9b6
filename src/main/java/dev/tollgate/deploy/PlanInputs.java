package dev.tollgate.deploy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a plan was made of.
 *
 * @param stack digests of the files in the stack's folder: what was emitted, function packages, the lock file
 * @param varFiles digests of the var files, in the order in which Terraform reads them
 * @param versions of Tollgate and Terraform
 * @param providers versions by the provider's source
 */
public record PlanInputs(
        SortedMap<String, String> stack,
        List<VarFile> varFiles,
        SortedMap<String, String> versions,
        SortedMap<String, String> providers,
        StateVersion state) {

    private static final int SHOWN = 12;
    private static final String PACKAGE = "the function package";

    /** A var file and its digest. */
    public record VarFile(String path, String sha256) {}

    public PlanInputs {
        stack = Collections.unmodifiableSortedMap(new TreeMap<>(stack));
        varFiles = List.copyOf(varFiles);
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
        providers = Collections.unmodifiableSortedMap(new TreeMap<>(providers));
    }

    /** What is on this machine and differs from {@code now}, one sentence each. */
    public List<String> movedFiles(PlanInputs now) {
        List<String> moved = new ArrayList<>();
        compare(
                stack,
                now.stack,
                (file, difference) ->
                        moved.add(noun(file) + " `" + file + "` " + difference.words + digests(file, difference, now)));
        compare(
                byPath(varFiles),
                byPath(now.varFiles),
                (file, difference) -> moved.add("the var file `" + file + "` " + ofVarFile(file, difference)));
        if (moved.isEmpty() && !varFiles.equals(now.varFiles)) {
            moved.add("the order of the var files changed");
        }
        compareVersions("", versions, now.versions, moved);
        return moved;
    }

    /** What only an initialised folder can tell and differs from {@code now}, one sentence each. */
    public List<String> movedState(PlanInputs now) {
        List<String> moved = new ArrayList<>();
        compareVersions("the provider ", providers, now.providers, moved);
        if (!state.lineage().equals(now.state.lineage())) {
            moved.add("the state has changed since the plan was made: " + lineage(now.state) + " now, before "
                    + lineage(state));
        } else if (state.serial() != now.state.serial()) {
            moved.add("the state has changed since the plan was made: serial " + now.state.serial() + " now, before "
                    + state.serial());
        }
        return moved;
    }

    private static String lineage(StateVersion state) {
        return state.equals(StateVersion.NONE)
                ? "none"
                : "lineage `"
                        + state.lineage()
                                .substring(0, Math.min(SHOWN, state.lineage().length())) + "`";
    }

    /** Whether {@code moved}, one of {@link #movedFiles}, is about a function's package. */
    public static boolean isPackage(String moved) {
        return moved.startsWith(PACKAGE);
    }

    /** A package that is built each time goes by its digest: which was reviewed, and which is here. */
    private String digests(String file, Difference difference, PlanInputs now) {
        return difference == Difference.CHANGED && noun(file).equals(PACKAGE)
                ? ": its SHA-256 is " + shown(now.stack.get(file)) + ", and " + shown(stack.get(file))
                        + " was planned with"
                : "";
    }

    private static String shown(@Nullable String digest) {
        return Objects.requireNonNull(digest).substring(0, SHOWN);
    }

    private static String ofVarFile(String file, Difference difference) {
        return switch (difference) {
            case ADDED -> "was not given to the plan";
            case GONE -> "was given to the plan, and is not now (`--var-file " + file + "`)";
            case CHANGED -> Difference.CHANGED.words;
        };
    }

    private static String noun(String file) {
        if (file.equals(Workspace.LOCK_FILE)) {
            return "the lock file";
        } else if (file.startsWith("functions/")) {
            return PACKAGE;
        }
        return "the configuration";
    }

    private static SortedMap<String, String> byPath(List<VarFile> files) {
        SortedMap<String, String> digests = new TreeMap<>();
        files.forEach(file -> digests.put(file.path(), file.sha256()));
        return digests;
    }

    private static void compareVersions(
            String what, SortedMap<String, String> then, SortedMap<String, String> now, List<String> moved) {
        for (String name : union(then, now)) {
            String before = then.getOrDefault(name, "absent");
            String after = now.getOrDefault(name, "absent");
            if (!before.equals(after)) {
                moved.add(what + name + " is " + after + ", the plan was made with " + before);
            }
        }
    }

    private enum Difference {
        ADDED("was added"),
        GONE("is gone"),
        CHANGED("changed");

        private final String words;

        Difference(String words) {
            this.words = words;
        }
    }

    private static void compare(
            SortedMap<String, String> then, SortedMap<String, String> now, BiConsumer<String, Difference> found) {
        for (String file : union(then, now)) {
            Optional<String> before = Optional.ofNullable(then.get(file));
            Optional<String> after = Optional.ofNullable(now.get(file));
            if (before.isEmpty()) {
                found.accept(file, Difference.ADDED);
            } else if (after.isEmpty()) {
                found.accept(file, Difference.GONE);
            } else if (!before.equals(after)) {
                found.accept(file, Difference.CHANGED);
            }
        }
    }

    private static TreeSet<String> union(SortedMap<String, String> one, SortedMap<String, String> other) {
        TreeSet<String> all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        return all;
    }
}
