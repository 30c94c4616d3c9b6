package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.packaging.Entry;
import dev.tollgate.packaging.PackageContents;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A package that Lambda refuses for its size, or a function for that of its own layers: of others only AWS knows. */
final class PackageTooLarge {

    static final CheckRule RULE = CheckRule.ofFile(
                    "package-too-large", Severity.ERROR, "a package larger than Lambda allows", PackageTooLarge::judge)
            .neverAccepted();

    private static final double MB = 1 << 20;
    private static final int SHOWN = 3;

    private PackageTooLarge() {}

    private static void judge(Environment environment, Report report) {
        for (PackagedCode code : PackagedCode.of(environment, report.files())) {
            if (!code.isUnpackable()) {
                size(code, report);
            }
        }
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            PackagedCode.of(function, report.files())
                    .ifPresent(code ->
                            together(code, PackagedCode.ofLayers(function, environment, report.files()), report));
        }
    }

    /** A function and its {@code layers}, none of which is too large by itself. */
    private static void together(PackagedCode code, List<PackagedCode> layers, Report report) {
        List<Long> sizes = Stream.concat(Stream.of(code), layers.stream())
                .map(one -> one.contents().unzipped())
                .toList();
        long all = sizes.stream().mapToLong(Long::longValue).sum();
        if (all > PackageContents.MOST_UNZIPPED
                && sizes.stream().allMatch(size -> size <= PackageContents.MOST_UNZIPPED)) {
            report.error(
                    KeyPath.of(code.packed().section(), code.packed().id(), "layers"),
                    code.packed().title() + " and its layers are " + megabytes(all)
                            + " unzipped; Lambda takes at most " + megabytes(PackageContents.MOST_UNZIPPED)
                            + " together",
                    "leave out what they do not need: " + code.title() + " is " + megabytes(sizes.get(0)) + ", "
                            + layers.stream()
                                    .map(layer -> layer.title() + " "
                                            + megabytes(layer.contents().unzipped()))
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static void size(PackagedCode code, Report report) {
        PackageContents contents = code.contents();
        if (contents.entries().size() > PackageContents.MOST_ENTRIES) {
            tooLarge(code, report, "holds more than " + PackageContents.MOST_ENTRIES + " files", "");
        } else if (contents.unzipped() > PackageContents.MOST_UNZIPPED) {
            tooLarge(
                    code,
                    report,
                    "is " + megabytes(contents.unzipped()) + " unzipped; Lambda takes at most "
                            + megabytes(PackageContents.MOST_UNZIPPED) + ", layers included",
                    "");
        } else if (code.packed().packageBucket().isEmpty()
                && (code.isZip() || contents.unzipped() > PackageContents.MOST_ZIPPED)) {
            // Nothing shorter can be too long as a zip that is made here, and zipping takes its time.
            long zipped = report.files().zippedSize(code.packed().code());
            if (zipped > PackageContents.MOST_ZIPPED) {
                tooLarge(
                        code,
                        report,
                        "is " + megabytes(zipped) + " zipped; Lambda takes at most "
                                + megabytes(PackageContents.MOST_ZIPPED) + " with a request, and more from S3",
                        "name a bucket of yours as `package_bucket`, or ");
            }
        }
    }

    private static void tooLarge(PackagedCode code, Report report, String what, String instead) {
        report.error(
                code.place(),
                code.title() + " " + what,
                instead
                        + (code.isPackedHere()
                                ? "exclude what it does not need in a `.tollgateignore`"
                                : "leave out what it does not need when you make it")
                        + "; most of it is " + largest(code.contents()));
    }

    /** The parts of the folder that take most room, in order. */
    private static String largest(PackageContents contents) {
        Map<String, Long> sizes = new TreeMap<>();
        contents.entries().forEach((name, entry) -> {
            if (!(entry instanceof Entry.Link)) {
                sizes.merge(part(name), entry.size(), Long::sum);
            }
        });
        return sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .map(size -> "`" + size.getKey() + "` (" + megabytes(size.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** A file at the top, a folder there, or one module of {@code node_modules}. */
    private static String part(String name) {
        String[] folders = name.split("/", -1);
        if (folders.length == 1) {
            return name;
        }
        return folders[0].equals("node_modules") && folders.length > 2 ? folders[0] + "/" + folders[1] : folders[0];
    }

    /** Rounded up, so that what is too large never looks as if it were not. */
    private static String megabytes(long bytes) {
        String rounded = String.format(Locale.ROOT, "%.1f", Math.ceil(bytes / MB * 10) / 10);
        return rounded.replaceFirst("\\.0$", "") + " MB";
    }
}
