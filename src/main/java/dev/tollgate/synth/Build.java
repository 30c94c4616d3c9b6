package dev.tollgate.synth;

import dev.tollgate.archive.Sha256;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Which build of Tollgate this is. The version alone does not tell: a developer's next build has the same, and may emit
 * something else.
 */
final class Build {

    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int SHORTEST_END = 22;
    private static final int LONGEST_END = SHORTEST_END + 0xffff;

    /** Of this process, whose classes stay what they are. */
    private static Optional<String> own = Optional.empty();

    private Build() {}

    /** What tells this build of Tollgate from others. */
    static synchronized String digest() throws IOException {
        if (own.isEmpty()) {
            own = Optional.of(digest(place()));
        }
        return own.get();
    }

    /** The jar or folder that this class is from. */
    private static Path place() throws IOException {
        CodeSource source = Build.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            // So Java 25 where the folder was renamed after its classes were archived; the launcher names one jar.
            return Path.of(System.getProperty("java.class.path"));
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("Tollgate's classes are in no file", e);
        }
    }

    /** What tells what is in {@code place}, a folder or a jar. */
    static String digest(Path place) throws IOException {
        return Files.isDirectory(place) ? ofFolder(place) : ofJar(place);
    }

    /**
     * A jar's directory, at its end, has a checksum of every file in it, of the manifest that names the libraries, too.
     * Reading that alone takes a tenth of the time, and a checksum of it, which Java has ready-made, less than a
     * digest: builds are told apart, nobody is kept from making one. A jar of another layout is known by all of its
     * bytes.
     */
    private static String ofJar(Path jar) throws IOException {
        try (FileChannel channel = FileChannel.open(jar)) {
            ByteBuffer end = read(channel, Math.max(0, channel.size() - LONGEST_END), channel.size());
            for (int at = end.limit() - SHORTEST_END; at >= 0; at--) {
                long start = Integer.toUnsignedLong(end.getInt(at + 16));
                long length = Integer.toUnsignedLong(end.getInt(at + 12));
                if (end.getInt(at) == END_OF_DIRECTORY && start + length <= channel.size()) {
                    CRC32 checksum = new CRC32();
                    checksum.update(read(channel, start, start + length).array());
                    return "%08x-%x".formatted(checksum.getValue(), length);
                }
            }
        }
        return Sha256.of(jar);
    }

    private static ByteBuffer read(FileChannel channel, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(to - from)).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // A channel may give less than it is asked for.
        }
        return bytes;
    }

    private static String ofFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        Sha256 digest = new Sha256();
        for (Path file : files) {
            digest.add((folder.relativize(file) + " " + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
            digest.add(file);
        }
        return digest.hex();
    }
}
