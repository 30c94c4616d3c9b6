package dev.tollgate.cli.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Tollgate's version, and the versions that decide what it emits. */
public final class Version implements IVersionProvider {

    /** Tollgate's own. */
    public static String number() {
        return versions().getProperty("version");
    }

    @Override
    public String[] getVersion() {
        Properties versions = versions();
        return new String[] {
            "tollgate " + versions.getProperty("version"),
            "cdktf " + versions.getProperty("cdktf") + ", AWS bindings " + versions.getProperty("bindings"),
            "java ${java.version} (${java.vendor}), ${os.name} ${os.arch}"
        };
    }

    /** The day that the build carries; the same for every build of a version. */
    static String day() {
        return versions().getProperty("built").substring(0, "2026-01-01".length());
    }

    private static Properties versions() {
        Properties versions = new Properties();
        try (InputStream resource = Version.class.getResourceAsStream("/tollgate.properties")) {
            versions.load(resource);
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
