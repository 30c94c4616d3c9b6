package dev.tollgate.build;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The file that tells the Java side of the bindings which class a type is: {@code @cdktf/provider-aws.subModule.Type =
 * com.hashicorp.cdktf.providers.aws.sub_module.Type}, a line each. It is also where a Java package and its sub-module
 * meet.
 */
final class TypeMap {

    private final List<String> lines;
    private final Map<String, String> subModules;

    TypeMap(List<String> lines) {
        this.lines = lines;
        this.subModules = lines.stream()
                .collect(Collectors.toMap(TypeMap::packageOf, TypeMap::subModuleOf, (one, same) -> one, TreeMap::new));
    }

    /** The sub-module of a Java package, {@code acmCertificate} of {@code acm_certificate}. */
    String subModuleOfPackage(String javaPackage, String user) {
        String subModule = subModules.get(javaPackage);
        if (subModule == null) {
            throw new IllegalStateException("class `" + user + "` refers to the binding module `" + javaPackage
                    + "`, which the bindings on the class path do not have");
        }
        return subModule;
    }

    /** The Java packages of {@code wanted}. */
    SortedSet<String> packagesOf(Collection<String> wanted) {
        return subModules.entrySet().stream()
                .filter(e -> wanted.contains(e.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The file with the types of {@code wanted} only. */
    String of(Collection<String> wanted) {
        return lines.stream()
                .filter(line -> wanted.contains(subModuleOf(line)))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String subModuleOf(String line) {
        return line.substring(0, line.indexOf('=')).split("\\.", 3)[1];
    }

    private static String packageOf(String line) {
        String[] names = line.substring(line.indexOf('=') + 1).split("\\.");
        return names[5];
    }
}
