package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Layer;
import dev.tollgate.packaging.PackageContents;
import java.util.List;
import java.util.stream.Stream;

/** A layer that no function has, or in which the runtime of one looks in vain. */
final class UnusedLayer {

    static final CheckRule RULE = CheckRule.ofFile(
                    "unused-layer",
                    Severity.WARNING,
                    "a layer that no function has, or in which it finds nothing",
                    UnusedLayer::judge)
            .needing("functions");

    /** Where every runtime looks: for programs, libraries and extensions. */
    private static final List<String> OF_ALL = List.of("bin/", "lib/", "extensions/");

    private UnusedLayer() {}

    private static void judge(Environment environment, Report report) {
        for (Layer layer : environment.layers()) {
            List<LambdaFunction.Packaged> functions = environment.packagedFunctions().stream()
                    .filter(function -> function.layers().contains(layer.id()))
                    .toList();
            if (functions.isEmpty()) {
                report.warning(
                        KeyPath.of("layers", layer.id()),
                        "no function has layer `" + layer.id() + "`",
                        "name it in a function's `layers`, or remove it");
            }
            PackagedCode.of(layer, report.files())
                    // One without files is refused for that.
                    .filter(code ->
                            !code.isUnpackable() && !code.contents().entries().isEmpty())
                    .ifPresent(code -> functions.forEach(function -> found(function, code, report)));
        }
    }

    private static void found(LambdaFunction.Packaged function, PackagedCode layer, Report report) {
        List<String> folders = function.family()
                .map(family -> family.foldersInLayers(function.runtime()))
                .orElse(List.of());
        if (!folders.isEmpty() && !hasAny(layer.contents(), folders)) {
            String named = layer.packed().id();
            report.warning(
                    KeyPath.of(
                            "functions",
                            function.id(),
                            "layers",
                            function.layers().indexOf(named)),
                    "`" + function.runtime() + "` finds nothing in layer `" + named + "`: it looks in "
                            + Wording.listed(folders),
                    "put what it imports into `" + folders.get(folders.size() - 1) + "` of " + layer.title());
        }
    }

    private static boolean hasAny(PackageContents contents, List<String> folders) {
        return contents.entries().keySet().stream().anyMatch(name -> Stream.concat(folders.stream(), OF_ALL.stream())
                .anyMatch(folder -> (name + "/").startsWith(folder)));
    }
}
