package dev.tollgate.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A build's command, run by the shell. It hears of no credentials of AWS, and ends when we do. */
final class BuildProcess {

    private static final File NOTHING = new File("/dev/null");

    /** What gives access to AWS: its own variables, Terraform's, and those by which a job asks GitHub who it is. */
    private static final Pattern CREDENTIALS = Pattern.compile("(AWS_|TF_|ACTIONS_ID_TOKEN_REQUEST_).*");

    /** The first of January 1980, which zips can write: tools that heed it make the same bytes on any day. */
    private static final String EPOCH = "315532800";

    private BuildProcess() {}

    /** Runs {@code command} in {@code folder} to its end, prints into {@code output}, and returns its exit code. */
    static int run(String command, Path folder, Path output, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command)
                .directory(folder.toFile())
                .redirectInput(NOTHING)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(without(environment));
        Process process = builder.start();
        Thread hook = new Thread(() -> end(process), "end a build");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return process.waitFor();
        } finally {
            end(process);
            forget(hook);
        }
    }

    /** {@code environment} without credentials, as a command sees it. */
    static SortedMap<String, String> without(Map<String, String> environment) {
        SortedMap<String, String> variables = new TreeMap<>(environment);
        variables.keySet().removeIf(name -> CREDENTIALS.matcher(name).matches());
        variables.put("AWS_CONFIG_FILE", NOTHING.toString());
        variables.put("AWS_SHARED_CREDENTIALS_FILE", NOTHING.toString());
        variables.put("AWS_EC2_METADATA_DISABLED", "true");
        variables.putIfAbsent("SOURCE_DATE_EPOCH", EPOCH);
        return variables;
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // We are ending, and the hook finds nothing left to end.
        }
    }
}
