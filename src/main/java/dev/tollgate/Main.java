package dev.tollgate;

import dev.tollgate.cli.Tollgate;
import dev.tollgate.cli.text.Terminal;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Wires the product together by hand, and exits. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        boolean asksSomebody = isTerminal();
        boolean interactive = asksSomebody && System.getenv("CI") == null;
        Terminal terminal = Terminal.of(
                        writer(FileDescriptor.out), writer(FileDescriptor.err), System.getenv(), interactive)
                // A file's own readNBytes seeks, which a pipe cannot.
                .reading(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        return new Tollgate(
                        asksSomebody ? terminal.asking(typed()) : terminal, Relaunch.preparing(args, System.getenv()))
                .run(args);
    }

    /** JDK 22 and later have a console that is no terminal, and a method to tell. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static BufferedReader typed() {
        return new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
