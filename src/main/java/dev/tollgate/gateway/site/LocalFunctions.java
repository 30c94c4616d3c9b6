package dev.tollgate.gateway.site;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.function.FunctionRunner;
import dev.tollgate.gateway.function.Invocation;
import dev.tollgate.gateway.function.UnpackedFunction;
import dev.tollgate.gateway.read.FunctionReader;
import dev.tollgate.gateway.read.LocalNames;
import dev.tollgate.terraform.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The functions of one stack: unpacked, run in processes, and their processes ended while nobody calls. */
final class LocalFunctions implements AutoCloseable {

    private final Map<String, FunctionRunner> runners = new LinkedHashMap<>();
    private final List<UnpackedFunction> unpacked = new ArrayList<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "end idle functions");
        thread.setDaemon(true);
        return thread;
    });

    LocalFunctions(
            List<Resource> functions,
            FunctionReader reader,
            LocalNames names,
            LocalGateway.Setting setting,
            String region) {
        for (Resource function : functions) {
            String name = FunctionReader.name(names, function);
            if (!runners.containsKey(name)) {
                runners.put(name, runner(reader, function, name, setting, region));
            }
        }
        long period = setting.processes().idle().toMillis();
        ScheduledFuture<?> unused = watch.scheduleWithFixedDelay(
                () -> runners.values().forEach(FunctionRunner::endIdle), period, period, TimeUnit.MILLISECONDS);
    }

    private FunctionRunner runner(
            FunctionReader reader, Resource function, String name, LocalGateway.Setting setting, String region) {
        Path zip = setting.folder()
                .resolve(reader.zip(function)
                        .orElseThrow(() -> missing("function `" + name + "` has no package on this machine")));
        if (!Files.isRegularFile(zip)) {
            throw missing("the package of function `" + name + "` is missing: `" + zip + "`");
        }
        try {
            Path folder = setting.scratch().resolve(name.replaceAll("[^A-Za-z0-9_-]", "_"));
            UnpackedFunction code = UnpackedFunction.of(zip, folder, setting.nodeModules());
            unpacked.add(code);
            return new FunctionRunner(
                    reader.read(function, code.code()),
                    setting.surroundings().apply(region),
                    setting.processes().most(),
                    setting.log(),
                    UUID::randomUUID);
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "the package of function `" + name + "` cannot be unpacked: " + e.getMessage(),
                    "run `tollgate synth` again",
                    e);
        }
    }

    private static UserError missing(String what) {
        return new UserError(UserError.Exit.ENVIRONMENT, what, "run `tollgate synth` again");
    }

    Invocation invoke(String name, byte[] event, Duration timeout) {
        FunctionRunner runner = runners.get(name);
        if (runner == null) {
            throw new IllegalStateException("no function " + name);
        }
        return runner.invoke(event, timeout);
    }

    Map<String, FunctionRunner> runners() {
        return runners;
    }

    /** Ends every process, busy or not. */
    @Override
    public void close() {
        watch.shutdownNow();
        runners.values().forEach(FunctionRunner::close);
        for (UnpackedFunction function : unpacked) {
            try {
                function.close();
            } catch (IOException e) {
                // In use by a process that is just ending: the folder goes with the one that it is in.
            }
        }
    }
}
