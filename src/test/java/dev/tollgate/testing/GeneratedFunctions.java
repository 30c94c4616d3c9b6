package dev.tollgate.testing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Functions by chance, made to fit together. */
record GeneratedFunctions(
        Samples samples, String region, List<String> tables, List<String> streaming, List<String> layers) {

    /** A zip that somebody else has made. */
    private static final String SIGNED = GeneratedLayers.FOLDER + "signed.zip";

    /**
     * Functions of this project, whose sources are under {@code lambdas}. A change may give one the build of another.
     */
    private static final List<Map<String, Object>> SOURCES = List.of(
            Map.of("source", "lambdas/books", "handler", "app.handler", "runtime", "python3.12"),
            Map.of("source", "lambdas/echo", "handler", "index.handler", "runtime", "nodejs22.x"),
            Map.of("package", "lambdas/sms", "handler", "index.handler", "runtime", "nodejs22.x"),
            Map.of("package", SIGNED, "handler", "index.handler", "runtime", "nodejs22.x"),
            Map.of(
                    "source",
                    "lambdas/example",
                    "build",
                    "mkdir dist && cp *.* dist",
                    "output",
                    "dist",
                    "handler",
                    "index.handler",
                    "runtime",
                    "nodejs22.x"));

    private static final String IMAGE = "111122223333.dkr.ecr.REGION.amazonaws.com/app@sha256:" + "0a".repeat(32);

    private static final BigDecimal RESERVED = BigDecimal.valueOf(20);

    private static final List<String> WHERE_CODE_IS =
            List.of("existing", "source", "package", "build", "output", "image");

    private static final List<SortedMap<String, Object>> STATEMENTS = List.of(
            statement("sns:Publish", "arn:aws:sns:eu-west-1:111122223333:news"),
            statement("sqs:SendMessage", "arn:aws:sqs:eu-west-1:111122223333:jobs"));

    /** Makes {@code function}, whose values fit its keys, one that Lambda takes. */
    void fit(SortedMap<String, Object> function) {
        if (samples.chance(20)) {
            function.clear();
            function.put("existing", "example");
            return;
        }
        function.keySet().removeAll(WHERE_CODE_IS);
        if (samples.chance(10)) {
            function.keySet().removeAll(List.of("handler", "runtime", "layers", "package_bucket", "code_signing"));
            function.put("image", IMAGE.replace("REGION", region));
        } else {
            function.putAll(samples.oneOf(SOURCES));
        }
        if (!SIGNED.equals(function.get("package"))) {
            function.remove("code_signing");
        }
        function.computeIfPresent(
                "code_signing", (key, drawn) -> drawn.toString().replace("eu-west-1", region));
        // Of a function that asks for signatures, layers are signed, too.
        List<String> named = Stream.concat(
                        function.containsKey("code_signing") ? Stream.empty() : layers.stream(),
                        Stream.of("arn:aws:lambda:REGION:111122223333:layer:shared:3".replace("REGION", region)))
                .toList();
        function.computeIfPresent("layers", (key, drawn) -> samples.someOf(named, 1));
        for (String key : List.of("tables", "read_tables")) {
            if (tables.isEmpty()) {
                function.remove(key);
            } else if (function.containsKey(key)) {
                function.put(key, samples.someOf(tables, 1));
            }
        }
        function.computeIfPresent("policy", (key, policy) -> samples.someOf(STATEMENTS, 1));
        if (!function.containsKey("environment") && !function.containsKey("environment_from")) {
            function.remove("kms_key_arn");
        }
        fileSystem(function);
        concurrency(function);
        events(function);
    }

    /** What calls it is of its own region, and read as Lambda reads it. */
    private void events(SortedMap<String, Object> function) {
        function.computeIfPresent("topics", (key, drawn) -> ((List<?>) drawn)
                .stream()
                        .map(arn -> String.valueOf(arn).replace("eu-west-1", region))
                        .toList());
        function.computeIfPresent("queues", (key, drawn) -> {
            SortedMap<String, Object> queues = new TreeMap<>();
            GeneratedEnvironments.map(function, key).forEach((arn, queue) -> {
                SortedMap<String, Object> settings = GeneratedEnvironments.map(Map.of(arn, queue), arn);
                if (arn.endsWith(".fifo")) {
                    GeneratedEnvironments.remove(settings, "batch_size", "batch_window");
                } else if (settings.containsKey("batch_size")) {
                    settings.put("batch_window", BigDecimal.TEN);
                }
                queues.put(arn.replace("eu-west-1", region), settings);
            });
            return queues;
        });
        List<String> sources = Stream.concat(
                        streaming.stream(),
                        Stream.of("arn:aws:kinesis:REGION:111122223333:stream/clicks".replace("REGION", region)))
                .toList();
        function.computeIfPresent("streams", (key, drawn) -> {
            SortedMap<String, Object> streams = new TreeMap<>();
            samples.someOf(sources, 1)
                    .forEach(source -> streams.put(
                            source,
                            samples.oneOf(List.copyOf(
                                    GeneratedEnvironments.map(function, key).values()))));
            return streams;
        });
    }

    /** Mounted in a network, of the function's own region. */
    private void fileSystem(SortedMap<String, Object> function) {
        boolean isInNetwork = function.containsKey("vpc")
                && GeneratedEnvironments.map(function, "vpc").get("subnet_ids") instanceof List<?> subnets
                && !subnets.isEmpty();
        if (!isInNetwork) {
            function.remove("file_system");
        } else if (function.containsKey("file_system")) {
            GeneratedEnvironments.map(function, "file_system")
                    .computeIfPresent(
                            "access_point", (key, drawn) -> drawn.toString().replace("eu-west-1", region));
        }
    }

    /** All functions share what an account may reserve, and only an alias is kept started. */
    private void concurrency(SortedMap<String, Object> function) {
        function.computeIfPresent(
                "reserved_concurrency", (key, drawn) -> samples.oneOf(List.of(RESERVED, RESERVED.add(BigDecimal.TEN))));
        if (!function.containsKey("alias")) {
            function.remove("provisioned_concurrency");
        }
        function.computeIfPresent(
                "provisioned_concurrency", (key, drawn) -> samples.oneOf(List.of(BigDecimal.ONE, RESERVED)));
        boolean mayBeSnapped = function.containsKey("alias")
                && !function.containsKey("file_system")
                && String.valueOf(function.get("runtime")).startsWith("python");
        if (!mayBeSnapped) {
            function.replace("snap_start", false);
        }
        if (Boolean.TRUE.equals(function.get("snap_start"))) {
            function.keySet().removeAll(List.of("provisioned_concurrency", "ephemeral_storage"));
        }
    }

    private static SortedMap<String, Object> statement(String action, String resource) {
        return new TreeMap<>(Map.of("actions", List.of(action), "resources", List.of(resource)));
    }
}
