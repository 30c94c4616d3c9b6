package dev.tollgate.gateway.site;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.function.DebugPort;
import dev.tollgate.gateway.function.FunctionRunner;
import dev.tollgate.gateway.function.FunctionSurroundings;
import dev.tollgate.gateway.function.Invocation;
import dev.tollgate.gateway.function.LocalFunction;
import dev.tollgate.gateway.function.UnpackedFunction;
import dev.tollgate.gateway.read.FunctionReader;
import dev.tollgate.gateway.read.LocalNames;
import dev.tollgate.terraform.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The functions of one stack: unpacked, run in processes, and their processes ended while nobody calls. Each can be
 * replaced while it is called.
 */
final class LocalFunctions implements AutoCloseable {

    private final Map<String, InUse<Running>> current = new ConcurrentHashMap<>();
    /** What still runs, that which was replaced too. */
    private final Set<Running> all = ConcurrentHashMap.newKeySet();

    private final LocalGateway.Setting setting;
    private final FunctionSurroundings surroundings;
    private final DebuggedFunctions debugged;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "end idle functions");
        thread.setDaemon(true);
        return thread;
    });
    private final ExecutorService starting = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "start what is debugged");
        thread.setDaemon(true);
        return thread;
    });
    private int unpacked;

    /**
     * A function with the code that it has for now.
     *
     * @param resource its resource in Terraform
     * @param layers the zips of its layers by the addresses of their resources, in the order in which later ones win
     * @param code empty where it is in a debugger's folder, which the next code goes into
     */
    private record Running(
            Resource resource,
            LocalFunction function,
            Path zip,
            Map<String, Path> layers,
            FunctionRunner runner,
            Optional<UnpackedFunction> code) {

        void end() {
            runner.close();
            try {
                if (code.isPresent()) {
                    code.get().close();
                }
            } catch (IOException e) {
                // In use by a process that is just ending: the folder goes with the one that it is in.
            }
        }
    }

    LocalFunctions(
            List<Resource> functions,
            FunctionReader reader,
            LocalNames names,
            LocalGateway.Setting setting,
            String region) {
        this.setting = setting;
        this.surroundings = setting.surroundings().apply(region);
        this.debugged = new DebuggedFunctions(setting.processes().debugged());
        SortedMap<String, String> all = new TreeMap<>();
        functions.forEach(function -> all.put(function.name(), FunctionReader.name(names, function)));
        debugged.refuseUnknown(all);
        for (Resource function : functions) {
            String name = FunctionReader.name(names, function);
            if (!current.containsKey(name)) {
                Path zip = setting.folder()
                        .resolve(reader.zip(function)
                                .orElseThrow(() -> missing("function `" + name + "` has no package on this machine")));
                Map<String, Path> layers = new LinkedHashMap<>();
                reader.layers(function)
                        .forEach((layer, file) ->
                                layers.put(layer, setting.folder().resolve(file)));
                run(function, reader.read(function, setting.scratch()), zip, layers);
            }
        }
        long period = setting.processes().idle().toMillis();
        ScheduledFuture<?> unused = watch.scheduleWithFixedDelay(this::endIdle, period, period, TimeUnit.MILLISECONDS);
    }

    /** Runs {@code function}, whose code is in {@code zip} and {@code layers}, in place of what ran under its name. */
    private synchronized void run(Resource resource, LocalFunction function, Path zip, Map<String, Path> layers) {
        String name = function.name();
        if (!Files.isRegularFile(zip)) {
            throw missing("the package of function `" + name + "` is missing: `" + zip + "`");
        }
        layers.forEach((layer, file) -> {
            if (!Files.isRegularFile(file)) {
                throw missing("the package of `" + layer + "`, a layer of function `" + name + "`, is missing: `" + file
                        + "`");
            }
        });
        Optional<DebugPort> debug = debugged.of(resource.name(), name);
        try {
            Path folder = debug.map(DebugPort::folder).orElseGet(() -> setting.scratch()
                    .resolve(name.replaceAll("[^A-Za-z0-9_-]", "_") + "-" + unpacked++));
            UnpackedFunction code =
                    UnpackedFunction.of(zip, List.copyOf(layers.values()), folder, setting.nodeModules());
            LocalFunction here = function.in(code.code(), code.layers());
            FunctionRunner runner = new FunctionRunner(
                    here, surroundings, setting.processes().most(), debug, setting.log(), UUID::randomUUID);
            Running running = new Running(
                    resource, here, zip, layers, runner, debug.isPresent() ? Optional.empty() : Optional.of(code));
            all.add(running);
            InUse<Running> former = current.put(name, new InUse<>(running, this::end));
            if (former != null) {
                former.replace();
            }
            if (debug.isPresent()) {
                starting.execute(() -> start(runner, name));
            }
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "the package of function `" + name + "` cannot be unpacked: " + e.getMessage(),
                    "run `tollgate synth` again",
                    e);
        }
    }

    private void start(FunctionRunner runner, String name) {
        try {
            runner.start();
        } catch (UserError e) {
            setting.log().line(name, String.valueOf(e.getMessage()));
        } catch (CancellationException e) {
            // We are ending, and nobody attaches any more.
        }
    }

    private static UserError missing(String what) {
        return new UserError(UserError.Exit.ENVIRONMENT, what, "run `tollgate synth` again");
    }

    /** The packages of those that are here and of their layers, by the addresses of their resources in Terraform. */
    SortedMap<String, Path> packages() {
        SortedMap<String, Path> packages = new TreeMap<>();
        for (InUse<Running> now : current.values()) {
            packages.put(now.thing().resource().address(), now.thing().zip());
            packages.putAll(now.thing().layers());
        }
        return packages;
    }

    /** Takes what is in {@code zip} for the function, or the layer, whose resource is at {@code address}. */
    void replace(String address, Path zip) {
        for (InUse<Running> now : List.copyOf(current.values())) {
            Running running = now.thing();
            if (running.resource().address().equals(address)) {
                run(running.resource(), running.function(), zip, running.layers());
            } else if (running.layers().containsKey(address)) {
                Map<String, Path> layers = new LinkedHashMap<>(running.layers());
                layers.put(address, zip);
                run(running.resource(), running.function(), running.zip(), layers);
            }
        }
    }

    boolean has(String name) {
        return current.containsKey(name);
    }

    Invocation invoke(String name, byte[] event, Duration timeout) {
        InUse<Running> now = current.get(name);
        while (now != null && !now.enter()) {
            now = current.get(name);
        }
        if (now == null) {
            throw new IllegalStateException("no function " + name);
        }
        return now.answered(running -> running.runner().invoke(event, timeout));
    }

    private void endIdle() {
        all.forEach(running -> running.runner().endIdle());
    }

    private void end(Running running) {
        running.end();
        all.remove(running);
    }

    /** Ends every process, busy or not. */
    @Override
    public void close() {
        watch.shutdownNow();
        starting.shutdownNow();
        all.forEach(this::end);
    }
}
