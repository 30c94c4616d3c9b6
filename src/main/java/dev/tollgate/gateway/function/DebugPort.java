package dev.tollgate.gateway.function;

import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * A port of loopback at which a debugger reaches a function, and a folder for the code that it debugs: always the same,
 * so that a debugger's settings can name it. One process at a time has them.
 */
public final class DebugPort implements AutoCloseable {

    private static final int MOST = 65_535;

    private final int port;
    private final Path folder;
    private final Semaphore free = new Semaphore(1);

    private DebugPort(int port, Path folder) {
        this.port = port;
        this.folder = folder;
    }

    /** The port {@code port} for {@code function}; refuses one that is in use. */
    public static DebugPort of(String function, int port) {
        if (port < 1 || port > MOST) {
            throw new UserError(
                    UserError.Exit.USAGE, "`--debug " + function + "=" + port + "` is not a port", "use 1 to 65535");
        }
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return new DebugPort(socket.getLocalPort(), folder(port));
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot debug `" + function + "` at 127.0.0.1:" + port + ": " + e.getMessage(),
                    "choose another port: `--debug " + function + "=PORT`",
                    e);
        }
    }

    /** Nobody else may write into it: its name can be guessed. */
    private static Path folder(int port) throws IOException {
        Path folder = Path.of("/tmp").toRealPath().resolve("tollgate-debug-" + port);
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            boolean ours = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(mine()));
            if (!ours) {
                throw new IOException("`" + folder + "` is somebody else's", e);
            }
        }
        return folder;
    }

    /** Something that is certainly of whoever runs this. */
    private static Path mine() throws IOException {
        Path file = Files.createTempFile("tollgate-", "");
        file.toFile().deleteOnExit();
        return file;
    }

    /** The address that a debugger attaches to. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** Where the code goes. */
    public Path folder() {
        return folder;
    }

    /** Waits until no process has it. */
    void take() {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** Lets the next process have it. */
    void leave() {
        free.release();
    }

    /** Removes the code. */
    @Override
    public void close() {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> paths = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : paths) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // In use by a process that is just ending: the next one that debugs here removes it.
            return;
        }
    }
}
