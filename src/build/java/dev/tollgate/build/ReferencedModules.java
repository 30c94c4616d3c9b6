package dev.tollgate.build;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which packages of the bindings compiled classes refer to. Every text of a constant pool counts, so that a type named
 * only in a signature is found too; the format of the pool has been stable since Java 11, and an unknown tag stops the
 * build.
 */
final class ReferencedModules {

    private static final Pattern MODULE = Pattern.compile("com/hashicorp/cdktf/providers/aws/([a-z0-9_]+)/");
    private static final int MAGIC = 0xCAFEBABE;

    private final SortedMap<String, String> users = new TreeMap<>();

    private ReferencedModules() {}

    /** The packages, each with the first class that refers to it. */
    static SortedMap<String, String> in(Path classes) throws IOException {
        ReferencedModules referenced = new ReferencedModules();
        try (Stream<Path> walk = Files.walk(classes)) {
            List<Path> files =
                    walk.filter(f -> f.toString().endsWith(".class")).sorted().toList();
            for (Path file : files) {
                referenced.scan(file, classes.relativize(file).toString());
            }
        }
        return referenced.users;
    }

    private void scan(Path file, String name) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                throw new IllegalStateException("`" + name + "` is not a class file");
            }
            in.skipNBytes(4); // the version
            int count = in.readUnsignedShort();
            for (int index = 1; index < count; index++) {
                index += constant(in, name);
            }
        }
    }

    /** Reads one constant; how many more indices it takes. */
    private int constant(DataInputStream in, String name) throws IOException {
        int tag = in.readUnsignedByte();
        switch (tag) {
            case 1 -> text(in.readUTF(), name);
            case 5, 6 -> in.skipNBytes(8); // long, double
            case 15 -> in.skipNBytes(3); // method handle
            case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
            case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
            default -> throw new IllegalStateException("`" + name + "` has a constant of the unknown kind " + tag);
        }
        return tag == 5 || tag == 6 ? 1 : 0;
    }

    private void text(String text, String name) {
        Matcher matcher = MODULE.matcher(text);
        while (matcher.find()) {
            users.putIfAbsent(matcher.group(1), name);
        }
    }
}
