package dev.tollgate.pipeline;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.FunctionCode;
import dev.tollgate.model.Packed;
import dev.tollgate.packaging.FunctionPackages;
import dev.tollgate.packaging.InputStamp;
import dev.tollgate.packaging.PackageContents;
import dev.tollgate.packaging.Unpackable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The packages of one environment's functions and layers, made again as their sources change: a build runs for what has
 * something new, and for nothing else. What cannot be made leaves the former package where it is.
 */
public final class FollowedPackages {

    private final FunctionBuilds builds;
    private final FunctionPackages packages;
    private final InputStamp stamp;
    private final List<Packed> all;
    private final Path scratch;
    private final Map<String, Long> seen = new HashMap<>();
    private final Map<String, Long> done = new HashMap<>();
    private final Supplier<List<Finding>> blocking;
    private final Set<Finding> told = new HashSet<>();
    private int made;

    /** @param blocking what keeps the environment, with its files as they are now, from being synthesized */
    FollowedPackages(
            Path project, FunctionBuilds builds, List<Packed> all, Supplier<List<Finding>> blocking, Path scratch) {
        this.builds = builds;
        this.packages = new FunctionPackages(project);
        this.stamp = new InputStamp(project);
        this.all = all;
        this.blocking = blocking;
        this.scratch = scratch;
    }

    /** Who hears of what came of changes. */
    public interface Listener {

        /** A build ran, and perhaps failed. */
        void built(FunctionBuilds.Ran ran);

        /** A package cannot be made. */
        void refused(UserError why);

        /** There is another package; whether it is taken in place of the former one. */
        boolean made(Packed what, Path zip);

        /** With what was made, a synth would now refuse the environment. */
        void blocked(List<Finding> why);
    }

    /**
     * Makes the packages of those of {@code now} whose sources have changed since the last time. {@code now} has
     * packages by the addresses of resources, and nobody hears of one that is made again byte for byte. What still
     * changes is being written: the next look is early enough.
     */
    public void look(Map<String, Path> now, Listener listener) {
        List<Packed> due = all.stream()
                .filter(packed -> now.containsKey(packed.address()))
                .filter(this::isWrittenAnew)
                .toList();
        if (due.isEmpty()) {
            return;
        }
        List<FunctionBuilds.Ran> ran = builds.runOf(due, false, progress -> {});
        ran.forEach(listener::built);
        Set<FunctionCode> failed = ran.stream()
                .filter(FunctionBuilds.Ran::failed)
                .map(FunctionBuilds.Ran::code)
                .collect(Collectors.toCollection(HashSet::new));
        boolean isNew = false;
        for (Packed packed : due) {
            if (!failed.contains(packed.code())) {
                isNew |= make(packed, Objects.requireNonNull(now.get(packed.address())), listener);
            }
        }
        if (isNew) {
            judge(listener);
        }
    }

    /** Tells what is served and would not be deployed, each once until it is fixed. */
    private void judge(Listener listener) {
        List<Finding> now = blocking.get();
        List<Finding> untold = now.stream().filter(one -> !told.contains(one)).toList();
        told.clear();
        told.addAll(now);
        if (!untold.isEmpty()) {
            listener.blocked(untold);
        }
    }

    private boolean isWrittenAnew(Packed packed) {
        long stampNow = stamp.of(packed.code());
        Long before = seen.put(packed.address(), stampNow);
        boolean written = before != null && before == stampNow && stampNow != -1;
        return written && !Long.valueOf(stampNow).equals(done.put(packed.address(), stampNow));
    }

    /** Whether there is another package. */
    private boolean make(Packed packed, Path former, Listener listener) {
        try {
            Optional<PackageContents> contents = packages.of(packed.code());
            if (contents.isEmpty()) {
                // Changed while it was built: what is there now is built with the next look.
                return false;
            }
            if (!contents.get().refused().isEmpty()) {
                Unpackable first = contents.get().refused().get(0);
                listener.refused(kept(packed, "`" + first.path() + "` " + first.why()));
                return false;
            }
            Path zip = zip(packed, contents.get());
            boolean same = Files.isRegularFile(former) && Files.mismatch(former, zip) < 0;
            boolean isTaken = !same && listener.made(packed, zip);
            Path unused = same ? zip : former;
            // What is not taken may be in use all the same, as may its former one: functions share a layer.
            if ((same || isTaken) && unused.startsWith(scratch)) {
                Files.deleteIfExists(unused);
            }
            return !same;
        } catch (IOException e) {
            listener.refused(kept(packed, String.valueOf(e.getMessage())));
            return false;
        }
    }

    private Path zip(Packed packed, PackageContents contents) throws IOException {
        Files.createDirectories(scratch);
        Path zip = scratch.resolve(made++ + "-" + packed.zip());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip))) {
            contents.writeTo(out);
        }
        return zip;
    }

    private static UserError kept(Packed packed, String why) {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                packed.title() + " cannot be packed: " + why,
                "its former package is served until `" + packed.code().path() + "` changes again");
    }
}
