package dev.tollgate.pipeline;

import dev.tollgate.finding.UserError;
import dev.tollgate.model.FunctionCode;
import dev.tollgate.model.LambdaFunction;
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
import java.util.stream.Collectors;

/**
 * The packages of one environment's functions, made again as their sources change: a build runs for a function of which
 * something is new, and for no other. What cannot be made leaves the former package where it is.
 */
public final class FollowedPackages {

    private final FunctionBuilds builds;
    private final FunctionPackages packages;
    private final InputStamp stamp;
    private final List<LambdaFunction.Packaged> functions;
    private final Path scratch;
    private final Map<String, Long> seen = new HashMap<>();
    private final Map<String, Long> done = new HashMap<>();
    private int made;

    FollowedPackages(Path project, FunctionBuilds builds, List<LambdaFunction.Packaged> functions, Path scratch) {
        this.builds = builds;
        this.packages = new FunctionPackages(project);
        this.stamp = new InputStamp(project);
        this.functions = functions.stream().filter(one -> !one.isImage()).toList();
        this.scratch = scratch;
    }

    /** Who hears of what came of changes. */
    public interface Listener {

        /** A build ran, and perhaps failed. */
        void built(FunctionBuilds.Ran ran);

        /** A package cannot be made. */
        void refused(UserError why);

        /**
         * There is another package.
         *
         * @param function the function's name in the file
         * @param label the name of its resource in Terraform
         */
        void made(String function, String label, Path zip);
    }

    /**
     * Makes the packages of those functions of {@code now} whose sources have changed since the last time. {@code now}
     * has packages by the names of resources, and nobody hears of one that is made again byte for byte. What still
     * changes is being written: the next look is early enough.
     */
    public void look(Map<String, Path> now, Listener listener) {
        List<LambdaFunction.Packaged> due = functions.stream()
                .filter(function -> now.containsKey(function.label()))
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
        for (LambdaFunction.Packaged function : due) {
            if (!failed.contains(function.code())) {
                make(function, Objects.requireNonNull(now.get(function.label())), listener);
            }
        }
    }

    private boolean isWrittenAnew(LambdaFunction.Packaged function) {
        long stampNow = stamp.of(function.code());
        Long before = seen.put(function.id(), stampNow);
        boolean written = before != null && before == stampNow && stampNow != -1;
        return written && !Long.valueOf(stampNow).equals(done.put(function.id(), stampNow));
    }

    private void make(LambdaFunction.Packaged function, Path former, Listener listener) {
        try {
            Optional<PackageContents> contents = packages.of(function.code());
            if (contents.isEmpty()) {
                // Changed while it was built: what is there now is built with the next look.
                return;
            }
            if (!contents.get().refused().isEmpty()) {
                Unpackable first = contents.get().refused().get(0);
                listener.refused(kept(function, "`" + first.path() + "` " + first.why()));
                return;
            }
            Path zip = zip(function, contents.get());
            boolean same = Files.isRegularFile(former) && Files.mismatch(former, zip) < 0;
            if (!same) {
                listener.made(function.id(), function.label(), zip);
            }
            Path unused = same ? zip : former;
            if (unused.startsWith(scratch)) {
                Files.deleteIfExists(unused);
            }
        } catch (IOException e) {
            listener.refused(kept(function, String.valueOf(e.getMessage())));
        }
    }

    private Path zip(LambdaFunction.Packaged function, PackageContents contents) throws IOException {
        Files.createDirectories(scratch);
        Path zip = scratch.resolve(function.label() + "-" + made++ + ".zip");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip))) {
            contents.writeTo(out);
        }
        return zip;
    }

    private static UserError kept(LambdaFunction.Packaged function, String why) {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                "function `" + function.id() + "` cannot be packed: " + why,
                "its former package is served until `" + function.code().path() + "` changes again");
    }
}
